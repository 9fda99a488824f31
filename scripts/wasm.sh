#!/usr/bin/env bash
# Builds the npm package: wasm-bindings/dist, and the packed build/npm/ukur-VERSION.tgz. Prints the sizes and
# fails when the module has outgrown its budget.
#   UKUR_WASM_MAX_RAW, UKUR_WASM_MAX_GZIP   other limits, in bytes
source "$(dirname "$0")/lib.sh"

# What it has come to. The aim is 250,000 and 90,000 with everything in it; a build that grows past this fails.
MAX_RAW=${UKUR_WASM_MAX_RAW:-960000}
MAX_GZIP=${UKUR_WASM_MAX_GZIP:-410000}
PACKAGE=$ROOT/wasm-bindings
DIST=$PACKAGE/dist
TOOL=$BUILD/wasm-bindgen/release/run-wasm-bindgen
made_from=(core/src core/Cargo.toml wasm-bindings README.md LICENSE-MIT LICENSE-APACHE Cargo.toml Cargo.lock
  scripts/wasm.sh scripts/wasm-bindgen scripts/node)

sizes() {
  local raw gzipped
  raw=$(stat -c %s "$DIST/wasm/ukur_bg.wasm")
  gzipped=$(gzip -9c "$DIST/wasm/ukur_bg.wasm" | wc -c)
  say "wasm $raw bytes (at most $MAX_RAW), gzip $gzipped (at most $MAX_GZIP); package $(stat -c %s "$BUILD"/npm/*.tgz) bytes: $(basename "$BUILD"/npm/*.tgz)"
  if [ "$raw" -gt "$MAX_RAW" ] || [ "$gzipped" -gt "$MAX_GZIP" ]; then die "the wasm module is larger than its budget"; fi
}
if [ -d "$DIST" ] && ! sources_changed "$BUILD/npm/.stamp" "${made_from[@]}"; then
  say "the package in build/npm is up to date"
  sizes
  exit 0
fi

need cargo "install Rust"
bash scripts/wasm-target.sh
node_tools

# No path of this machine in the panic messages.
registry=${CARGO_HOME:-$HOME/.cargo}
export RUSTFLAGS="${RUSTFLAGS:-} --remap-path-prefix=$ROOT=ukur --remap-path-prefix=$registry=cargo"
cargo build --quiet --locked --package ukur-wasm --target wasm32-unknown-unknown --profile wasm --target-dir "${CARGO_TARGET_DIR:-$ROOT/target}"
unset RUSTFLAGS
cargo build --quiet --locked --release --manifest-path scripts/wasm-bindgen/Cargo.toml --target-dir "$BUILD/wasm-bindgen"

rm -rf "$DIST"
mkdir -p "$DIST/wasm"
"$TOOL" "${CARGO_TARGET_DIR:-$ROOT/target}/wasm32-unknown-unknown/wasm/ukur_wasm.wasm" "$DIST/wasm" ukur
# A type that TypeScript knows only with the newest library, for users who may not have it.
sed -i '/\[Symbol\.dispose\]/d' "$DIST/wasm/ukur.d.ts"
"$NODE_BIN/wasm-opt" -Oz --strip-debug --strip-producers --strip-target-features \
  --enable-bulk-memory --enable-sign-ext --enable-mutable-globals --enable-nontrapping-float-to-int --enable-reference-types --enable-multivalue \
  "$DIST/wasm/ukur_bg.wasm" -o "$DIST/wasm/ukur_bg.wasm"
node -e '
  const { readFileSync, writeFileSync } = require("node:fs");
  const text = readFileSync(process.argv[1] + "/ukur_bg.wasm").toString("base64");
  writeFileSync(process.argv[1] + "/base64.js", `export const base64 = "${text}";\n`);
  writeFileSync(process.argv[1] + "/base64.d.ts", "export declare const base64: string;\n");
' "$DIST/wasm"
"$NODE_BIN/tsc" --project "$PACKAGE/tsconfig.json"

# npm does not pack links.
trap 'rm -f "$PACKAGE"/README.md "$PACKAGE"/LICENSE-*' EXIT
cp README.md LICENSE-MIT LICENSE-APACHE "$PACKAGE/"
rm -rf "$BUILD/npm"
mkdir -p "$BUILD/npm"
(cd "$PACKAGE" && npm pack --silent --pack-destination "$BUILD/npm" >/dev/null)

if grep -aqF -e "$ROOT" -e "$HOME/" "$DIST/wasm/ukur_bg.wasm"; then die "a path of this machine is in the module"; fi
rm -f "$PACKAGE"/README.md "$PACKAGE"/LICENSE-*
sources_stamp "$BUILD/npm/.stamp" "${made_from[@]}"
sizes
