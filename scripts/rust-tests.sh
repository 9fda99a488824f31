#!/usr/bin/env bash
# Unit, integration and vector tests of the core; the vector test leaves its results in build/bits.
source "$(dirname "$0")/lib.sh"

export UKUR_BITS_DIR=$BUILD/bits UKUR_NAMES_DIR=$BUILD/names
mkdir -p "$BUILD/bits" "$BUILD/names"
if command -v cargo-nextest >/dev/null; then
  cargo nextest run --locked --package ukur --features serde --no-tests=pass --no-fail-fast --status-level fail --final-status-level slow
else
  cargo test --quiet --locked --package ukur --features serde --lib --tests
fi
