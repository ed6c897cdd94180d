# Every target prepares what it needs. `make help` lists them.

PYTHON ?= python3
VENV   ?= .venv
INDEX  ?= var/index
PAGES  ?= corpus/pages
HOST   ?= 127.0.0.1
PORT   ?= 8000
FILE   ?= tests/eval/golden-dev.jsonl
# Golden questions that are looked at, and those of which only totals are told.
SEALED ?= tests/eval/golden-heldout.jsonl
OPEN   ?= $(filter-out $(SEALED),$(wildcard tests/eval/golden-*.jsonl))
FUZZ_EXAMPLES ?= 20000
# More words for pip and pytest, e.g. PIP_FLAGS=--no-cache-dir, TESTS="-k dates -x".
PIP_FLAGS ?=
TESTS     ?=

GYORYU := $(VENV)/bin/gyoryu
STAMP  := $(VENV)/.installed

export Q
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: help setup build serve ask question test fuzz evaluate report bench peers screenshots places paraphrases lock clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(STAMP) ## Make .venv and install everything at its locked version

$(STAMP): pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Installing what constraints.txt names (the first time takes a few minutes) ..."
	@$(VENV)/bin/python -m pip install $(PIP_FLAGS) -c constraints.txt -e '.[build,test]'
	@touch $@

$(VENV)/bin/python:
	@command -v $(PYTHON) >/dev/null || { \
	  echo "No $(PYTHON) here. Install Python 3.11 or newer, or name one: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Gyoryu needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V 2>&1). Name another: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) cannot make virtual environments. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@echo "Making $(VENV) with $$($(PYTHON) -V) ..."
	@$(PYTHON) -m venv --clear $(VENV)

build: setup ## Build the index from corpus/pages (PAGES=dir, INDEX=dir); only what changed
	@$(GYORYU) build $(PAGES) --index $(INDEX)

serve: build ## Set up, build and serve on http://127.0.0.1:8000 (HOST=, PORT=)
	@$(GYORYU) serve --index $(INDEX) --host $(HOST) --port $(PORT)

ask: question build ## Set up, build and answer one question: make ask Q="when did Seocho sign with Hebi?"
	@$(GYORYU) ask --index $(INDEX) -- "$$Q"

question:
	@test -n "$$Q" || { echo 'Ask something: make ask Q="when did Seocho sign with Hebi?"' >&2; exit 2; }

test: setup ## Lint, check formatting and types, run all tests (TESTS="-k name")
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/pytest $(TESTS)

fuzz: setup ## Read 20,000 random inputs (FUZZ_EXAMPLES=), and adversarial ones of growing length
	@FUZZ_EXAMPLES=$(FUZZ_EXAMPLES) $(VENV)/bin/pytest tests/corpus/test_fuzz.py $(TESTS)
	@$(VENV)/bin/python -m tests.corpus.growth

evaluate: build ## Ask the golden questions: right, wrong and missed (FILE=questions.jsonl)
	@$(GYORYU) evaluate $(FILE) --index $(INDEX)

report: build ## Ask all golden questions, and write the tables and plots of docs/evaluation
	@$(GYORYU) evaluate $(OPEN) --sealed $(SEALED) --report docs/evaluation --index $(INDEX)

bench: build ## Measure answering against the bare encoding of the question, and the widget
	@$(GYORYU) bench --index $(INDEX)
	@! command -v chromium >/dev/null || $(VENV)/bin/python -m tests.browser.measure_answer $(INDEX)

peers: setup ## Measure other stacks beside ours, and write that into docs/performance.md (3 GB, minutes)
	@$(VENV)/bin/python -m bench.peers.install
	@$(VENV)/bin/python -m bench.peers.run

screenshots: build ## Make the pictures of the widget, the demo page and the console in docs/images (needs Chromium)
	@$(VENV)/bin/python -m tests.browser.screenshots $(INDEX) docs/images
	@$(VENV)/bin/python -m tests.browser.staff_screenshots $(INDEX) docs/images

places: setup ## Derive the gazetteer in corpus/data/places anew (needs npm and apt-get; minutes)
	@$(VENV)/bin/python -m pip install $(PIP_FLAGS) -c constraints.txt -e '.[places]'
	@$(VENV)/bin/python -m corpus.derivation

paraphrases: build ## Embed the examples of service/data/paraphrases.toml anew (INDEX=dir)
	@$(VENV)/bin/python -m service.paraphrases $(INDEX)

lock: ## Resolve all dependencies anew and write constraints.txt (keeps its torch)
	@set -e; work=$$(mktemp -d); trap 'rm -rf "$$work"' EXIT; \
	$(PYTHON) -m venv "$$work/venv"; \
	grep '^torch==' constraints.txt > "$$work/torch.txt"; \
	"$$work/venv/bin/python" -m pip install $(PIP_FLAGS) -c "$$work/torch.txt" -e '.[build,test]'; \
	grep '^#' constraints.txt > "$$work/constraints.txt"; \
	"$$work/venv/bin/python" -m pip freeze --all --exclude pip --exclude-editable | sed 's/+.*//' >> "$$work/constraints.txt"; \
	cat "$$work/constraints.txt" > constraints.txt; \
	echo "constraints.txt: $$(grep -vc '^#' constraints.txt) packages"

clean: ## Remove the index, caches and build leftovers (.venv stays)
	rm -rf var build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find bench corpus index service tests -type d -name __pycache__ -prune -exec rm -rf {} +
