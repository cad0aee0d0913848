"""``/metrics``: what the service counted, as Prometheus reads it."""

from __future__ import annotations

from ipaddress import ip_address

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels.errors import ChatError
from bot.channels.health import Health
from bot.watching.metrics import REGISTRY

# A proxy on this machine makes everybody's requests come from here; it says so in one of these.
_BY_PROXY = ("forwarded", "x-forwarded-for", "x-real-ip", "via")


class MetricsPage:
    """Serves the metrics to those whom the setting ``metrics`` names."""

    def __init__(self, readers: str, health: Health) -> None:
        self._readers = readers
        self._health = health

    async def metrics(self, request: Request) -> HTTPResponse:
        """Answer with the metrics. Raises ``not_found`` for whom they are not meant."""
        proxied = any(name in request.headers for name in _BY_PROXY)
        if not may_read(self._readers, request.ip, proxied=proxied):
            raise ChatError("not_found")
        await self._health.checks(getattr(request.app.ctx, "agent", None))
        headers = {"Cache-Control": "no-store"}
        return HTTPResponse(generate_latest(REGISTRY), headers=headers, content_type=CONTENT_TYPE_LATEST)


def may_read(readers: str, address: str, *, proxied: bool) -> bool:
    """Tell whether a client at ``address`` is one of ``readers`` (the values of the setting).

    What came through a proxy may come from anywhere, so only ``all`` lets it in.
    """
    if readers in {"all", "off"}:
        return readers == "all"
    try:
        peer = ip_address(address)
    except ValueError:
        return False
    peer = getattr(peer, "ipv4_mapped", None) or peer
    near = peer.is_loopback or (readers == "private" and peer.is_private)
    return near and not proxied
