#!/usr/bin/env bash
# The property tests with many more examples. UKUR_EXAMPLES (default 5000) for each property.
source "$(dirname "$0")/lib.sh"

export UKUR_EXAMPLES=${UKUR_EXAMPLES:-5000}
step "Rust: $UKUR_EXAMPLES examples a property" bash scripts/rust-tests.sh
bash scripts/wheel.sh
step "Python: $UKUR_EXAMPLES examples a property" bash scripts/python-tests.sh
bash scripts/wasm.sh
bash scripts/js-consumer.sh
step "JavaScript: $UKUR_EXAMPLES examples a property" bash scripts/js-tests.sh
