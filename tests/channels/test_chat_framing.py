"""What is no proper HTTP gets an error and nothing more: the service goes on."""

from __future__ import annotations

import asyncio
import logging
import socket
import subprocess
import sys
import time
from contextlib import suppress
from urllib.parse import urlsplit

import pytest
import requests

from benchmarks.hostile_pieces import WIRES
from bot.channels.untraced import leave_out_traces
from bot.service.ports import free_ports
from tests.channels.service import Chat

START = "POST /chat/api/messages HTTP/1.1\r\nHost: x\r\n"
ODD = {
    "negative": "Content-Length: -1",
    "far below zero": "Content-Length: -100000",
    "signed": "Content-Length: +2",
    "no number": "Content-Length: two",
    "hexadecimal": "Content-Length: 0x2",
    "underscore": "Content-Length: 1_0",
    "other digits": "Content-Length: ٢",
    "empty": "Content-Length:",
    "endless": f"Content-Length: {'9' * 5000}",
    "list": "Content-Length: 2, 2",
    "twice": "Content-Length: 2\r\nContent-Length: 3",
    "beside chunks": "Content-Length: 2\r\nTransfer-Encoding: chunked",
    "another coding": "Transfer-Encoding: gzip, chunked",
    "chunks twice": "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
    "nearly chunked": "Transfer-Encoding: xchunked",
}


async def sent(chat: Chat, raw: bytes) -> bytes:
    """Send bytes and the end of them; return what came back until the server hung up."""
    place = urlsplit(chat.base)
    reader, writer = await asyncio.open_connection(place.hostname, place.port)
    writer.write(raw)
    writer.write_eof()
    try:
        return await asyncio.wait_for(reader.read(), 10)
    except ConnectionResetError:
        return b""
    finally:
        writer.close()


@pytest.mark.parametrize("lines", ODD.values(), ids=ODD)
async def test_a_length_that_is_not_plain_is_refused_and_freezes_nobody(chat: Chat, lines: str) -> None:
    reply = await sent(chat, f'{START}{lines}\r\n\r\n{{"text": "hi"}}'.encode())
    assert reply.startswith(b"HTTP/1.1 400 ")
    assert b'"code": "bad_request"' in reply
    assert (await chat.messages(text="still there"))[0]["text"] == "You said: still there"


@pytest.mark.parametrize("raw", WIRES, ids=lambda raw: repr(raw[:60]))
async def test_what_is_no_http_is_no_fault_of_ours(chat: Chat, raw: bytes) -> None:
    reply = await sent(chat, raw)
    assert not reply.startswith(b"HTTP/1.1 5")
    assert b"Traceback" not in reply
    assert (await chat.messages(text="still there"))[0]["text"] == "You said: still there"


STOCK = """
import sys
from sanic import Sanic, response
app = Sanic("stock")
app.add_route(lambda request: response.text("here"), "/", methods=["GET", "POST"])
app.run("127.0.0.1", int(sys.argv[1]), access_log=False)
"""


def test_sanic_alone_would_be_frozen() -> None:
    """When this fails, sanic no longer needs our check."""
    [port] = free_ports(1)
    url = f"http://127.0.0.1:{port}/"
    with subprocess.Popen([sys.executable, "-c", STOCK, str(port)], stderr=subprocess.DEVNULL) as server:
        try:
            for _ in range(300):
                with suppress(requests.ConnectionError):
                    assert requests.get(url, timeout=10).text == "here"
                    break
                time.sleep(0.1)
            with socket.create_connection(("127.0.0.1", port)) as line:
                line.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n{}")
                with pytest.raises(requests.Timeout):
                    requests.get(url, timeout=2)
        finally:
            server.kill()


def test_an_exception_in_sanic_is_one_line_without_its_text(caplog) -> None:
    leave_out_traces()
    leave_out_traces()
    error = ValueError("the words of a stranger")
    for name in ("sanic.root", "sanic.error"):
        logging.getLogger(name).error("uncaught", exc_info=error)
    assert len(caplog.records) == 2
    assert "stranger" not in caplog.text
    assert "Traceback" not in caplog.text
    assert all(record.getMessage().startswith("uncaught: ValueError at ") for record in caplog.records)
