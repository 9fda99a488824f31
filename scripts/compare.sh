#!/usr/bin/env bash
# What the tests of the languages left in build/: results bit by bit, public names one by one.
source "$(dirname "$0")/lib.sh"

python3 scripts/compare.py "$BUILD" "$@"
