#!/usr/bin/env bash
# The documentation: Rust's pages in target/doc; the pages made from the catalogue, if their maker is there.
source "$(dirname "$0")/lib.sh"

need cargo "install Rust"
RUSTDOCFLAGS="-D warnings" cargo doc --quiet --locked --package ukur --features serde --no-deps
say "Rust: ${CARGO_TARGET_DIR:-$ROOT/target}/doc/ukur/index.html"
