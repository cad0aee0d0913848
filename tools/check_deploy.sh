#!/bin/sh
# Looks over the files of deploy/ with their own tools, in build/deploy-venv. No container engine needed.
set -eu
cd "$(dirname "$0")/.."

PLACE=build/deploy-venv
tools/locked_environment.sh deploy/lint "$PLACE"

"$PLACE/bin/hadolint" deploy/Dockerfile
"$PLACE/bin/yamllint" --strict --config-file deploy/lint/yamllint.yaml deploy
"$PLACE/bin/python" tools/check_compose.py deploy/compose.yaml
# The kustomization is for kubectl alone: no schema of Kubernetes describes it.
for file in deploy/kubernetes/*.yaml; do
    case "$file" in */kustomization.yaml) continue ;; esac
    "$PLACE/bin/kubernetes-validate" --strict --quiet "$file"
done
