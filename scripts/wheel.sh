#!/usr/bin/env bash
# Builds the source distribution, and from it the release wheel, into build/wheels.
source "$(dirname "$0")/lib.sh"

need cargo "install Rust"
build_tools
made_from=(core/src core/Cargo.toml py-bindings README.md LICENSE-MIT LICENSE-APACHE Cargo.toml Cargo.lock scripts/wheel.sh scripts/build-requirements.txt)
if ! sources_changed "$BUILD/wheels/.stamp" "${made_from[@]}"; then
  say "the wheel in build/wheels is up to date"
  exit 0
fi
target=${CARGO_TARGET_DIR:-$ROOT/target}
# The files of a source distribution have one old date, so that cargo would take an earlier build for fresh.
rm -rf "$BUILD/wheels" "$target"/release/.fingerprint/ukur-*
# --sdist builds the wheel from the unpacked source distribution: so that one is complete. (Not --locked: it leaves
# out the JavaScript member, and with it that member's lines of the lock file.)
(cd py-bindings && "$MATURIN" build --quiet --sdist --release --strip --interpreter "$BUILD/venv-build/bin/python" \
  --target-dir "$target" --out "$BUILD/wheels") >"$BUILD/wheel.log" 2>&1 ||
  { cat "$BUILD/wheel.log" >&2; exit 1; }
sources_stamp "$BUILD/wheels/.stamp" "${made_from[@]}"
for file in "$BUILD"/wheels/*; do say "$(stat -c %s "$file") bytes: $(basename "$file")"; done
