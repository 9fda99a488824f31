#!/usr/bin/env bash
# Probes of every input of every metric, for the runners of the vectors: build/vectors/probes.
source "$(dirname "$0")/lib.sh"

mkdir -p "$BUILD"
cargo run --quiet --locked --package ukur --features serde --example catalogue >"$BUILD/catalogue.json"
python3 scripts/probes.py "$BUILD/catalogue.json" "$BUILD/vectors/probes"
