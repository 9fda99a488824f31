#!/usr/bin/env bash
# Builds the release wheel into build/wheels and installs it into build/venv, replacing what was there.
source "$(dirname "$0")/lib.sh"

need cargo "install Rust"
python_tools
rm -rf "$BUILD/wheels"
(cd py-bindings && "$VENV/bin/maturin" build --quiet --release --strip --locked --interpreter "$PY" \
  --target-dir "${CARGO_TARGET_DIR:-$ROOT/target}" --out "$BUILD/wheels")
"$PY" -m pip install --quiet --force-reinstall --no-deps "$BUILD"/wheels/*.whl
say "wheel $(stat -c %s "$BUILD"/wheels/*.whl) bytes: $(basename "$BUILD"/wheels/*.whl)"
