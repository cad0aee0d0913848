from __future__ import annotations

from datetime import timedelta

import pytest

from tests.insights.conftest import START, engine, hold, url, vote  # noqa: F401 - fixtures


@pytest.fixture(autouse=True)
def settings(monkeypatch, tmp_path, url):  # noqa: F811
    monkeypatch.setenv("WAYMARK_VAR_DIR", str(tmp_path / "var"))
    monkeypatch.setenv("WAYMARK_DATABASE_URL", url)


@pytest.fixture
async def talks(hold, vote):  # noqa: F811
    await hold("a", ("how much is prosci", "out_of_scope/unrelated"), ("pmp fee", "credential/pmp/cost"))
    await hold("b", ("what does prosci cost", "out_of_scope/unrelated"), at=START + timedelta(days=1))
    vote("a", "credential/pmp/cost", "down", "outdated")


NOVEMBER = ("--from", "2026-11-01", "--to", "2026-11-30")


async def test_the_report_is_one_file(run, talks, tmp_path):
    out = tmp_path / "deep" / "report.html"
    result = run("insights", *NOVEMBER, "--out", str(out))
    assert result.exit_code == 0, result.output
    assert "2 talks, 3 questions, 3 without a good answer" in result.output
    assert "what does prosci cost" in out.read_text()


async def test_questions_that_mean_the_same_are_one_family(data, talks):
    figures = data("insights", *NOVEMBER)
    family = figures["families"][0]
    assert family["count"] == 2
    assert figures["by_day"]["2026-11-03"] == {"answered": 1, "asked back": 0, "declined": 1, "failed": 0}


def test_an_empty_database_is_no_fault(run, tmp_path):
    result = run("insights", *NOVEMBER)
    assert result.exit_code == 0, result.output
    assert (tmp_path / "var/insights/insights-2026-11-01-to-2026-11-30.html").is_file()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--from", "2026-12-01", "--to", "2026-11-01"), "lies after"),
        (("--from", "yesterday"), "no day such as"),
    ],
)
def test_a_wrong_span_is_refused_with_a_sentence(run, words, told):
    result = run("insights", *words)
    assert result.exit_code == 2
    assert told in result.output


def test_a_database_that_cannot_be_read_is_named_without_its_password(run, monkeypatch):
    monkeypatch.setenv("WAYMARK_DATABASE_URL", "sqlite:////proc/none/secret.db")
    result = run("insights", *NOVEMBER)
    assert result.exit_code == 1
    assert "database cannot be used" in result.output
    assert "secret" not in result.output
