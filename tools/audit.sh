#!/bin/sh
# Asks PyPI's advisories about requirements.lock, but for what docs/dependencies.md accepts. Needs uv and the internet.
# What could not be audited is a failure (--strict): an index without advisories must not look like a clean bill.
set -eu
cd "$(dirname "$0")/.."

accepted=$(sed -n '/^## Accepted/,/^## Lifted/p' docs/dependencies.md | grep -oE 'CVE-[0-9]+-[0-9]+' | sed 's/^/--ignore-vuln /')
# shellcheck disable=SC2086 # one argument a word
exec uvx pip-audit==2.10.1 --strict --requirement requirements.lock --disable-pip $accepted
