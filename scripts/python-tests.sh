#!/usr/bin/env bash
# pytest against the wheel installed in build/venv; the vector test leaves its results in build/bits.
#   scripts/python-tests.sh [pytest arguments]
source "$(dirname "$0")/lib.sh"

python_tools
[ -d "$BUILD/wheels" ] || bash scripts/wheel.sh
install_wheel venv
export UKUR_BITS_DIR=$BUILD/bits UKUR_NAMES_DIR=$BUILD/names
mkdir -p "$BUILD/bits" "$BUILD/names"
"$PY" -m pytest --config-file tests/python/pytest.ini tests/python "$@"
