# `make demo` and `make test` do all of their own set-up: a virtual environment in .venv, once.
# Needs Python 3.11 or newer with venv, and make. On Windows: see README.md, "pip install .".

SHELL := /bin/sh
.DEFAULT_GOAL := help
BIN := .venv/bin
READY := .venv/.kgraph-ready
TESTING := .venv/.kgraph-testing
# Tests that start kgraph or the engine spend their time waiting, so two processes pay off everywhere.
PYTEST_FLAGS ?= -n 2 --dist loadfile
# Another Python: make test PYTHON=/opt/python3.13/bin/python3
PYTHON ?=

.PHONY: help demo test soak lint bench docs clean
.DELETE_ON_ERROR:

help:
	@echo 'make demo    read the demo articles and show who accuses whom, who denies it, on whose word'
	@echo 'make test    every test'
	@echo 'make soak    the long forms: 100 kills, 100,000 hostile inputs'
	@echo 'make lint    ruff, mypy, import-linter'
	@echo 'make bench   the figures: speed, memory, quality'
	@echo 'make docs    write the generated parts of docs/ anew'
	@echo 'make clean   remove the virtual environment, caches and the demo graph'

demo: $(READY)
	@$(BIN)/kgraph demo

# On both stores, where Java 17 and Maven are there to start a Neo4j (or KGRAPH_TEST_NEO4J names one).
test: $(TESTING)
	@$(BIN)/python -m tools.neo4j_server run $(BIN)/python -m pytest $(PYTEST_FLAGS)

# The kill test and the fuzzing of every reader at their full length.
soak: $(TESTING)
	@KGRAPH_KILLS=100 KGRAPH_FUZZ=100000 $(BIN)/python -m pytest $(PYTEST_FLAGS) --timeout 14400 \
		tests/app/test_exactly_once.py tests/reading/test_hostile.py

lint: $(TESTING)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(TESTING)
	$(BIN)/python -m benchmarks

docs: $(TESTING)
	$(BIN)/python -m kgraph.cli.reference > docs/cli.md
	$(BIN)/python -m kgraph.query.reference > docs/templates.md
	$(BIN)/python -m tools.transcripts --write README.md docs/tutorial.md

# pip prints nothing while it works; so we say what is going on.
$(READY): pyproject.toml
	@PYTHON='$(PYTHON)' sh tools/make_venv.sh .venv
	@echo 'installing kgraph and what it needs into .venv (about 150 MB to download, once) ...'
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --editable .
	@touch $@

$(TESTING): $(READY)
	@echo 'installing what the tests need ...'
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

clean:
	rm -rf .venv .neo4j build dist demo.graph .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find kgraph tests tools benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
