from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from bot.nlu import extractor
from bot.service import model
from bot.service.seal import seal_path
from bot.settings import ROOT


@pytest.fixture
def project(tmp_path, write) -> Path:
    """A folder with a file of each kind that training reads, and a small knowledge."""
    write()
    for name in (
        "config.yml",
        "domain.yml",
        "data/nlu.yml",
        "data/more/rules.yml",
        *model._FILES,
        "bot/nlu/a.py",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"content of {name}")
    return tmp_path


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_same_files_same_model(project, tmp_path_factory):
    copy = tmp_path_factory.mktemp("elsewhere") / "copy"
    shutil.copytree(project, copy)
    assert model.fingerprint(project) == model.fingerprint(copy)
    assert model.current_model(project).parent == project / "models"


@pytest.mark.parametrize(
    "name", ["config.yml", "domain.yml", "data/nlu.yml", "data/more/rules.yml", "bot/nlu/a.py", *model._FILES]
)
def test_change_of_what_training_reads_asks_for_another_model(project, name):
    before = model.fingerprint(project)
    (project / name).write_text("changed")
    assert model.fingerprint(project) != before


def test_new_and_moved_files_ask_for_another_model(project):
    first = model.fingerprint(project)
    (project / "data/extra.yml").write_text("new")
    second = model.fingerprint(project)
    (project / "data/extra.yml").rename(project / "data/other.yml")
    assert len({first, second, model.fingerprint(project)}) == 3


@pytest.mark.parametrize(
    ("old", "new"), [("- painter\n", "- painter\n- limner\n"), ("short: painter", "short: pt")]
)
def test_names_in_the_knowledge_count(project, old, new):
    before = model.fingerprint(project)
    replace(project / "knowledge/roles/painter.yml", old, new)
    assert model.fingerprint(project) != before


def test_texts_in_the_knowledge_do_not_count(project):
    before = model.fingerprint(project)
    replace(project / "knowledge/roles/painter.yml", "A painter does a thing.", "A painter paints.")
    replace(project / "knowledge/sources.yml", "publisher: House", "publisher: Home")
    assert model.fingerprint(project) == before


def test_rasas_own_cache_looks_at_the_same_modules():
    names = {module.__name__.replace(".", "/") + ".py" for module in extractor._MATCHING}
    assert names == {name for name in model._FILES if name.startswith("bot/understanding/")}


def test_every_module_of_the_understanding_that_the_pipeline_uses_counts():
    pipeline = yaml.safe_load((ROOT / "config.yml").read_text())["pipeline"]
    modules = {entry["name"].rpartition(".")[0] for entry in pipeline if entry["name"].startswith("bot.")}
    code = (
        f"import sys, {', '.join(sorted(modules))}\n"
        "print(*sorted(name for name in sys.modules if name.startswith('bot.understanding.')))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    used = {name.replace(".", "/") + ".py" for name in run.stdout.splitlines()[-1].split()}
    assert used
    assert used <= set(model._FILES)
    assert all((ROOT / name).is_file() for name in model._FILES if name.startswith("bot/"))


def test_only_the_newest_models_are_kept_and_always_the_current_one(tmp_path):
    paths = [tmp_path / f"waymark-{age}.tar.gz" for age in range(6)]
    for age, path in enumerate(paths):
        path.touch()
        seal_path(path).touch()
        os.utime(path, (1_000_000 - age, 1_000_000 - age))
    other = tmp_path / "20260101-120000-someones.tar.gz"
    other.touch()
    model.prune(tmp_path, keep=paths[5])
    kept = [*paths[: model.KEPT_MODELS], paths[5]]
    assert sorted(tmp_path.iterdir()) == sorted([other, *kept, *map(seal_path, kept)])
