"""What the log shows, in both formats."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
import structlog
from sanic import Sanic
from structlog.contextvars import bound_contextvars

from bot.settings import Settings, load
from bot.watching import logs

SECRET = "my password is hunter2"


@pytest.fixture
def root() -> Iterator[logging.Logger]:
    """The root logger, put back as it was afterwards, as are our own ones."""
    logger = logging.getLogger()
    kept, level = logger.handlers, logger.level
    levels = {name: logging.getLogger(name).level for name in (*logs.OURS, "rasa")}
    logger.setLevel(logging.WARNING)
    logging.getLogger("rasa").setLevel(logging.NOTSET)  # the command line makes Rasa quiet in its process
    yield logger
    logger.handlers = kept
    logger.setLevel(level)
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)


def written(settings: Settings, root: logging.Logger, monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    out = io.StringIO()
    monkeypatch.setattr("sys.stderr", out)
    logs.set_up(settings, "chat")
    return out


def settings(**changes: str) -> Settings:
    return load({f"WAYMARK_{name.upper()}": value for name, value in changes.items()}, env_file=None)


def test_json_is_an_object_a_line_with_names_of_process_talk_and_request(root, monkeypatch):
    out = written(settings(log_format="json"), root, monkeypatch)
    with bound_contextvars(talk="abc", request="def"):
        logging.getLogger("bot.watching.turn").info("A turn took %d ms.", 7, extra={"milliseconds": 7})
    line = json.loads(out.getvalue())
    assert line.pop("at").endswith("Z")
    assert line == {
        "event": "A turn took 7 ms.",
        "level": "info",
        "logger": "bot.watching.turn",
        "process": "chat",
        "talk": "abc",
        "request": "def",
        "milliseconds": 7,
    }


def test_text_is_a_readable_line_of_what_matters(root, monkeypatch):
    out = written(settings(), root, monkeypatch)
    logging.getLogger("bot.x").info("not shown")
    logging.getLogger("bot.x").error("It broke.", extra={"talk": "abc", "answer": None})
    assert out.getvalue() == "ERROR bot.x: It broke.  talk=abc\n"


@pytest.mark.parametrize("log_format", ["json", "text"])
def test_no_exception_shows_its_text(root, monkeypatch, log_format):
    out = written(settings(log_format=log_format), root, monkeypatch)
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        logging.getLogger("rasa").exception("Encountered an exception.")
        logging.getLogger("rasa").critical("Again.", exc_info=error)
    said = out.getvalue()
    assert len(said.splitlines()) == 2
    assert said.count("ValueError at ") == 2
    assert "test_logs.py" in said
    assert "hunter2" not in said


@pytest.mark.parametrize("log_format", ["json", "text"])
def test_no_statement_shows_its_values(root, monkeypatch, log_format):
    out = written(settings(log_format=log_format), root, monkeypatch)
    with pytest.raises(sa.exc.OperationalError) as failed, sa.create_engine("sqlite://").begin() as database:
        database.execute(sa.text("INSERT INTO nowhere VALUES (:words)"), {"words": SECRET})
    assert "hunter2" in str(failed.value)
    logging.getLogger("rasa.core.tracker_store").error("Please investigate: %s.", failed.value)
    assert "no such table" in out.getvalue()
    assert "hunter2" not in out.getvalue()


def test_lines_of_structlog_come_out_whole(root, monkeypatch):
    out = written(settings(log_format="json"), root, monkeypatch)
    logger = structlog.wrap_logger(
        logging.getLogger("rasa.x"),
        processors=[structlog.processors.JSONRenderer()],
        wrapper_class=structlog.BoundLogger,  # whatever Rasa made the default of its process
    )
    logger.warning("processor.something", number=3)
    assert json.loads(json.loads(out.getvalue())["event"]) == {"event": "processor.something", "number": 3}


def test_turns_are_told_in_json_or_when_words_are(root, monkeypatch):
    for changes, shown in (({}, False), ({"log_format": "json"}, True), ({"log_words": "on"}, True)):
        for name in logs.OURS:
            logging.getLogger(name).setLevel(logging.NOTSET)
        out = written(settings(**changes), root, monkeypatch)
        logging.getLogger("bot.watching.turn").info("A turn took 7 ms.")
        assert bool(out.getvalue()) is shown


def test_sanic_writes_as_everything_else_also_after_a_new_app(root, monkeypatch):
    out = written(settings(log_format="json"), root, monkeypatch)
    Sanic("test_logs", configure_logging=True)
    logs.take_over_sanic()
    logging.getLogger("sanic.error").error("Unable to start server")
    assert [json.loads(line)["event"] for line in out.getvalue().splitlines()] == ["Unable to start server"]
