#!/bin/sh
# Makes build/stock-venv: Rasa as it comes, with TensorFlow (1.5 GB), for the benchmark of its stock pipeline.
# Needs what tools/bootstrap.sh has set up. Does nothing when the environment is there and its lock is unchanged.
set -eu
cd "$(dirname "$0")/.."

LOCK=benchmarks/stock/requirements.lock
PLACE=build/stock-venv
export UV_SYSTEM_CERTS="${UV_SYSTEM_CERTS:-true}"

if cmp -s "$LOCK" "$PLACE/.installed"; then exit; fi

uv=uv
if ! uv --version >/dev/null 2>&1; then uv=.tools/uv-venv/bin/uv; fi
echo "setup: installing the stock Rasa with TensorFlow into $PLACE"
"$uv" venv --quiet --allow-existing --python .venv/bin/python "$PLACE"
"$uv" pip sync --quiet --require-hashes --python "$PLACE/bin/python" "$LOCK"
cp "$LOCK" "$PLACE/.installed"
