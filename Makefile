# Everything by one word. Each target installs what it needs into build/ first; a second run finds it there.
.DEFAULT_GOAL := help
.PHONY: help demo test test-rust test-python test-js bench study docs fuzz wheel wasm faces stubs clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

demo: ## the main job on real purchases: tables here, and a report to open
	@bash scripts/demo.sh

test: ## everything that must hold, in the three languages
	@bash scripts/test.sh

test-rust: ## the Rust part of it: format, lints, tests, the crate as published
	@bash scripts/test.sh rust

test-python: ## the Python part: stubs, sdist, wheel, types, tests
	@bash scripts/test.sh python

test-js: ## the JavaScript part: package, types, tests in Node and in Chromium
	@bash scripts/test.sh js

bench: ## speed beside the peers, in one run; ROOM="metrics models" for some rooms only
	@bash scripts/bench.sh $(ROOM)

study: ## calibration and recovery by simulation, tables under docs/
	@bash scripts/study.sh

docs: ## the documentation pages made from the code
	@bash scripts/docs.sh

fuzz: ## the property tests with many more examples than `make test` takes
	@bash scripts/fuzz.sh

wheel: ## build the Python sdist and wheel into build/wheels
	@bash scripts/wheel.sh

wasm: ## build the npm package: wasm-bindings/dist and build/npm/*.tgz
	@bash scripts/wasm.sh

faces: ## write what is generated: the Python and JavaScript faces of metrics and models, vectors, pages
	@python3 scripts/faces/main.py

stubs: ## write the type stubs of the native Python module
	@bash scripts/stubs.sh

clean: ## remove everything that was built or installed here
	rm -rf build target wasm-bindings/dist
