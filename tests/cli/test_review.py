from __future__ import annotations

from icalendar import Calendar


def test_all_that_is_ever_due_is_listed_and_put_into_a_calendar(run, data, tmp_path):
    file = tmp_path / "reviews.ics"
    result = run("review", "--days", "3650", "--ics", str(file))
    assert result.exit_code == 0, result.output
    sources = data("review", "--days", "3650")
    assert len(Calendar.from_ical(file.read_bytes()).walk("VEVENT")) == len(sources) > 50
    assert sources[0]["facts"][0]["place"] in result.output


def test_without_anything_due_no_calendar_is_written(run, tmp_path, monkeypatch):
    monkeypatch.setattr("bot.cli.review.due", lambda knowledge, until: [])
    file = tmp_path / "reviews.ics"
    assert "would have no event" in run("review", "--ics", str(file)).output
    assert not file.exists()
