#!/usr/bin/env bash
# node:test against the package installed in build/consumer; leaves its results in build/bits.
source "$(dirname "$0")/lib.sh"

[ -d "$BUILD/consumer/node_modules/ukur" ] || { bash scripts/wasm.sh && bash scripts/js-consumer.sh; }
export UKUR_BITS_DIR=$BUILD/bits UKUR_NAMES_DIR=$BUILD/names
mkdir -p "$BUILD/bits" "$BUILD/names"
# The tests run from a copy beside the installed package, so that `import "ukur"` finds that one.
rm -rf "$BUILD/consumer/tests"
mkdir -p "$BUILD/consumer/tests"
cp -r tests/js "$BUILD/consumer/tests/"
export UKUR_ROOT=$ROOT
cd "$BUILD/consumer/tests/js"
node --test --test-reporter=spec $(ls ./*.test.mjs)
