"""A Slack that is stricter than the real one: it refuses what the documentation does not allow, and says why."""

from __future__ import annotations

import asyncio
import base64
import itertools
import json
import time
from collections import defaultdict, deque
from collections.abc import Callable
from typing import Any

from aiohttp import WSMsgType, web

from tests.channels.slack.arguments import arguments
from tests.channels.slack.limits import METHODS, faults
from tests.channels.slack.trouble import Call, Trouble

TOKEN, APP_TOKEN, SECRET = "xoxb-1-test", "xapp-1-test", "8f742231b10e8888abcd99yyyzzz85a5"
CLIENT_ID, CLIENT_SECRET = "111.222", "33336676fake"
TEAM, BOT_USER, BOT, APP = "T1", "UBOT1", "B1", "A1"


class FakeSlack:
    """The fake. ``teams`` are the tokens it knows, with the team of each."""

    def __init__(self) -> None:
        self.url = ""
        self.loop = asyncio.get_running_loop()
        self.calls: list[Call] = []
        self.refused: list[str] = []
        self.troubles: dict[str, deque[Trouble]] = defaultdict(deque)
        self.teams = {TOKEN: TEAM}
        self.installing: dict[str, dict[str, Any]] = {}
        self.renewed: dict[str, Any] = {}
        self.responses: list[dict[str, Any]] = []
        self.uploads: dict[str, bytes] = {}
        self.acknowledged: dict[str, dict[str, Any]] = {}
        self.messages: dict[tuple[str, str], dict[str, Any]] = {}
        self.sockets: list[web.WebSocketResponse] = []
        self._numbers = itertools.count(1)
        self._answers: dict[str, Callable[[dict[str, Any], str], dict[str, Any]]] = {
            "apps.connections.open": lambda _given, _token: {
                "url": self.url.replace("http", "ws", 1) + "/socket"
            },
            "auth.test": self._auth_test,
            "chat.postMessage": self._post,
            "chat.update": self._update,
            "chat.postEphemeral": lambda _given, _token: {"message_ts": self.new_ts()},
            "conversations.open": lambda given, _token: {"channel": {"id": f"D{given['users'][1:]}"}},
            "files.getUploadURLExternal": self._upload_url,
            "files.completeUploadExternal": self._complete_upload,
            "oauth.v2.access": self._access,
        }

    def new_ts(self) -> str:
        return f"1700000000.{next(self._numbers):06d}"

    def trouble(self, method: str, *troubles: Trouble) -> None:
        """Let the next calls of ``method`` end in ``troubles``."""
        self.troubles[method].extend(troubles)

    def made(self, method: str, **wanted: Any) -> list[Call]:
        """Return the calls of ``method`` that Slack took, with these arguments."""
        return [
            call
            for call in self.calls
            if call.method == method
            and call.ok
            and all(call.given.get(name) == value for name, value in wanted.items())
        ]

    def acted(self) -> list[str]:
        """Return the methods that were called, but for the check of the token."""
        return [call.method for call in self.calls if call.method != "auth.test"]

    def posts(self, **wanted: Any) -> list[dict[str, Any]]:
        """Return the messages that were posted."""
        return [call.given for call in self.made("chat.postMessage", **wanted)]

    async def wait(self, method: str, count: int = 1, seconds: float = 30, **wanted: Any) -> list[Call]:
        """Return the calls of ``method`` once there are ``count``; what is there when the time is over."""
        deadline = time.monotonic() + seconds
        while len(found := self.made(method, **wanted)) < count and time.monotonic() < deadline:
            await asyncio.sleep(0.02)
        return found

    async def silence(self, seconds: float = 1.0) -> None:
        """Wait until nothing was called for ``seconds``."""
        count = -1
        while count != len(self.calls):
            count = len(self.calls)
            await asyncio.sleep(seconds)

    async def handle(self, request: web.Request) -> web.Response:
        """Answer a call of the Web API."""
        method = request.match_info["method"]
        given = await arguments(request)
        token = request.headers.get("Authorization", "").removeprefix("Bearer ") or given.pop("token", "")
        given.pop("token", None)
        if token.startswith("Basic "):
            name, _, password = base64.b64decode(token[6:]).decode().partition(":")
            given |= {"client_id": name, "client_secret": password}
        trouble = self.troubles[method].popleft() if self.troubles[method] else None
        if trouble:
            await asyncio.sleep(trouble.delay)
        if trouble and not trouble.passes:
            self.calls.append(Call(method, given, token, time.monotonic(), trouble.body))
            return web.json_response(trouble.body, status=trouble.status, headers=trouble.headers)
        answer = self._answer(method, given, token)
        self.calls.append(Call(method, given, token, time.monotonic(), answer))
        return web.json_response(answer)

    def _answer(self, method: str, given: dict[str, Any], token: str) -> dict[str, Any]:
        if method not in METHODS:
            return self._refusal("unknown_method", method)
        if method == "apps.connections.open":
            known = token == APP_TOKEN
        elif method == "oauth.v2.access":
            known = (given.get("client_id"), given.get("client_secret")) == (CLIENT_ID, CLIENT_SECRET)
        else:
            known = token in self.teams
        if not known:
            return {"ok": False, "error": "invalid_auth"}
        found = list(faults(method, given))
        if found:
            return self._refusal("invalid_arguments", f"{method}: {'; '.join(found)}")
        answer = self._answers.get(method, lambda _given, _token: {})(given, token)
        return {"ok": True, **answer}

    def _refusal(self, error: str, why: str) -> dict[str, Any]:
        self.refused.append(why)
        return {"ok": False, "error": error, "response_metadata": {"messages": [why]}}

    def _auth_test(self, _given: dict[str, Any], token: str) -> dict[str, Any]:
        team = self.teams[token]
        return {
            "url": f"https://{team.lower()}.slack.com/",
            "team": team,
            "user": "waymark",
            "team_id": team,
            "user_id": f"UBOT{team[1:]}",
            "bot_id": f"B{team[1:]}",
        }

    def _post(self, given: dict[str, Any], _token: str) -> dict[str, Any]:
        ts = self.new_ts()
        message = {"type": "message", "ts": ts, "user": BOT_USER, "bot_id": BOT, **given}
        self.messages[given["channel"], ts] = message
        return {"channel": given["channel"], "ts": ts, "message": message}

    def _update(self, given: dict[str, Any], _token: str) -> dict[str, Any]:
        message = self.messages.get((given["channel"], given["ts"]))
        if message is None:
            return self._refusal("message_not_found", f"chat.update of {given['ts']}")
        message.update(given)
        return {"channel": given["channel"], "ts": given["ts"]}

    def _access(self, given: dict[str, Any], _token: str) -> dict[str, Any]:
        renewing = given.get("grant_type") == "refresh_token"
        return self.renewed if renewing else self.installing[given["code"]]

    def _upload_url(self, _given: dict[str, Any], _token: str) -> dict[str, Any]:
        number = f"F{next(self._numbers)}"
        return {"upload_url": f"{self.url}/upload/{number}", "file_id": number}

    def _complete_upload(self, given: dict[str, Any], _token: str) -> dict[str, Any]:
        missing = [file["id"] for file in given["files"] if file["id"] not in self.uploads]
        return self._refusal("file_not_found", str(missing)) if missing else {"files": given["files"]}

    async def upload(self, request: web.Request) -> web.Response:
        """Take a file."""
        if request.content_type.startswith("multipart/"):
            part = await (await request.multipart()).next()
            body = await part.read()  # type: ignore[union-attr]
        else:
            body = await request.read()
        self.uploads[request.match_info["number"]] = bytes(body)
        return web.Response(text=f"OK - {len(body)}")

    async def respond(self, request: web.Request) -> web.Response:
        """Take what is sent to a ``response_url``."""
        self.responses.append(await request.json())
        return web.Response(text="ok")

    async def socket(self, request: web.Request) -> web.WebSocketResponse:
        """Play Socket Mode: say hello, and note what is acknowledged."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1, "connection_info": {"app_id": APP}})
        self.sockets.append(socket)
        async for message in socket:
            if message.type == WSMsgType.TEXT and message.data.startswith("{"):
                answer = json.loads(message.data)
                self.acknowledged[answer["envelope_id"]] = answer
        self.sockets.remove(socket)
        return socket
