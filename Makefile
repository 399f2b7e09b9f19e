# Python 3.11 or newer sets everything up in .venv; another one is chosen by: make PYTHON=python3.13

PYTHON ?= python3
BIN := .venv/bin
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command "make lock" pyproject.toml

.PHONY: publish test check fix bench peers faults fuzz mutants controls lock clean help
.DELETE_ON_ERROR:

publish: .venv/ready ## Set up, then extract, translate, check and publish content/ (the default)
	$(BIN)/pipeline publish

test: .venv/ready .venv/browser ## Set up, then run every test
	$(BIN)/python -m pytest

check: .venv/ready ## Format, lint, types, layers, and docs in step with the code
	$(BIN)/ruff format --check . && $(BIN)/ruff check . && $(BIN)/mypy && $(BIN)/python -m pytest --quiet tests/test_layers.py tests/test_docs.py tests/test_rule_pages.py tests/test_dependencies.py

fix: .venv/ready ## Format, mend what the linter can mend, and write what commands and rules say into the docs
	$(BIN)/ruff format . && $(BIN)/ruff check --fix . && $(BIN)/python tests/readme.py && $(BIN)/python tests/rule_pages.py && $(BIN)/python tests/tutorial.py

bench: .venv/ready .venv/browser peers ## Measure every claim beside its peers (half an hour), and write docs/benchmarks.md
	$(BIN)/python benchmarks

# What the peers lack is told by the benchmark: a column stays empty.
peers: .venv/ready ## Install the tools that benchmarks compare with, in .bench/
	for peer in "mkdocs mkdocs mkdocs-static-i18n" "prose proselint"; do \
	  set -- $$peer; name=$$1; shift; \
	  $(PYTHON) -m venv .bench/$$name && .bench/$$name/bin/python -m pip install -qq --disable-pip-version-check "$$@" || true; \
	done
	command -v npm >/dev/null && npm install --silent --prefix .bench write-good || true

faults: .venv/ready ## Stop every command that writes at each of its writes: killed, disk full, read-only, denied
	PYTHONPATH=.:tests $(BIN)/python tests/faults.py

fuzz: .venv/ready ## Fuzz each reader for FUZZ_SECONDS (600); what is found lies in .fuzz/
	$(BIN)/uv pip install --quiet --python $(BIN)/python --group fuzz
	set -e; for target in $$($(BIN)/python -m fuzz); do echo "== $$target"; $(BIN)/python -m fuzz $$target; done

mutants: .venv/ready ## Change the core a line at a time and see which tests notice: MUTANTS (300) changes of each part
	$(BIN)/uv pip install --quiet --python $(BIN)/python --group mutants
	$(BIN)/python tests/mutation.py

controls: .venv/ready .venv/browser ## Switch off what stands against each threat, one by one, and see whether a test notices
	$(BIN)/python tests/controls.py

lock: .venv/ready ## Write the lock files from pyproject.toml (UPGRADE=--upgrade: with the newest versions)
	$(LOCK) $(UPGRADE) --output-file requirements.lock && $(LOCK) $(UPGRADE) --group dev --constraint requirements.lock --output-file requirements-dev.lock

# Pages are also tested in a real browser. Debian's is installed where that asks nobody's password;
# elsewhere those tests are skipped, and say so.
.venv/browser: .venv/ready
	@$(BIN)/python -c 'import sys; from pipeline.browser import chromium; sys.exit(not chromium.executable())' \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	  && echo "Installing Chromium for the tests of the pages: this takes a minute, once." \
	  && export DEBIAN_FRONTEND=noninteractive \
	  && timeout 600 apt-get update >/dev/null 2>&1 \
	  && { timeout 600 apt-get install --yes --no-install-recommends chromium-headless-shell >/dev/null 2>&1 \
	    || timeout 600 apt-get install --yes --no-install-recommends chromium >/dev/null 2>&1; }; } \
	|| echo "No Chromium is found (Debian: apt install chromium-headless-shell); the tests in a browser will be skipped."
	@touch $@

clean: ## Remove everything that is made here, .venv and the published pages too
	rm -rf .venv .pipeline build public dist .bench .fuzz .mutants .pytest_cache .mypy_cache .ruff_cache .hypothesis

help: ## Print this
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

# The dependencies come from the lock with their hashes; the project itself is built by the locked
# backend, so that nothing is fetched that is not listed.
.venv/locked: requirements-dev.lock
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; try: make PYTHON=python3.13" if sys.version_info < (3, 11) else 0)'
	@echo "Setting up .venv from requirements-dev.lock: this takes a minute, once."
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes --requirement requirements-dev.lock
	@touch $@

.venv/ready: .venv/locked pyproject.toml
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
