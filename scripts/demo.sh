#!/usr/bin/env bash
# The main job on real input: demo/run.py, with the wheel built here.
source "$(dirname "$0")/lib.sh"

bash scripts/wheel.sh
python_env venv-demo demo/requirements.txt
install_wheel venv-demo
"$BUILD/venv-demo/bin/python" demo/run.py "$@"
