#!/usr/bin/env bash
# `pip install ukur` into an empty environment, and nothing else: every formula is there.
source "$(dirname "$0")/lib.sh"

clean=$BUILD/venv-clean
rm -rf "$clean"
python3 -m venv "$clean"
"$clean/bin/pip" install --quiet "$BUILD"/wheels/*.whl
"$clean/bin/pip" list --format=freeze | grep -vE '^(pip|setuptools)='
mkdir -p "$BUILD/empty"
(cd "$BUILD/empty" && "$clean/bin/python" -W error "$ROOT/tests/python/smoke.py")
