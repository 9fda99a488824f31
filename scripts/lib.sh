# Shared by the scripts: where things lie, headings with timings, and the installs. Source it.
# shellcheck shell=bash
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
BUILD=$ROOT/build
VENV=$BUILD/venv
PY=$VENV/bin/python
NODE_BIN=$BUILD/node_modules/.bin
export CARGO_TERM_COLOR=${CARGO_TERM_COLOR:-never}
export PIP_DISABLE_PIP_VERSION_CHECK=1
cd "$ROOT"

say() { printf '%s\n' "$*"; }
die() { printf 'error: %s\n' "$*" >&2; exit 1; }

# step HEADING COMMAND...: run it under a heading, with the seconds it took.
step() {
  local heading=$1 start=$SECONDS
  shift
  printf '\n=== %s\n' "$heading"
  "$@"
  printf -- '--- %s: %d s\n' "$heading" $((SECONDS - start))
}

# need COMMAND WHAT-TO-DO
need() { command -v "$1" >/dev/null || die "\`$1\` is missing: $2"; }

# changed STAMP FILE...: true unless the stamp holds these files' present content.
changed() {
  local stamp=$1 sum
  shift
  sum=$(cat "$@" | sha256sum)
  [ "$(cat "$stamp" 2>/dev/null)" != "$sum" ]
}
stamp() {
  local stamp=$1
  shift
  cat "$@" | sha256sum >"$stamp"
}

# sources_changed STAMP PATH...: as `changed`, for whole folders, names included.
sources() { shift; find "$@" -type f ! -name '*.pyc' ! -path '*/dist/*' ! -path '*/target/*' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum; }
sources_changed() { [ "$(cat "$1" 2>/dev/null)" != "$(sources "$@")" ]; }
sources_stamp() { sources "$@" >"$1"; }

# python_env NAME REQUIREMENTS: the virtual environment build/NAME with what a file lists.
python_env() {
  local env=$BUILD/$1 wanted=$2
  changed "$env/.stamp" "$wanted" || return 0
  need python3 "install Python 3.11 or newer"
  python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || die "Python 3.11 or newer is needed, this is $(python3 -V)"
  say "installing Python packages into build/$1"
  [ -x "$env/bin/python" ] || python3 -m venv "$env" || die "python3 -m venv failed; on Debian: apt-get install python3-venv"
  # With its own `|| die`: where the caller stands in a list of commands, `set -e` does not stop this one.
  "$env/bin/python" -m pip install --quiet --requirement "$wanted" || die "the packages of $wanted could not be installed"
  stamp "$env/.stamp" "$wanted"
}

# need_package PROGRAM PACKAGE WORDS: a program, from Debian when it is missing.
need_package() {
  type -P "$1" >/dev/null && return 0
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || die "$3 is missing; install it (Debian: apt-get install $2)"
  say "installing Debian's $2"
  mkdir -p "$BUILD"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2"; } >"$BUILD/apt.log" 2>&1 ||
    { tail -5 "$BUILD/apt.log" >&2; die "apt-get could not install $2"; }
}

# What builds the wheel; and what checks and tests it.
MATURIN=$BUILD/venv-build/bin/maturin
build_tools() { python_env venv-build scripts/build-requirements.txt; }
# ChannelAttribution comes as C++ source.
python_tools() { need_package c++ g++ "the C++ compiler" && python_env venv tests/python/requirements.txt; }

# install_wheel NAME: the wheel of build/wheels into build/NAME, unless it is there already.
install_wheel() {
  local env=$BUILD/$1 wheel
  wheel=$(ls "$BUILD"/wheels/*.whl)
  changed "$env/.ukur-stamp" "$wheel" || return 0
  "$env/bin/python" -m pip install --quiet --force-reinstall --no-deps "$wheel" || die "the wheel could not be installed"
  stamp "$env/.ukur-stamp" "$wheel"
}

# The Node packages that building and testing the npm package needs, in build/node_modules.
node_tools() {
  local from=$ROOT/scripts/node
  changed "$BUILD/node_modules/.stamp" "$from/package.json" "$from/package-lock.json" || return 0
  need node "install Node 20 or newer"
  need npm "it comes with Node"
  node -e 'process.exit(+(process.versions.node.split(".")[0] < 20))' || die "Node 20 or newer is needed, this is $(node --version)"
  say "installing Node tools into build/node_modules"
  mkdir -p "$BUILD"
  cp "$from/package.json" "$from/package-lock.json" "$BUILD/"
  (cd "$BUILD" && npm ci --no-audit --no-fund --loglevel=error) || die "npm could not install the Node tools"
  stamp "$BUILD/node_modules/.stamp" "$from/package.json" "$from/package-lock.json"
}

# Chromium for the page tests, from Debian when it is missing.
CHROMIUM=${CHROMIUM:-}
need_chromium() {
  local found
  for found in "$CHROMIUM" chromium chromium-browser google-chrome; do
    if [ -n "$found" ] && type -P "$found" >/dev/null; then
      CHROMIUM=$(type -P "$found")
      export CHROMIUM
      return 0
    fi
  done
  need_package chromium chromium "Chromium (or CHROMIUM, set to its path)"
  CHROMIUM=$(type -P chromium)
  export CHROMIUM
}
