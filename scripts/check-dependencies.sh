#!/usr/bin/env bash
# The core stands on thiserror, serde and libm alone, and names no binding crate.
source "$(dirname "$0")/lib.sh"

allowed='^(ukur|thiserror|serde|serde_json|libm)$'
direct=$(cargo tree --locked --package ukur --features serde --edges normal --depth 1 --prefix none | awk '{print $1}' | sort -u)
say "direct dependencies of the core: $(printf '%s ' $direct)"
if printf '%s\n' "$direct" | grep -vE "$allowed"; then die "the core has a dependency that the design does not name"; fi
plain=$(cargo tree --locked --package ukur --edges normal --depth 1 --prefix none | awk '{print $1}' | sort -u)
if printf '%s\n' "$plain" | grep -E '^serde'; then die "serde is not optional any more"; fi
whole=$(cargo tree --locked --package ukur --features serde --edges normal,build --prefix none | awk '{print $1}' | sort -u)
if printf '%s\n' "$whole" | grep -E 'pyo3|numpy|wasm-bindgen|js-sys|web-sys|napi'; then die "a binding crate is below the core"; fi
if grep -rnE 'pyo3|wasm_bindgen|wasm-bindgen|js_sys|cfg\([^)]*(wasm|python)' core/src core/Cargo.toml; then die "the core names a binding"; fi
