# Everything a person or a CI machine does with a checkout. `make` alone lists it.
#
#   make demo                 install, then run the main job on the sample comments
#   make test ARGS='-k csv'   ARGS is handed to pytest
#   make PYTHON=python3.12    choose the interpreter for a new .venv

PYTHON   ?=
PIP_ARGS ?=
ARGS     ?=

SHELL    := /bin/bash
VENV     := .venv
BIN      := $(VENV)/bin
STAMP    := $(VENV)/.installed
TYPING   := $(VENV)/typing
LAYERS   := grammar corpora primitives compiler runtime

export PIP_DISABLE_PIP_VERSION_CHECK = 1

.DEFAULT_GOAL := help
.PHONY: help install demo test test-deep format lint types check bench docs wheel-test clean
.DELETE_ON_ERROR:

help: ## this list
	@awk -F':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: $(STAMP) ## create .venv and install the pinned dependencies

demo: $(STAMP) ## run the main job on the sample corpus
	$(BIN)/sayso demo

test: $(STAMP) ## all tests (under five minutes)
	$(BIN)/pytest -n auto $(ARGS)

test-deep: $(STAMP) ## the properties again, for about an hour
	SAYSO_PROFILE=deep $(BIN)/pytest -n auto tests/test_laws.py $(ARGS)

format: $(STAMP) ## rewrite the code in the house's format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: $(STAMP) ## ruff: style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

# The checkout is the package, whatever the folder is called; mypy finds it under its own name through a link.
types: $(STAMP) ## mypy --strict
	@mkdir -p $(TYPING) && ln -sfn "$(CURDIR)" $(TYPING)/sayso
	MYPYPATH=$(TYPING) $(BIN)/mypy -m sayso $(addprefix -p sayso.,$(LAYERS))

check: lint types test ## what must pass before a change is merged

bench: $(STAMP) ## every benchmark in benchmarks/ that can be run
	@set -e; for file in $$(grep -l __main__ benchmarks/*.py benchmarks/*/*.py); do \
	  echo "== $$file"; $(BIN)/python "$$file" $(ARGS); \
	done

docs: $(STAMP) ## write the generated parts of README.md and docs/ anew
	@set -e; for file in docs/make_*.py; do \
	  echo "== $$file"; $(BIN)/python "$$file" $(ARGS); \
	done

wheel-test: $(STAMP) ## build the wheel, install it into an empty environment, run it from elsewhere
	tests/wheel.sh $(BIN)/python

clean: ## remove .venv and everything that was built
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find $(LAYERS) tests benchmarks examples docs -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# Done once, and again when the requirements change. The first interpreter that fits is taken.
$(STAMP): pyproject.toml constraints.txt
	@fits='import sys, venv, ensurepip; sys.exit(not (3, 10) <= sys.version_info[:2] <= (3, 13))'; \
	if ! $(BIN)/python -c "$$fits" >/dev/null 2>&1; then \
	  python=; \
	  for name in $(or $(PYTHON),python3 python3.13 python3.12 python3.11 python3.10); do \
	    if "$$name" -c "$$fits" >/dev/null 2>&1; then python=$$name; break; fi; \
	  done; \
	  if [ -z "$$python" ]; then \
	    echo "Sayso needs Python 3.10 to 3.13 with the modules venv and ensurepip." >&2; \
	    echo "Found: $$($(or $(PYTHON),python3) --version 2>&1 | head -n 1)." >&2; \
	    echo "Install one of them (on Debian and Ubuntu also the package python3-venv), then try again," >&2; \
	    echo "or name it: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)" >&2; \
	    exit 1; \
	  fi; \
	  echo "creating $(VENV) with $$("$$python" --version)"; \
	  rm -rf $(VENV); "$$python" -m venv $(VENV); \
	fi
	$(BIN)/python -m pip install --quiet -c constraints.txt $(PIP_ARGS) setuptools
	$(BIN)/python -m pip install --quiet -c constraints.txt $(PIP_ARGS) --no-build-isolation -e ".[dev]"
	@touch $@
