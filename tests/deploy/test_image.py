from __future__ import annotations

import fnmatch
import json
import re

from bot.options import OPTIONS
from bot.service.__main__ import _HELP
from bot.service.model import _FILES, _FOLDERS
from bot.settings import ROOT
from tests.deploy.manifests import DEPLOY, dockerfile, ignored, path_exists

RUNTIME = dockerfile()[-1]


def rests(word: str) -> list[str]:
    return [rest for instruction, rest in RUNTIME if instruction == word]


def test_it_runs_as_nobody_special_and_by_number():
    assert rests("USER") == ["10001:10001"]
    words = [word for word, _ in RUNTIME]
    assert words.index("USER") > max(place for place, word in enumerate(words) if word in {"RUN", "COPY"})


def test_the_last_stage_starts_from_python_alone_and_copies_runtime_packages():
    assert rests("FROM") == ["python AS runtime"]
    assert not any("apt-get" in rest or "pip" in rest for rest in rests("RUN"))
    assert "--from=packages /opt/venv /opt/venv" in rests("COPY")
    packages = " ".join(rest for word, rest in dockerfile()[-2] if word == "RUN")
    assert "--require-hashes" in packages
    assert "deploy/requirements.lock" in packages
    assert packages.count("--no-cache") == 2


def test_everything_that_is_copied_is_there_and_not_ignored():
    copied = [name for rest in rests("COPY") for name in re.findall(r"/waymark/(\S+)", rest)]
    assert len(copied) > 8
    for name in copied:
        assert path_exists(name), name
        if name.partition("/")[0] not in {"build", "models"}:
            assert not any(fnmatch.fnmatch(name, pattern) for pattern in ignored()), name


def test_what_the_model_and_the_bundle_are_found_by_is_in_the_image():
    copied = {name for rest in rests("COPY") for name in re.findall(r"/waymark/(\S+)", rest)}
    for name in (
        *_FILES,
        *(folder for folder, _ in _FOLDERS if (ROOT / folder).is_dir()),
        "knowledge",
        "web",
    ):
        assert any(name == place or name.startswith(f"{place}/") for place in copied), name


def test_its_commands_exist():
    [command] = rests("CMD")
    assert json.loads(command)[:3] == ["python", "-m", "bot.service"]
    assert json.loads(command)[3] in _HELP
    [check] = rests("HEALTHCHECK")
    words = json.loads(check.partition("CMD ")[2])
    assert words[:3] == ["python", "-m", "bot.service.health"]
    assert words[3] == "http://127.0.0.1:5005"


def test_its_settings_are_settings():
    known = {option.variable for option in OPTIONS}
    given = {name for rest in rests("ENV") for name in re.findall(r"(WAYMARK_\w+)=", rest)}
    assert given
    assert given <= known
    assert "WAYMARK_VAR_DIR=/tmp/waymark" in " ".join(rests("ENV"))  # the root file system may be read-only


def test_no_secret_and_no_model_of_this_machine_gets_into_the_build():
    assert {".env", ".git", "models", "build", "var"} <= set(ignored())


def test_the_runtime_packages_have_hashes_and_are_those_of_the_whole_lock():
    runtime = re.findall(r"^([\w.-]+==\S+)", (DEPLOY / "requirements.lock").read_text(), re.M)
    assert len(runtime) > 100
    assert not any(name.startswith(("pytest", "ruff", "mypy", "onnx==", "selenium")) for name in runtime)
    assert (DEPLOY / "requirements.lock").read_text().count("--hash=sha256:") >= len(runtime)
