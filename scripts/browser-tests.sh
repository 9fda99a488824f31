#!/usr/bin/env bash
# A page that Vite builds from the packed package, opened in headless Chromium: the shared vectors, the README's
# way of loading, the entry with the module inside. Leaves its results in build/bits.
source "$(dirname "$0")/lib.sh"

need_chromium
[ -d "$BUILD/consumer/node_modules/ukur" ] || { bash scripts/wasm.sh && bash scripts/js-consumer.sh; }
export UKUR_BITS_DIR=$BUILD/bits UKUR_ROOT=$ROOT
mkdir -p "$BUILD/bits"
rm -rf "$BUILD/consumer/tests/browser" "$BUILD/consumer/page"
mkdir -p "$BUILD/consumer/tests"
cp -r tests/js tests/browser "$BUILD/consumer/tests/"
cd "$BUILD/consumer/tests/browser"
node collect-vectors.mjs
"$NODE_BIN/vite" build --logLevel warn --outDir "$BUILD/consumer/page" --emptyOutDir
node --test --test-reporter=spec page.test.mjs
