"""What the documentation says is there, and what is there is in the documentation."""

from __future__ import annotations

import re
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import click
import pytest
from rasa.core.run import configure_app

from bot.channels.web_chat import WebChatInput
from bot.cli.app import COMMANDS, waymark
from bot.options import OPTIONS
from bot.settings import ROOT, load

DOCS = ROOT / "docs"
PAGES = sorted([ROOT / "README.md", *DOCS.rglob("*.md")])
TEXT = {page: page.read_text(encoding="utf-8") for page in PAGES}
ALL = "\n".join(TEXT.values())
NAMES = [str(page.relative_to(ROOT)) for page in PAGES]

LINK = re.compile(r"\]\(([^)\s]+)\)")
MAKE = re.compile(r"\bmake ([a-z]+)\b(?=[`\s,.;:)]|$)")
WAYMARK = re.compile(r"\./waymark ([a-z]+)((?:[^\n`]*))")
MODULE = re.compile(r"python3? -m ([\w.]+)")
VARIABLE = re.compile(r"\bWAYMARK_[A-Z_]+\b")


def targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))


def anchors(text: str) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.casefold()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_links_lead_somewhere(page: Path):
    for link in LINK.findall(TEXT[page]):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name) if name else page
        assert target.exists(), link
        if anchor:
            assert anchor in anchors(target.read_text(encoding="utf-8")), link


def test_every_page_is_in_the_index():
    index = TEXT[DOCS / "README.md"]
    listed = {(DOCS / link).resolve() for link in LINK.findall(index)}
    assert {page for page in PAGES if page.parent != ROOT} - listed == {DOCS / "README.md"}


def commands_in(text: str) -> list[str]:
    """The lines of code blocks and the spans of code, where a command is meant as one."""
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    return lines + re.findall(
        r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    )


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_make_targets_that_are_named_exist(page: Path):
    named = {name for line in commands_in(TEXT[page]) for name in MAKE.findall(line.split("#")[0])}
    assert named <= targets()


def test_every_make_target_is_documented():
    documented = set(MAKE.findall(TEXT[DOCS / "commands.md"]))
    shown = set(re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert shown - documented == {"help"}


def test_every_command_of_waymark_is_documented():
    page = TEXT[DOCS / "commands.md"]
    assert all(f"| `{name}` |" in page for name in COMMANDS)


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_commands_of_waymark_and_their_options_exist(page: Path):
    for name, rest in WAYMARK.findall(TEXT[page]):
        assert name in COMMANDS, name
        command = import_module(f"bot.cli.{name}").command
        known = {opt for param in command.params for opt in param.opts} | {"--help"}
        assert set(re.findall(r"(?<=\s)--[a-z-]+", rest.split("#")[0])) <= known, rest


def test_the_examples_in_the_help_name_options_that_exist():
    context = click.Context(waymark)
    for name in COMMANDS:
        command = waymark.get_command(context, name)
        known = {opt for param in command.params for opt in param.opts}
        examples = (command.help or "").partition("Examples:")[2]
        assert set(re.findall(r"(?<=\s)--[a-z-]+", examples)) <= known, name


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_modules_that_are_named_exist(page: Path):
    for name in MODULE.findall(TEXT[page]):
        assert find_spec(name) is not None, name


def test_settings_that_are_named_exist():
    assert set(VARIABLE.findall(ALL)) <= {option.variable for option in OPTIONS}


def test_every_setting_stands_in_the_example_that_the_pages_name():
    example = (ROOT / ".env.example").read_text()
    assert all(f"# {option.variable}=" in example for option in OPTIONS)
    assert ".env.example" in TEXT[DOCS / "commands.md"]


def test_every_address_of_the_chat_is_documented(tmp_path):
    settings = load({"WAYMARK_VAR_DIR": str(tmp_path)}, env_file=None)
    app = configure_app([WebChatInput(settings)], enable_api=False)
    paths = {route.path for route in app.router.routes_all.values()}
    fixed = {f"/{path}".partition("<")[0].rstrip("/") for path in paths} - {"", "/version", "/status"}
    assert len(fixed) > 8
    missing = {path for path in fixed if path not in TEXT[DOCS / "api.md"] and path not in ALL}
    assert not missing


def test_every_metric_is_documented():
    names = {
        name
        for path in (ROOT / "bot").rglob("*.py")
        for name in re.findall(r"""(?:Counter|Gauge|Histogram|Summary)\(\s*["'](\w+)["']""", path.read_text())
    }
    assert not {name for name in names if name not in ALL}


def test_files_that_are_named_exist():
    for page, text in TEXT.items():
        for name in re.findall(
            r"`((?:bot|actions|data|tests|web/src|benchmarks|tools)/[\w/.-]+\.\w+)`", text
        ):
            assert (ROOT / name).exists(), f"{page.name}: {name}"


def test_tests_that_prove_a_promise_exist():
    named = set(re.findall(r"`(test_\w+)`", TEXT[DOCS / "accessibility.md"]))
    there = {
        name
        for path in (ROOT / "tests" / "web").glob("test_*.py")
        for name in re.findall(r"def (test_\w+)", path.read_text())
    }
    assert len(named) > 10
    assert named <= there
