# Every target makes what it needs in .venv from the hashed requirement files; nothing is installed elsewhere.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes

.PHONY: help install demo test check format gate bench bench-scale requirements clean

help:            ## show this list
	@grep -E '^[a-z-]+: .*##|^[a-z-]+:  *##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/' | expand -t 16

.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "twosource needs Python 3.11 or newer; name one with: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv .venv
	@touch $@

.venv/run: .venv/made requirements/run.txt requirements/build.txt pyproject.toml
	$(PIP) -r requirements/build.txt
	$(PIP) -r requirements/run.txt
	$(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: .venv/run requirements/dev.txt
	$(PIP) -r requirements/dev.txt
	@touch $@

install: .venv/run  ## install twosource into .venv

demo: .venv/run  ## install, then read the five example articles
	$(BIN)/twosource check examples

test: .venv/dev  ## run all tests
	$(BIN)/python -m pytest -q

check: .venv/dev  ## all linters and all tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q

format: .venv/dev  ## put the code into its form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

gate: .venv/dev  ## score the dev data under ../shared and hold the floors
	$(BIN)/python -m evaluation.gate

bench: .venv/dev  ## time per stage beside a peer, and time and memory over size; some minutes
	$(BIN)/python -m benchmarks.stages
	$(BIN)/python -m benchmarks.scale

bench-scale: .venv/dev  ## the same over size to 100,000 articles grouped and a story of 1,000; half an hour
	$(BIN)/python -m benchmarks.scale --full

requirements:    ## pin the requirement files anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url pyproject.toml -o requirements/run.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --extra dev pyproject.toml -o requirements/dev.txt
	printf 'hatchling\neditables\n' | uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url - -o requirements/build.txt

clean:           ## remove what was made
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
