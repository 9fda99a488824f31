#!/usr/bin/env bash
# Calibration and recovery by simulation: every program core/examples/study_*.rs, in release; each prints a table
# in Markdown, which becomes docs/study-NAME.md.
source "$(dirname "$0")/lib.sh"

need cargo "install Rust"
UKUR_STUDY_DATE=$(date -u +%F)
export UKUR_STUDY_DATE
mkdir -p docs
for program in core/examples/study_*.rs; do
  [ -e "$program" ] || die "there is no core/examples/study_*.rs"
  name=$(basename "$program" .rs)
  page=docs/${name/_/-}.md
  step "$name" bash -c 'cargo run --quiet --locked --release --package ukur --features serde --example "$1" >"$2.new" && mv "$2.new" "$2"' - "$name" "$page"
  cat "$page"
done
