SHELL := /bin/bash
ENV := source .ci/env
SOURCES := $(wildcard $(shell git ls-files src style public .cargo Cargo.toml Cargo.lock 2>/dev/null))

.PHONY: run test watch bench scale dist fmt bundle scripts
run: ## install what is missing, build the release, serve the demo shop
	@.ci/setup run
	@$(MAKE) --no-print-directory bundle
	@$(ENV) && cargo build --release --features ssr
	@target/release/awning serve --demo

test: ## install what is missing, then format, clippy, rustdoc, unit, integration and browser tests
	@.ci/test

watch: ## rebuild and restart on every change
	@.ci/setup run
	@rm -f target/bundle.stamp target/site/pkg/*.br target/site/pkg/*.gz # what follows overwrites the bundle
	@$(ENV) && scripts && trap 'kill $$(jobs -p)' EXIT && { node end2end/scripts.mjs --watch & cargo leptos watch -- serve --demo; }

bench: ## speed and size, as ratios against references in the same run
	@.ci/setup bench
	@$(MAKE) --no-print-directory bundle
	@$(ENV) && cargo bench --features ssr --bench shop && POSTGRES_OPTIONS=fsync=on .ci/with-postgres cargo bench --features ssr --bench shop -- m o p u && node end2end/bench/browser.mjs && node end2end/bench/lighthouse.mjs

scale: ## three instances behind a proxy on one PostgreSQL: what they share, and how fast they are
	@.ci/setup scale
	@$(MAKE) --no-print-directory bundle
	@$(ENV) && cargo build --release --features ssr
	@.ci/scale

dist: ## a tarball of the release, for machines without compilers: target/dist/awning-VERSION-x86_64-linux.tar.gz
	@.ci/setup dist
	@$(MAKE) --no-print-directory bundle
	@$(ENV) && cargo build --release --locked --features ssr
	@.ci/dist/make

fmt: ## format the Rust code
	@$(ENV) && cargo fmt --all

scripts: ## build the page's scripts alone
	@$(ENV) && scripts

bundle: scripts target/bundle.stamp
target/bundle.stamp: $(filter-out %.ts,$(SOURCES))
	@$(ENV) && bundle
	@touch $@
