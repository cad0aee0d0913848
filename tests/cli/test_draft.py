from __future__ import annotations

import pytest
import yaml

from bot.knowledge.models import Credential
from tests.insights.conftest import engine, hold, url  # noqa: F401 - fixtures

WORDS = (
    "how much does the prosci course cost",
    "what is the price of the prosci course",
    "prosci course, how much does it cost",
)


@pytest.fixture(autouse=True)
async def talks(monkeypatch, tmp_path, url, hold):  # noqa: F811
    monkeypatch.setenv("WAYMARK_VAR_DIR", str(tmp_path / "var"))
    monkeypatch.setenv("WAYMARK_DATABASE_URL", url)
    for number, words in enumerate(WORDS):
        await hold(f"talk{number}", (words, "out_of_scope/unrelated"))


@pytest.fixture
def family(data) -> str:
    (found,) = data("draft")
    assert found["count"] == 3
    return found["name"]


def test_families_are_listed(run, family):
    result = run("draft")
    assert family in result.output
    assert "declined 3" in result.output


def test_a_family_becomes_a_stub_outside_of_the_data(run, family, tmp_path):
    result = run("draft", family, "--slug", "change_management")
    assert result.exit_code == 0, result.output
    folder = tmp_path / "var/drafts" / family
    assert {path.name for path in folder.iterdir()} == {"change_management.yml", "examples.yml", "README.md"}
    (block,) = yaml.safe_load((folder / "examples.yml").read_text())
    assert block["intent"] == "topic_change_management"
    steps = (folder / "README.md").read_text()
    proposed = block["examples"].splitlines()
    assert all((f"- {words}" in proposed) != (f"- {words}: " in steps) for words in WORDS)


def test_a_family_about_a_thing_without_an_entry_becomes_the_stub_of_a_credential(run, family, tmp_path):
    result = run("draft", family, "--slug", "prosci", "--as", "credential")
    assert result.exit_code == 0, result.output
    stub = Credential.parse_obj(yaml.safe_load((tmp_path / "var/drafts" / family / "prosci.yml").read_text()))
    assert stub.aliases == ["prosci"]
    assert stub.cost.follow_ups[0] == "credential/prosci/overview"


def test_examples_can_go_to_an_answer_that_is_there(run, family, tmp_path):
    result = run("draft", family, "--for", "topic/course_choice")
    assert result.exit_code == 0, result.output
    assert "topic_course_choice" in (tmp_path / "var/drafts" / family / "examples.yml").read_text()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("u-000000",), "no family"),
        (("FAMILY", "--slug", "masters"), "is there"),
        (("FAMILY", "--slug", "pmp", "--as", "credential"), "is there"),
        (("FAMILY", "--slug", "../escape"), "should have only"),
        (("FAMILY", "--for", "topic/none_such"), "no answer"),
        (("FAMILY", "--for", "nonsense"), "answer id starts with"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(run, family, words, told):
    result = run("draft", *(family if word == "FAMILY" else word for word in words))
    assert result.exit_code in (1, 2)
    assert told in result.output
