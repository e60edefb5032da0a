# `make` builds every deck below cards/ into dist/; `make test` runs all tests. Both set up first.

VENV := .venv
BIN := $(VENV)/bin
INPUTS := $(shell find cards studyguide templates -type f ! -name '*.pyc' ! -name '*.part') \
	$(wildcard $(STUDYGUIDE_SOURCE))

.PHONY: all test torture lint format pictures desktop bench bench-long wheel clean help
.DELETE_ON_ERROR:

all: dist/.built ## check and build every deck below cards/ into dist/

dist/.built: $(VENV)/.installed $(INPUTS)
	$(BIN)/studyguide build
	@touch $@

$(VENV)/.installed: pyproject.toml constraints.txt tools/system-packages.sh
	tools/system-packages.sh
	test -x $(BIN)/python || python3 -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	tools/system-packages.sh test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test]'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -c constraints.txt aqt
	@touch $@

test: $(VENV)/.installed-test ## run all tests
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

torture: $(VENV)/.installed-test ## throw at it what breaks programs; TORTURE_SEED=N does it again
	seed=$${TORTURE_SEED:-$$(date +%s)}; echo "TORTURE_SEED=$$seed; what breaks it is kept in dist/torture"; \
	TORTURE_SEED=$$seed $(BIN)/python -m pytest -n auto -m 'torture or hypothesis' \
		--hypothesis-profile torture --hypothesis-seed $$seed

lint: $(VENV)/.installed-test ## ruff and mypy
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: $(VENV)/.installed-test ## let ruff lay out the code
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

pictures: $(VENV)/.installed-test all ## make the pictures of docs, and those that tests compare with
	$(BIN)/python tools/pictures.py
	$(BIN)/python -m pytest tests/anki/test_cards.py --new-pictures

desktop: all ## import a deck into the real Anki desktop, pictures in dist/desktop
	test -x .venv-desktop/bin/python || python3 -m venv .venv-desktop
	.venv-desktop/bin/python -m pip install --quiet --disable-pip-version-check aqt
	.venv-desktop/bin/python tools/desktop.py dist/tide-mills.apkg dist/desktop

bench: $(VENV)/.installed-test ## measure speed against yardsticks, in CPU time
	$(BIN)/python -m tests.benchmarks

bench-long: $(VENV)/.installed-test ## measure how time and memory grow: takes half an hour
	$(BIN)/python -m tests.benchmarks --long

wheel: $(VENV)/.installed ## build a wheel into dist/
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

clean: ## remove all that make made
	rm -rf dist $(VENV) .venv-desktop .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12
