#!/usr/bin/env bash
# The crate as the registry would get it: packed, unpacked and built on its own.
source "$(dirname "$0")/lib.sh"

cargo publish --quiet --dry-run --locked --allow-dirty --package ukur
packed=$(ls "${CARGO_TARGET_DIR:-$ROOT/target}"/package/ukur-*.crate 2>/dev/null || ls "${CARGO_TARGET_DIR:-$ROOT/target}"/package/tmp-crate/ukur-*.crate)
listing=$(tar -tzf "$packed")
for file in README.md LICENSE-MIT LICENSE-APACHE src/lib.rs; do
  grep -q "/$file\$" <<<"$listing" || die "the crate lacks $file"
done
say "crate $(stat -c %s "$packed") bytes: $(basename "$packed"), $(wc -l <<<"$listing") files"
