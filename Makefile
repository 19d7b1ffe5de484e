# Two commands are all that anyone needs: `make demo` and `make test`. Each sets itself up; only python3 and make must
# be there. The virtual environment is ./.venv and nothing outside this folder is touched.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INKWRIGHT_CORPUS ?= $(abspath ../shared/corpus)
INKWRIGHT_SPEC ?= $(abspath ../shared/spec)
export INKWRIGHT_CORPUS INKWRIGHT_SPEC
# Where this is set, each of the thousands of processes that the tests start compiles the whole package again.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo test check bench torture corpus interop golden reference clean

help:  ## Show these lines
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/run.stamp: pyproject.toml scripts/setup.py
	$(PYTHON) scripts/setup.py run

$(VENV)/dev.stamp: pyproject.toml scripts/setup.py
	$(PYTHON) scripts/setup.py dev

demo: $(VENV)/run.stamp  ## Set up, then walk through one engineer's week and build the demo blog
	@echo "The command is $(BIN)/inkwright; '. $(BIN)/activate' puts it on your path."
	$(BIN)/inkwright demo demo-blog

test: $(VENV)/dev.stamp  ## Set up, then run every family of tests with small counts
	$(PYTHON) scripts/setup.py programs
	$(BIN)/pytest -n 3 $(ARGS)

check: $(VENV)/dev.stamp  ## Style, types and the import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/dev.stamp  ## Speeds beside their bars
	$(BIN)/python bench/run.py $(ARGS)

torture: $(VENV)/dev.stamp  ## The reliability tests with their full counts
	INKWRIGHT_TORTURE=1000 $(BIN)/pytest $(ARGS)

corpus: $(VENV)/dev.stamp  ## What needs the development corpus (INKWRIGHT_CORPUS)
	$(BIN)/pytest -m corpus $(ARGS)

interop: $(VENV)/dev.stamp  ## Foreign generators, servers and validators; says what was missing
	$(PYTHON) scripts/interop.py
	$(BIN)/pytest -m interop -rs $(ARGS)

golden: $(VENV)/dev.stamp  ## Renew the golden trees, then look at the diff
	$(BIN)/pytest tests --golden -k golden $(ARGS)

reference: $(VENV)/dev.stamp  ## Renew docs/reference from the product itself
	$(BIN)/python scripts/reference.py

clean:  ## Remove what these commands made
	rm -rf $(VENV) demo-blog .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
