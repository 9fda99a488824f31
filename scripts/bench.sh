#!/usr/bin/env bash
# Speed beside the peers, in one run: tests/peers/bench.py. Prints the ratios and writes docs/benchmarks.md.
#   scripts/bench.sh [ROOM ...] [--quick] [--repeat N]
source "$(dirname "$0")/lib.sh"

bash scripts/wheel.sh
# The room that runs the npm package.
case " ${*:-wasm} " in *" wasm "*) bash scripts/wasm.sh ;; esac
need_package c++ g++ "the C++ compiler"
python_env venv-bench tests/peers/requirements.txt
install_wheel venv-bench
"$BUILD/venv-bench/bin/python" tests/peers/bench.py "$@"
