"""The chat API is what docs/openapi.yaml says, whatever is sent: schemathesis makes it up from the description."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import requests
import schemathesis
import yaml
from hypothesis import HealthCheck, given, settings
from rasa.core.run import configure_app
from schemathesis import GenerationMode, checks

from bot.channels.errors import _KINDS
from bot.channels.web_chat import WebChatInput
from bot.settings import ROOT
from tests.channels.service import Says
from tests.web.conftest import FakeService

FILE = ROOT / "docs" / "openapi.yaml"
WRITTEN = yaml.safe_load(FILE.read_text(encoding="utf-8"))
SCHEMA = schemathesis.openapi.from_dict(WRITTEN)
OPERATIONS = [(path, method.upper()) for path, verbs in WRITTEN["paths"].items() for method in verbs]
TAKING_SOMETHING = [
    (path, method)
    for path, method in OPERATIONS
    if {"requestBody", "parameters"} & WRITTEN["paths"][path][method.lower()].keys()
    and path != "/chat/plan/{file}"  # takes any name; a bad one leads to no plan
]
# A well-formed button may not have been shown, a well-formed name may be no role's.
NOT_PROMISED = [checks.positive_data_acceptance]
# No action server runs here, and it is right to say so.
NOT_READY = [checks.not_a_server_error]
EXAMPLES = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


async def script(text: str) -> Says:
    yield {
        "text": f"You said: {text}",
        "buttons": [{"title": "More", "payload": '/answer{"id": "topic/ai_impact"}'}],
    }


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FakeService]:
    service = FakeService(tmp_path_factory.mktemp("var"), "https://friend.example")
    service.agent.script = script
    service.start()
    yield service
    service.stop()


@pytest.fixture(scope="module")
def token(service: FakeService) -> dict[str, str]:
    started = requests.post(f"{service.base}/chat/api/conversations", timeout=30).json()
    return {"Authorization": f"Bearer {started['token']}"}


def hold(service: FakeService, token: dict[str, str], place: tuple[str, str], mode: GenerationMode) -> None:
    path, method = place

    @EXAMPLES
    @given(case=SCHEMA[path][method].as_strategy(generation_mode=mode))
    def holds(case: schemathesis.Case) -> None:
        response = case.call(base_url=service.base, headers=token, timeout=30)
        excluded = NOT_PROMISED + (NOT_READY if path == "/health" else [])
        case.validate_response(response, headers=token, excluded_checks=excluded)

    holds()


@pytest.mark.parametrize("place", OPERATIONS, ids=" ".join)
def test_what_fits_the_description_is_answered_as_described(service, token, place) -> None:
    hold(service, token, place, GenerationMode.POSITIVE)


@pytest.mark.parametrize("place", TAKING_SOMETHING, ids=" ".join)
def test_what_does_not_fit_is_refused_as_described(service, token, place) -> None:
    hold(service, token, place, GenerationMode.NEGATIVE)


def test_the_service_is_still_there(service, token) -> None:
    reply = requests.post(f"{service.base}/chat/api/messages", json={"text": "hi"}, headers=token, timeout=30)
    assert reply.json()["messages"][0]["text"] == "You said: hi"


def test_every_route_of_the_api_is_described(settings) -> None:
    app = configure_app([WebChatInput(settings)], enable_api=False)
    routes = {
        (f"/{route.path}", method)
        for route in app.router.routes
        for method in route.methods - {"HEAD"}
        if route.path.startswith("chat/api/")
    }
    described = {place for place in OPERATIONS if place[0].startswith("/chat/api/")}
    assert routes == described


def test_every_status_that_is_told_of_is_described() -> None:
    told = {str(status) for status, _ in _KINDS.values()} - {"405", "500"}
    described = {
        status
        for verbs in WRITTEN["paths"].values()
        for verb in verbs.values()
        for status in verb["responses"]
    }
    assert told <= described
