# `make demo` and `make test` do all the set-up themselves; `make help` lists the rest.

PYTHON ?= python3
VENV ?= .venv
LOWEST ?= .venv-lowest
BIN = $(VENV)/bin
space := $(subst ,, )
escaped = $(subst $(space),\ ,$1)
READY := $(call escaped,$(VENV)/.ready)
LOWEST_READY := $(call escaped,$(LOWEST)/.ready)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help browser engines demo test test-whole test-lowest test-kills fuzz check format bench bench-scale bench-drafts \
	bench-matching bench-site bench-engine measure docs man wheel clean

help: ## Say what there is to make
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "%-15s %s\n", $$1, $$2}' Makefile

$(READY): pyproject.toml
	$(PYTHON) -m venv "$(VENV)"
	"$(BIN)/python" -m pip install --quiet --upgrade 'pip>=25.1'
	"$(BIN)/python" -m pip install --quiet --editable . --group dev
	touch "$@"

$(LOWEST_READY): pyproject.toml
	$(PYTHON) -m venv --clear "$(LOWEST)"
	"$(LOWEST)/bin/python" -m pip install --quiet uv
	"$(LOWEST)/bin/uv" pip install --quiet --python "$(LOWEST)/bin/python" \
		--resolution lowest-direct --compile-bytecode --editable . --group dev
	touch "$@"

browser: $(READY) ## Install what drives Chromium, which the tests of a site then use
	"$(BIN)/python" -m pip install --quiet --group browser

engines: $(READY) ## Install Spark and Dask, which the tests then look posts up in; Spark needs Java
	"$(BIN)/python" -m pip install --quiet --group engines

demo: $(READY) ## Set up, then look three claims up
	@"$(BIN)/python" -m compileall -q factcheck
	"$(BIN)/factcheck" lookup "1,400 children were exploited in Rotherham"
	@echo
	"$(BIN)/factcheck" lookup "Baroness Casey made 20 recommendations" || test $$? -eq 1
	@echo
	"$(BIN)/factcheck" lookup "the inquiry will be chaired by a retired judge" || test $$? -eq 3

test: $(READY) ## Set up, then run every test, some of them on an even sample
	"$(BIN)/python" -m pytest -n auto

test-whole: export FACTCHECK_WHOLE := 1
test-whole: test ## The same with all there is where a sample is tried as a rule

test-lowest: $(LOWEST_READY) ## The same with the lowest versions that pyproject.toml allows
	"$(LOWEST)/bin/python" -m pytest -n auto

test-kills: $(READY) ## Kill all that writes files a hundred times each
	FACTCHECK_KILLS=100 "$(BIN)/python" -m pytest tests/test_kills.py

fuzz: $(READY) ## Look 20,000 odd lines up: no fault, none over a second; make fuzz COUNT=N SEED=N
	"$(BIN)/python" tools/fuzz.py $(or $(COUNT),20000) $(SEED)

check: $(READY) ## Format, lint and types, then the tests
	"$(BIN)/ruff" format --check .
	"$(BIN)/ruff" check .
	"$(BIN)/mypy"
	$(MAKE) test

format: $(READY) ## Rewrite the code in the house format
	"$(BIN)/ruff" format .
	"$(BIN)/ruff" check --fix .

bench: $(READY) ## Measure start-up and look-ups beside a hello-world command
	"$(BIN)/python" -m compileall -q factcheck
	"$(BIN)/python" tools/bench.py

bench-scale: $(READY) ## Measure corpora up to a million claims, and other searches beside
	"$(BIN)/python" -m compileall -q factcheck
	"$(BIN)/python" -m pip install --quiet --group bench
	"$(BIN)/python" tools/bench_scale.py $(COUNTS)

bench-drafts: $(READY) ## Measure the checking of drafts, of odd shapes too, and a style checker beside
	"$(BIN)/python" -m compileall -q factcheck
	"$(BIN)/python" -m pip install --quiet --group bench
	"$(BIN)/python" tools/bench_drafts.py
	"$(BIN)/python" tools/bench_shapes.py

bench-matching: $(READY) ## Measure the matching on public sets: make bench-matching SETS=FOLDER
	"$(BIN)/python" -m pip install --quiet --group bench
	"$(BIN)/python" tools/bench_matching.py $(if $(SETS),"$(SETS)")

bench-site: browser ## Measure a site of 10,000 claims, and its search where there is Chromium
	"$(BIN)/python" -m compileall -q factcheck
	"$(BIN)/python" tools/bench_site.py $(COUNT)

bench-engine: engines ## Measure posts by the thousand: processes, Spark and Dask; COUNT=N posts
	"$(BIN)/python" -m compileall -q factcheck
	"$(BIN)/python" tools/bench_engine.py $(COUNT)

measure: $(READY) ## Measure the matching on the corpus' own wordings, each held out in turn
	"$(BIN)/python" tools/measure.py

docs: $(READY) ## Make the site of docs/ in site/; a broken link is a fault
	"$(BIN)/python" -m pip install --quiet --group docs
	"$(BIN)/properdocs" build --strict --clean

man: $(READY) ## Make the page of the manual, man/factcheck.1, from the help texts
	"$(BIN)/python" tools/man_page.py > man/factcheck.1

wheel: $(READY) ## Build the wheel into dist/
	"$(BIN)/python" -m build --wheel --outdir dist

clean: ## Remove what was made
	rm -rf "$(VENV)" "$(LOWEST)" dist build site .mypy_cache .ruff_cache .pytest_cache .hypothesis
