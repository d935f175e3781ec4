# `make run` opens the reader on the samples, `make test` checks everything. Both set up .venv first; the second time they start at once.
PYTHONS ?= python3.13 python3.12 python3.11 python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/installed

.DEFAULT_GOAL := help
.PHONY: help run test lint types contracts unit format lock samples clean

help:
	@echo "make run     set up, and open the reader on seeds/"
	@echo "make test    set up, and run every check"
	@echo "make format  format and mend the code style"
	@echo "make lock    pin the dependencies anew (needs uv)"
	@echo "make samples write the briefs of the samples anew"

# The first interpreter that starts and is of a supported version makes the environment.
$(BIN)/python:
	@for name in $(PYTHON) $(PYTHONS); do \
	  if "$$name" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then \
	    echo "Setting up $(VENV) with $$($$name --version) …"; exec "$$name" -m venv $(VENV); fi; \
	done; \
	echo "reex-tui needs Python 3.11, 3.12 or 3.13 with venv; none of these is one: $(PYTHON) $(PYTHONS)" >&2; exit 1

$(STAMP): requirements.txt pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q tui
	@touch $@

run: $(STAMP)
	@$(BIN)/reex-tui seeds

test: lint types contracts unit

lint: $(STAMP)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(STAMP)
	@$(BIN)/mypy

contracts: $(STAMP)
	@$(BIN)/lint-imports

unit: $(STAMP)
	@$(BIN)/pytest

format: $(STAMP)
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

lock:
	uv pip compile pyproject.toml --group dev --all-extras --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-annotate --quiet --custom-compile-command "make lock" -o requirements.txt

samples: $(STAMP)
	@$(BIN)/reex-tui brief seeds -o briefs

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache
