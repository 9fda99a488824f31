#!/usr/bin/env bash
# The Python face is typed throughout, and the stubs say what the installed module does.
source "$(dirname "$0")/lib.sh"

python_tools
install_wheel venv
config=$ROOT/py-bindings/pyproject.toml
(cd py-bindings/python && "$VENV/bin/mypy" --config-file "$config" --python-executable "$PY" --cache-dir "$BUILD/mypy" --package ukur)
# From an empty folder, so that it is the installed wheel that is compared.
mkdir -p "$BUILD/empty"
cd "$BUILD/empty"
"$PY" "$ROOT/scripts/stubtest_allow.py" >"$BUILD/stubtest-allow.txt"
"$VENV/bin/stubtest" --mypy-config-file "$config" --allowlist "$BUILD/stubtest-allow.txt" --ignore-unused-allowlist --concise ukur
