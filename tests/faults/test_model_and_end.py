"""The server's two ends: it does not live without a model, and does not die in the middle of a turn."""

from __future__ import annotations

import json
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event, Semaphore

import requests
import sqlalchemy as sa

from bot.channels.lifetime import NO_MODEL
from bot.service.seal import seal
from bot.service.training import ensure_model
from bot.settings import ROOT
from tests.faults.conftest import ChatServer, Handler, Person, answer, good


def test_turns_in_hand_are_answered_before_the_end(tmp_path):
    server = ChatServer(tmp_path, WAYMARK_TURN_SECONDS="25")
    server.actions.up()
    server.start()
    try:
        server.wait_until(200)
        at_once, streamed, gone, late = (Person(server) for _ in range(4))
        called, go_on = Semaphore(0), Event()

        def slow(handler: Handler) -> None:
            called.release()
            go_on.wait(60)
            handler.send(200, answer("A slow answer."))

        server.actions.reply = slow
        with ThreadPoolExecutor() as pool:
            first = pool.submit(at_once.say, "what does a pmo analyst do")
            second = pool.submit(streamed.say, "what does a pmo analyst do", stream=True)
            third = pool.submit(gone.say, "what does a pmo analyst do", timeout=0.5)
            assert all(called.acquire(timeout=60) for _ in range(3))
            server.process.send_signal(signal.SIGTERM)  # the supervisor sends it after Ctrl-C too
            server.wait_until(503)
            refused = late.say("hello")
            assert isinstance(third.exception(60), requests.Timeout)
            go_on.set()
            assert first.result(60).json()["messages"][0]["text"] == "A slow answer."
            assert second.result(60).text.rstrip().endswith("event: done\ndata: {}")
            assert "A slow answer." in second.result(60).text
        assert (refused.status_code, refused.json()["error"]["code"]) == (503, "unavailable")
        assert server.wait(60)
        assert server.process.returncode == 0
        assert "Traceback" not in server.log.read_text()
    finally:
        server.end()
    assert _answers(server.database_url) == 3


def _answers(url: str) -> int:
    engine = sa.create_engine(url, future=True)
    with engine.connect() as connection:
        said = connection.execute(sa.text("SELECT data FROM events WHERE type_name = 'bot'")).scalars()
        return sum(json.loads(data)["text"] == "A slow answer." for data in said)


def test_a_server_whose_model_is_damaged_ends_and_says_so(tmp_path: Path):
    model = tmp_path / "model.tar.gz"
    whole = ensure_model(ROOT).read_bytes()
    model.write_bytes(whole[: len(whole) // 2])
    seal(model, None)  # as if training had written it like that
    server = ChatServer(tmp_path, model)
    server.actions.reply = good
    server.start()
    try:
        assert server.wait(120)
        assert server.process.returncode == NO_MODEL
        last = server.log.read_text().splitlines()[-1]
        assert last.endswith("The model could not be loaded; the lines above say why. The server ends.")
    finally:
        server.end()
