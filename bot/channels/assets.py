"""The files of the widget, read once, kept in memory with their compressed form, and served with care.

Addresses carry a stamp of the whole set (``/chat/a/<stamp>/panel.js``): a file at the current stamp never
changes and may be kept for ever; at any other stamp the current file is served, to be asked for again. Two
files have addresses that never change, and name the stamp: the chat page and the script for other pages.
"""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels.errors import ChatError

PAGE = "index.html"
SCRIPT = "embed.js"
FOREVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
}
_PACKED_ALREADY = {".png", ".woff2"}

# Public files, the same for everyone: a page on another site may load them as modules.
PUBLIC = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
}
PAGE_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@dataclass(frozen=True)
class Asset:
    """One file: its bytes, their gzip form where that is smaller, an entity tag and the media type."""

    body: bytes
    packed: bytes | None
    tag: str
    media_type: str

    @classmethod
    def of(cls, body: bytes, suffix: str, packed: bytes | None = None) -> Asset:
        """Return the asset of ``body``; ``packed`` is its gzip form where somebody has made it already."""
        if packed is None and suffix not in _PACKED_ALREADY:
            packed = gzip.compress(body, 9, mtime=0)
        smaller = packed if packed and len(packed) < len(body) else None
        return cls(body, smaller, f'W/"{hashlib.sha256(body).hexdigest()[:32]}"', _TYPES[suffix])


class Assets:
    """The files of ``directory``, as they were when the service started. Other files cannot be reached."""

    def __init__(self, directory: Path) -> None:
        files = {
            path.relative_to(directory).as_posix(): path.read_bytes()
            for path in sorted(directory.rglob("*"))
            if path.is_file() and path.suffix in _TYPES
        }
        digest = hashlib.sha256()
        for name, body in files.items():
            digest.update(name.encode() + b"\0" + hashlib.sha256(body).digest())
        self.stamp = digest.hexdigest()[:12]
        self._page, self._script = (
            Asset.of(
                files.pop(name).replace(b"{{assets}}", f"/chat/a/{self.stamp}".encode()), Path(name).suffix
            )
            for name in (PAGE, SCRIPT)
        )
        self._files = {
            name: Asset.of(body, Path(name).suffix, _packed(directory / name)) for name, body in files.items()
        }

    async def page(self, request: Request) -> HTTPResponse:
        """Answer with the chat page."""
        return respond(request, self._page, {**PAGE_HEADERS, "Cache-Control": ASK_AGAIN})

    async def script(self, request: Request) -> HTTPResponse:
        """Answer with the script that puts the widget on a page."""
        return respond(request, self._script, {**PUBLIC, "Cache-Control": ASK_AGAIN})

    async def file(self, request: Request, stamp: str, name: str) -> HTTPResponse:
        """Answer with the file called ``name``. Raises ``not_found``."""
        asset = self._files.get(name)
        if asset is None:
            raise ChatError("not_found")
        caching = FOREVER if stamp == self.stamp else ASK_AGAIN
        return respond(request, asset, {**PUBLIC, "Cache-Control": caching})


def _packed(path: Path) -> bytes | None:
    """Return what the build has put beside the file at ``path``."""
    beside = path.with_name(f"{path.name}.gz")
    return beside.read_bytes() if beside.is_file() else None


def respond(request: Request, asset: Asset, headers: dict[str, str]) -> HTTPResponse:
    """Answer with ``asset``, compressed where the client takes that; 304 when the client has it."""
    headers = {**headers, "ETag": asset.tag, "Vary": "Accept-Encoding"}
    if _has_it(request.headers.getone("if-none-match", ""), asset.tag):
        return HTTPResponse(status=304, headers=headers)
    if asset.packed and _takes_gzip(request.headers.getone("accept-encoding", "")):
        headers["Content-Encoding"] = "gzip"
        return HTTPResponse(asset.packed, headers=headers, content_type=asset.media_type)
    return HTTPResponse(asset.body, headers=headers, content_type=asset.media_type)


def _has_it(if_none_match: str, tag: str) -> bool:
    return if_none_match.strip() == "*" or tag in (part.strip() for part in if_none_match.split(","))


def _takes_gzip(accept_encoding: str) -> bool:
    for part in accept_encoding.split(","):
        coding, _, quality = part.partition(";")
        if coding.strip() in {"gzip", "*"}:
            return quality.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return False
