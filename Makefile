# Everything by one word. Each target installs what it needs into build/ first; a second run finds it there.
.DEFAULT_GOAL := help
.PHONY: help wheel wasm stubs

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

wheel: ## build the Python wheel and install it into build/venv
	@bash scripts/wheel.sh

wasm: ## build the npm package: wasm-bindings/dist and build/npm/*.tgz
	@bash scripts/wasm.sh

stubs: ## write the type stubs of the native Python module
	@bash scripts/stubs.sh
