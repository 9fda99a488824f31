#!/usr/bin/env bash
# Writes py-bindings/python/ukur/_core.pyi from the native module; --check compares instead.
source "$(dirname "$0")/lib.sh"

build_tools
committed=$ROOT/py-bindings/python/ukur/_core.pyi
rm -rf "$BUILD/stubs"
(cd py-bindings && "$MATURIN" generate-stubs --quiet --features stubs --interpreter "$BUILD/venv-build/bin/python" \
  --target-dir "${CARGO_TARGET_DIR:-$ROOT/target}" --out "$BUILD/stubs" >"$BUILD/stubs.log" 2>&1) || { cat "$BUILD/stubs.log" >&2; exit 1; }
written=$BUILD/stubs/ukur/_core.pyi
if grep -n Incomplete "$written"; then die "a type in the stubs is incomplete: give it INPUT_TYPE or OUTPUT_TYPE"; fi
if [ "${1:-}" = --check ]; then
  diff -u "$committed" "$written" || die "_core.pyi is not what the native module says: run \`make stubs\` and commit it"
  say "_core.pyi is up to date"
else
  cp "$written" "$committed"
  say "wrote py-bindings/python/ukur/_core.pyi"
fi
