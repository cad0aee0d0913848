"""docs/dependencies.md tells of the versions that are locked, and `make audit` skips exactly what stands there."""

from __future__ import annotations

import re
import subprocess

import pytest
from packaging.version import Version

from bot.settings import ROOT

PAGE = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
LOCKED = dict(
    re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / "requirements.lock").read_text(), flags=re.MULTILINE)
)


def rows(heading: str) -> list[list[str]]:
    section = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


@pytest.mark.parametrize("row", rows("Accepted"), ids=lambda row: row[0])
def test_what_was_accepted_is_still_what_is_installed(row):
    """When this fails, a version has changed: look whether what stands there is still true."""
    package, version, advisories, reason = row
    assert LOCKED[package] == version
    assert advisories == "none published" or re.fullmatch(r"CVE-\d{4}-\d+(, CVE-\d{4}-\d+)*", advisories)
    assert reason.endswith(".")


@pytest.mark.parametrize("row", rows("Lifted above what Rasa pins"), ids=lambda row: row[0])
def test_what_was_lifted_is_not_lowered_again(row):
    package, least, _ = row
    assert Version(LOCKED[package]) >= Version(least)


@pytest.mark.parametrize("package", ["tensorflow-cpu", "keras", "confluent-kafka", "huggingface-hub"])
def test_what_is_never_installed_is_not_locked(package):
    assert package not in LOCKED


def test_every_version_is_locked_with_hashes():
    text = (ROOT / "requirements.lock").read_text()
    assert text.count("--hash=sha256:") > len(LOCKED) > 100


def test_the_audit_skips_exactly_what_is_accepted(tmp_path):
    uvx = tmp_path / "uvx"
    uvx.write_text('#!/bin/sh\necho "$@"\n')
    uvx.chmod(0o755)
    run = subprocess.run(
        [ROOT / "tools" / "audit.sh"],
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    skipped = re.findall(r"--ignore-vuln (\S+)", run.stdout)
    accepted = [advisory for row in rows("Accepted") for advisory in re.findall(r"CVE-[\d-]+", row[2])]
    assert skipped == accepted != []
    assert "--strict" in run.stdout
