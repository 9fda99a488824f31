#!/usr/bin/env bash
# Builds the npm package: wasm-bindings/dist with a WebAssembly module a room, and the packed build/npm/ukur-VERSION.tgz.
# Prints the sizes and fails when a module has outgrown its budget.
#   wasm.sh --sizes NAME   what a module of the last build is made of: bytes of code by part of the crates
source "$(dirname "$0")/lib.sh"

# What each module may weigh, in bytes: as it is, and with gzip. For the main job, `lifetime`, both are aims: what a dashboard
# loads. For the metrics the second is the aim, 90,000 (the aim for the first is 250,000); the others are held to what they
# have come to. A build that grows past it fails. The models are built for speed, twice as large as for size: a fit then
# takes 1.0 to 2.0 times as long as native code, not 2.5 to 5.6 (docs/benchmarks.md).
limits() {
  cat <<'LIMITS'
metrics      203000  90000 size
customers    102000  51000 size
influencers  213000 103500 size
lifetime     150000  60000 size
models       850000 312000 speed
programmes   146500  71500 size
experiments  115000  54800 size
attribution   93000  46000 size
response     184000  88500 size
LIMITS
}
PACKAGE=$ROOT/wasm-bindings
DIST=$PACKAGE/dist
NAMED=$BUILD/wasm
TOOL=$BUILD/wasm-bindgen/release/run-wasm-bindgen
made_from=(core/src core/Cargo.toml wasm-bindings README.md LICENSE-MIT LICENSE-APACHE Cargo.toml Cargo.lock
  scripts/wasm.sh scripts/wasm-bindgen scripts/node)
features=(--enable-bulk-memory --enable-sign-ext --enable-mutable-globals --enable-nontrapping-float-to-int
  --enable-reference-types --enable-multivalue --enable-simd)
# Flat code gives -Oz more to do, the second and the third time too: 1 % less with gzip. Functions that are called often come
# first, where their numbers are short. The lowest kilobyte is the end of the stack, where no pointer points.
passes_size=(--low-memory-unused --flatten --rereloop -Oz -Oz -Oz)
passes_speed=(--low-memory-unused -O3)

sizes() {
  local name most_raw most_gzip raw gzipped all=0 all_gzipped=0 large=()
  while read -r name most_raw most_gzip _; do
    raw=$(stat -c %s "$DIST/wasm/${name}_bg.wasm")
    gzipped=$(gzip -9c "$DIST/wasm/${name}_bg.wasm" | wc -c)
    printf 'wasm %-11s %7d bytes (at most %d), gzip %6d (at most %d)\n' "$name" "$raw" "$most_raw" "$gzipped" "$most_gzip"
    all=$((all + raw)) all_gzipped=$((all_gzipped + gzipped))
    if [ "$raw" -gt "$most_raw" ] || [ "$gzipped" -gt "$most_gzip" ]; then large+=("$name"); fi
  done < <(limits)
  say "all modules $all bytes, gzip $all_gzipped; package $(stat -c %s "$BUILD"/npm/*.tgz) bytes: $(basename "$BUILD"/npm/*.tgz)"
  [ ${#large[@]} = 0 ] || die "larger than its budget: ${large[*]}"
}
if [ "${1:-}" = --sizes ]; then exec python3 scripts/wasm-sizes.py "$NAMED/$2.wasm"; fi
if [ -d "$DIST" ] && ! sources_changed "$BUILD/npm/.stamp" "${made_from[@]}"; then
  say "the package in build/npm is up to date"
  sizes
  exit 0
fi

need cargo "install Rust"
bash scripts/wasm-target.sh
node_tools
cargo build --quiet --locked --release --manifest-path scripts/wasm-bindgen/Cargo.toml --target-dir "$BUILD/wasm-bindgen"

# finish NAME size|speed: the JavaScript side of a module, and the module made small or quick.
finish() {
  local name=$1 passes=("${passes_size[@]}")
  if [ "$2" = speed ]; then passes=("${passes_speed[@]}"); fi
  "$TOOL" "$NAMED/$name.built.wasm" "$DIST/wasm" "$name"
  # A type that TypeScript knows only with the newest library, for users who may not have it.
  sed -i '/\[Symbol\.dispose\]/d' "$DIST/wasm/$name.d.ts"
  # Texts are looked at before they cross.
  sed -i -E 's/passStringToWasm0\((\w+), wasm\./passStringToWasm0(asText("\1", \1), wasm./' "$DIST/wasm/$name.js"
  cat scripts/wasm-bindgen/as_text.js >>"$DIST/wasm/$name.js"
  # In the small module of the main job gzip makes more of functions that lie as they were written: 1.4 % less.
  local order=(--reorder-functions)
  if [ "$name" = lifetime ]; then order=(); fi
  # With the names of its functions for `--sizes`; and without from the start, since with names half a percent stays that
  # can go.
  "$NODE_BIN/wasm-opt" "${passes[@]}" "${order[@]}" --debuginfo "${features[@]}" "$DIST/wasm/${name}_bg.wasm" \
    -o "$NAMED/$name.wasm"
  "$NODE_BIN/wasm-opt" "${passes[@]}" "${order[@]}" --strip-debug --strip-producers --strip-target-features "${features[@]}" \
    "$DIST/wasm/${name}_bg.wasm" -o "$NAMED/$name.small.wasm"
  mv "$NAMED/$name.small.wasm" "$DIST/wasm/${name}_bg.wasm"
  # Numbers in sentences are written by core/src/shown.rs; the standard library's way is 10 kB more. JSON needs it.
  if [ "$name" != response ] && grep -aq flt2dec "$NAMED/$name.wasm"; then
    die "the module $name writes a number without \`Shown\`"
  fi
}

# No path of this machine in the panic messages.
registry=${CARGO_HOME:-$HOME/.cargo}
target=${CARGO_TARGET_DIR:-$ROOT/target}
flags="${RUSTFLAGS:-} --remap-path-prefix=$ROOT=ukur --remap-path-prefix=$registry=cargo"
# 128 kB less of stack than the usual megabyte, and the addresses of all texts and tables take three bytes, not four.
# The table of functions begins where hardly any other number does, so that scripts/wasm-bindgen sees what nothing names.
link=(-C link-arg=-zstack-size=917504 -C link-arg=--table-base=1025)
rm -rf "$DIST" "$NAMED"
mkdir -p "$DIST/wasm" "$NAMED"
finishing=
while read -r name _ _ built; do
  profile=wasm extra=
  if [ "$built" = speed ]; then profile=wasm-speed extra="-C target-feature=+simd128"; fi
  RUSTFLAGS="$flags $extra" cargo rustc --quiet --locked --package ukur-wasm --no-default-features --features "$name" \
    --target wasm32-unknown-unknown --profile $profile --target-dir "$target" -- "${link[@]}"
  cp "$target/wasm32-unknown-unknown/$profile/ukur_wasm.wasm" "$NAMED/$name.built.wasm"
  # While the next one compiles.
  if [ -n "$finishing" ]; then wait "$finishing"; fi
  finish "$name" "$built" &
  finishing=$!
done < <(limits)
wait "$finishing"
node -e '
  const { readFileSync, readdirSync, writeFileSync } = require("node:fs");
  const folder = process.argv[1];
  const names = readdirSync(folder).filter((file) => file.endsWith("_bg.wasm")).map((file) => file.slice(0, -"_bg.wasm".length)).filter((name) => name !== "lifetime");
  const texts = names.map((name) => [name, readFileSync(`${folder}/${name}_bg.wasm`).toString("base64")]);
  writeFileSync(`${folder}/base64.js`, texts.map(([name, text]) => `export const ${name} = "${text}";\n`).join(""));
  writeFileSync(`${folder}/base64.d.ts`, names.map((name) => `export declare const ${name}: string;\n`).join(""));
' "$DIST/wasm"
"$NODE_BIN/tsc" --project "$PACKAGE/tsconfig.json"

# npm does not pack links.
trap 'rm -f "$PACKAGE"/README.md "$PACKAGE"/LICENSE-*' EXIT
cp README.md LICENSE-MIT LICENSE-APACHE "$PACKAGE/"
rm -rf "$BUILD/npm"
mkdir -p "$BUILD/npm"
(cd "$PACKAGE" && npm pack --silent --pack-destination "$BUILD/npm" >/dev/null)

if grep -aqF -e "$ROOT" -e "$HOME/" "$DIST"/wasm/*.wasm; then die "a path of this machine is in a module"; fi
rm -f "$PACKAGE"/README.md "$PACKAGE"/LICENSE-*
sources_stamp "$BUILD/npm/.stamp" "${made_from[@]}"
sizes
