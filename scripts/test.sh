#!/usr/bin/env bash
# Everything that must hold, from nothing. Goes on after a failure and sums up at the end.
#   scripts/test.sh            all steps
#   scripts/test.sh python js  the steps of these groups only (rust, python, js)
source "$(dirname "$0")/lib.sh"

groups=" ${*:-rust python js} "
mkdir -p "$BUILD"
names=() seconds=() failed=()
began=$SECONDS

# check GROUP HEADING COMMAND...
check() {
  local group=$1 heading=$2 start=$SECONDS
  shift 2
  case $groups in *" $group "* | *" all "*) ;; *) [ "$group" = shared ] || return 0 ;; esac
  printf '\n=== %s\n' "$heading"
  if "$@" </dev/null; then
    printf -- '--- %s: ok, %d s\n' "$heading" $((SECONDS - start))
  else
    failed+=("$heading")
    printf -- '--- %s: FAILED, %d s\n' "$heading" $((SECONDS - start))
  fi
  names+=("$heading")
  seconds+=($((SECONDS - start)))
}

rm -rf "$BUILD/bits" "$BUILD/names"
mkdir -p "$BUILD/bits" "$BUILD/names"

check shared "All: probes of every metric" bash scripts/probes.sh
check rust "Rust: format" cargo fmt --all --check
check rust "Rust: lints" cargo clippy --quiet --locked --workspace --all-targets --all-features -- -D warnings
check rust "Rust: generated files are what the core says" python3 scripts/faces/main.py --check
check rust "Rust: dependencies of the core" bash scripts/check-dependencies.sh
check rust "Rust: unit, integration and vector tests" bash scripts/rust-tests.sh
check rust "Rust: examples in the documentation and the README" cargo test --quiet --locked --package ukur --features serde --doc
check rust "Rust: documentation pages" bash scripts/docs.sh
check rust "Rust: the crate as it would be published" bash scripts/publish-dry-run.sh

check python "Python: tools" bash -c 'source scripts/lib.sh && build_tools && python_tools && "$PY" -m pip check'
check python "Python: type stubs are those of the native module" bash scripts/stubs.sh --check
check python "Python: sdist, and the wheel built from it" bash scripts/wheel.sh
check python "Python: types (mypy --strict, stubtest)" bash scripts/python-types.sh
check python "Python: tests against the installed wheel" bash scripts/python-tests.sh
check python "Python: the wheel alone in a clean environment" bash scripts/python-clean.sh

check js "JavaScript: the package" bash scripts/wasm.sh
check js "JavaScript: the packed package as its users get it" bash scripts/js-consumer.sh
check js "JavaScript: tests in Node" bash scripts/js-tests.sh
check js "JavaScript: tests in Chromium" bash scripts/browser-tests.sh

check shared "All: the same names and the same bits in every language" bash scripts/compare.sh $groups

printf '\n=== Summary\n'
for i in "${!names[@]}"; do printf '%5d s  %s\n' "${seconds[$i]}" "${names[$i]}"; done
for name in "${failed[@]+"${failed[@]}"}"; do printf 'FAILED: %s\n' "$name"; done
printf '%5d s  in all\n' $((SECONDS - began))
printf 'steps: %d passed, %d failed\n' $((${#names[@]} - ${#failed[@]})) "${#failed[@]}"
[ "${#failed[@]}" = 0 ]
