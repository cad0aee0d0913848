# `make` lists what there is. Every target sets up what it needs first.

SHELL := /bin/sh
PYTHON := .venv/bin/python
READY := .venv/.ready

# Without its cache of compiled modules Rasa takes 12 seconds longer to start, each time.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup run shell train check test unit lint format evaluate bench load audit insights browser lock clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

STAND_IN := packages/tensorflow-stand-in/pyproject.toml $(shell find packages/tensorflow-stand-in/src -name '*.py')

$(READY): requirements.lock .python-version tools/bootstrap.sh $(wildcard tools/*encoder*.py) $(STAND_IN)
	@tools/bootstrap.sh

setup: $(READY) ## Make the environment, the sentence encoder and the widget (done by the others when needed)
	@$(PYTHON) -m bot.service web

run: $(READY) ## Serve the chat; prints the address, Ctrl-C ends it
	@$(PYTHON) -m bot.service run

shell: $(READY) ## Talk to Waymark in this terminal
	@$(PYTHON) -m bot.service shell

train: $(READY) ## Train the model if it is out of date
	@$(PYTHON) -m bot.service train $(ARGS)

check: $(READY) ## Check the knowledge (a review that is due only warns), the data with Rasa, and deploy/
	@tools/timed.sh knowledge $(PYTHON) -m bot.knowledge check
	@tools/timed.sh data $(PYTHON) -m bot.service validate
	@tools/timed.sh deploy tools/check_deploy.sh

lint: $(READY) ## Check format, style and types
	@tools/timed.sh format $(PYTHON) -m ruff format --check .
	@tools/timed.sh style $(PYTHON) -m ruff check .
	@tools/timed.sh types $(PYTHON) -m mypy

format: $(READY) ## Format the code and mend what can be mended by itself
	@$(PYTHON) -m ruff format .
	@$(PYTHON) -m ruff check --fix .

browser:
	@tools/require_browser.sh

unit: $(READY) # The tests alone; ARGS go to pytest: make unit ARGS="-k shell"
	@tools/timed.sh widget $(PYTHON) -m bot.service web
	@tools/timed.sh training $(PYTHON) -m bot.service train
	@$(PYTHON) tools/side_by_side.py $(ARGS)

test: browser $(READY) lint check unit ## Everything: lint, check, and all tests with dialogues and browser

evaluate: $(READY) ## Measure answers on labelled sets: make evaluate SET="a.jsonl b.jsonl" ARGS=--typos
	@test -n "$(SET)$(ARGS)" || { echo 'Name the labelled set: make evaluate SET=file.jsonl' >&2; exit 2; }
	@$(PYTHON) -m bot.nlu.evaluate $(SET) $(ARGS)

bench: $(READY) ## Measure it beside the bot of `rasa init`: make bench ARGS="--quick" or "--only stages"
	@$(PYTHON) -m bot.service web
	@$(PYTHON) -m benchmarks $(ARGS)

load: $(READY) ## Send people to it, by locust: make load ARGS="--users 1 10 50 200 --seconds 60"
	@$(PYTHON) -m bot.service web
	@$(PYTHON) -m benchmarks.load $(ARGS)

audit: ## Ask PyPI's advisories about the locked versions (needs uv and the internet): docs/dependencies.md
	@tools/audit.sh
insights: $(READY) ## Write the report on what people ask: make insights ARGS="--from 2026-11-01 --to 2026-11-30"
	@./waymark insights $(ARGS)


lock: ## Resolve the dependencies again after a change of pyproject.toml (needs uv)
	@uv lock
	@uv export --quiet --frozen --all-groups --no-emit-local --no-header --output-file requirements.lock
	@uv export --quiet --frozen --no-default-groups --no-emit-local --no-header --output-file deploy/requirements.lock
	@uv lock --project benchmarks/stock
	@uv export --quiet --project benchmarks/stock --frozen --no-header --output-file benchmarks/stock/requirements.lock
	@uv lock --project benchmarks/load
	@uv export --quiet --project benchmarks/load --frozen --no-header --output-file benchmarks/load/requirements.lock
	@uv lock --project deploy/lint
	@uv export --quiet --project deploy/lint --frozen --no-header --output-file deploy/lint/requirements.lock

clean: ## Remove the environment, models and caches; conversations in var/ stay
	rm -rf .venv .tools .rasa .mypy_cache .pytest_cache .ruff_cache .hypothesis build models packages/*/build packages/*/src/*.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
