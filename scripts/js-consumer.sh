#!/usr/bin/env bash
# Installs the packed npm package into build/consumer, as a user would, and looks at it as they would meet it.
source "$(dirname "$0")/lib.sh"

node_tools
tarball=$(ls "$BUILD"/npm/*.tgz)
rm -rf "$BUILD/consumer"
mkdir -p "$BUILD/consumer"
cd "$BUILD/consumer"
printf '{ "name": "consumer", "private": true, "type": "module" }\n' >package.json
npm install --no-audit --no-fund --loglevel=error "$tarball"
[ "$(ls node_modules | grep -cv '^\.')" = 1 ] || die "the package brings others with it: $(ls node_modules)"
for file in README.md LICENSE-MIT LICENSE-APACHE dist/index.d.ts dist/wasm/metrics_bg.wasm; do
  [ -s "node_modules/ukur/$file" ] || die "the package lacks $file"
done
"$NODE_BIN/publint" --strict node_modules/ukur
# Its types under a strict TypeScript, with and without Node's own types.
cp "$ROOT"/tests/js/types.ts .
"$NODE_BIN/tsc" --noEmit --strict --exactOptionalPropertyTypes --target es2022 --module nodenext --types '' types.ts
"$NODE_BIN/tsc" --noEmit --strict --target es2022 --module esnext --moduleResolution bundler --types '' types.ts
say "types hold under nodenext and under a bundler's resolution"
