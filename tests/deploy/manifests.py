"""The files of deploy/ as data."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from bot.settings import ROOT

DEPLOY = ROOT / "deploy"


def kubernetes() -> list[dict[str, Any]]:
    """Return every object of the Kubernetes manifests."""
    paths = sorted((DEPLOY / "kubernetes").glob("*.yaml"))
    return [
        item
        for path in paths
        for item in yaml.safe_load_all(path.read_text())
        if item["kind"] != "Kustomization"
    ]


def of_kind(kind: str) -> dict[str, dict[str, Any]]:
    """Return the objects of a kind by their names."""
    return {item["metadata"]["name"]: item for item in kubernetes() if item["kind"] == kind}


def compose() -> dict[str, Any]:
    """Return the Compose file with its anchors merged."""
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text())


def dockerfile() -> list[list[tuple[str, str]]]:
    """Return the instructions of each stage of the Dockerfile, as pairs of word and rest."""
    text = re.sub(r"^\s*#.*\n", "", (DEPLOY / "Dockerfile").read_text(), flags=re.M).replace("\\\n", " ")
    pairs = [
        (line.split(maxsplit=1)[0], line.split(maxsplit=1)[1]) for line in text.splitlines() if line.strip()
    ]
    stages: list[list[tuple[str, str]]] = []
    for word, rest in pairs:
        if word == "FROM":
            stages.append([])
        stages[-1].append((word, rest))
    return stages


def ignored() -> list[str]:
    """Return the patterns of .dockerignore."""
    lines = (ROOT / ".dockerignore").read_text().splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def container(deployment: dict[str, Any]) -> dict[str, Any]:
    """Return the only container of a deployment's pods."""
    [only] = deployment["spec"]["template"]["spec"]["containers"]
    return only


def path_exists(name: str) -> bool:
    """Return whether ``name`` is made by the build, or is in the repository."""
    return Path(name).parts[0] in {"build", "models"} or (ROOT / name).exists()
