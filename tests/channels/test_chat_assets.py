from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from bot.channels.assets import Assets
from bot.settings import ROOT
from bot.web_bundle import public_files
from tests.channels.service import Chat

PLAIN = {"Accept-Encoding": "identity"}


async def addresses(chat: Chat) -> list[str]:
    page = await (await chat.call("GET", "/chat", headers=PLAIN)).text()
    return re.findall(r'(?:src|href)="(/chat/a/[^"]+)"', page)


@pytest.mark.parametrize("path", ["/chat", "/chat/"])
async def test_the_page_is_served_with_a_strict_policy(chat: Chat, path: str) -> None:
    reply = await chat.call("GET", path)
    assert reply.status == 200
    assert reply.headers["Content-Type"] == "text/html; charset=utf-8"
    policy = dict(part.strip().split(" ", 1) for part in reply.headers["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert "unsafe" not in reply.headers["Content-Security-Policy"]
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    assert reply.headers["X-Frame-Options"] == "DENY"
    assert reply.headers["Referrer-Policy"] == "no-referrer"


async def test_the_root_leads_to_the_page(chat: Chat) -> None:
    reply = await chat.call("GET", "/")
    assert (reply.status, reply.headers["Location"]) == (302, "/chat")


async def test_every_file_that_the_page_names_is_there_and_our_own(chat: Chat) -> None:
    page = await (await chat.call("GET", "/chat")).text()
    assert "{{" not in page
    assert "<style" not in page
    assert not re.search(r"<script(?![^>]*\ssrc=)", page)
    assert not re.search(r"\son\w+=|\sstyle=", page)
    assert not re.search(r'(?:src|href)="(?!/chat|#)', page)
    named = await addresses(chat)
    assert {Path(address).suffix for address in named} >= {".svg", ".css"}
    assert '<script src="/chat/embed.js"' in page
    for address in named:
        reply = await chat.call("GET", address)
        assert reply.status == 200, address
        assert reply.headers["X-Content-Type-Options"] == "nosniff"


def test_nothing_that_is_loaded_by_itself_comes_from_a_third_party() -> None:
    """What the browser does load is watched in tests/web; here are the fonts, styles and pictures that it might."""
    for path in public_files(ROOT).rglob("*"):
        if path.suffix in {".html", ".css", ".js"}:
            text = path.read_text("utf-8")
            assert "s81c.com" not in text, path
            assert not re.search(r"""(?:url\(|@import )["']?(?:https?:)?//""", text), path


async def test_the_script_for_other_pages_names_the_present_files(chat: Chat) -> None:
    reply = await chat.call("GET", "/chat/embed.js", headers=PLAIN)
    assert reply.status == 200
    assert reply.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert reply.headers["Cache-Control"] == "no-cache"
    assert reply.headers["Access-Control-Allow-Origin"] == "*"
    assert reply.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    text = await reply.text()
    assert "{{" not in text
    [files] = set(re.findall(r"/chat/a/\w+", text))
    panel = await chat.call("GET", f"{files}/panel.js")
    assert panel.status == 200
    assert "immutable" in panel.headers["Cache-Control"]
    assert panel.headers["Access-Control-Allow-Origin"] == "*"
    packed = await chat.call("HEAD", "/chat/embed.js", headers={"Accept-Encoding": "gzip"})
    assert int(packed.headers["Content-Length"]) <= 10_000


async def test_a_file_at_the_current_stamp_is_kept_for_ever(chat: Chat) -> None:
    address = (await addresses(chat))[0]
    assert "immutable" in (await chat.call("GET", address)).headers["Cache-Control"]
    old = re.sub(r"/a/[^/]+/", "/a/000000000000/", address)
    assert (await chat.call("GET", old)).headers["Cache-Control"] == "no-cache"


async def test_files_travel_compressed_and_only_when_they_changed(chat: Chat) -> None:
    for address in [*await addresses(chat), "/chat", "/chat/embed.js"]:
        plain = await chat.call("GET", address, headers=PLAIN)
        assert "Content-Encoding" not in plain.headers
        async with chat.http.get(
            chat.base + address, headers={"Accept-Encoding": "br, gzip;q=0.8"}
        ) as packed:
            assert await packed.read() == await plain.read()
            if packed.headers.get("Content-Encoding") == "gzip":
                assert int(packed.headers["Content-Length"]) < int(plain.headers["Content-Length"])
        refused = await chat.call("GET", address, headers={"Accept-Encoding": "gzip;q=0, br"})
        assert "Content-Encoding" not in refused.headers
        assert "Accept-Encoding" in plain.headers["Vary"]
        for known in (plain.headers["ETag"], f'"x", {plain.headers["ETag"]}', "*"):
            again = await chat.call("GET", address, headers={"If-None-Match": known})
            assert (again.status, await again.read()) == (304, b"")
            assert again.headers["ETag"] == plain.headers["ETag"]
        assert (await chat.call("GET", address, headers={"If-None-Match": '"other"'})).status == 200


@pytest.mark.parametrize(
    "path",
    [
        "../bot/settings.py",
        "..%2fbot%2fsettings.py",
        "%2e%2e/bot/settings.py",
        "/etc/passwd",
        "nothing.js",
        "index.html",
        "",
    ],
)
async def test_nothing_but_the_page_s_files_can_be_read(chat: Chat, path: str) -> None:
    reply = await chat.call("GET", f"/chat/a/x/{path}")
    await chat.error(404, reply)


def test_another_file_gives_another_stamp(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<script src="{{assets}}/a.js"></script>')
    (tmp_path / "embed.js").write_text('"{{assets}}"')
    (tmp_path / "a.js").write_text("1")
    (tmp_path / "notes.md").write_text("not served")
    first = Assets(tmp_path)
    (tmp_path / "a.js").write_text("2")
    second = Assets(tmp_path)
    assert first.stamp != second.stamp
    assert set(first._files) == {"a.js"}
    assert f"/chat/a/{first.stamp}/a.js".encode() in first._page.body
    assert first._page.packed is None or gzip.decompress(first._page.packed) == first._page.body


def test_what_was_packed_by_the_build_is_served_as_it_is(tmp_path: Path) -> None:
    for name in ("index.html", "embed.js", "a.js"):
        (tmp_path / name).write_text("text " * 100)
    (tmp_path / "a.js.gz").write_bytes(gzip.compress(b"text " * 100, 1))
    assets = Assets(tmp_path)
    assert set(assets._files) == {"a.js"}
    assert assets._files["a.js"].packed == (tmp_path / "a.js.gz").read_bytes()
