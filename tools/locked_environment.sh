#!/bin/sh
# tools/locked_environment.sh FOLDER PLACE: makes an environment at PLACE from FOLDER/requirements.lock, for a tool that must
# not be beside Rasa. Needs what tools/bootstrap.sh has set up. Does nothing when it is there and the lock is unchanged.
set -eu
cd "$(dirname "$0")/.."

LOCK=$1/requirements.lock
PLACE=$2
export UV_SYSTEM_CERTS="${UV_SYSTEM_CERTS:-true}"

if cmp -s "$LOCK" "$PLACE/.installed"; then exit; fi

uv=uv
if ! uv --version >/dev/null 2>&1; then uv=.tools/uv-venv/bin/uv; fi
"$uv" venv --quiet --allow-existing --python .venv/bin/python "$PLACE"
"$uv" pip sync --quiet --require-hashes --python "$PLACE/bin/python" "$LOCK"
cp "$LOCK" "$PLACE/.installed"
