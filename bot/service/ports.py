"""TCP ports: which are free, and what to say when one is not."""

from __future__ import annotations

import errno
import socket

from bot.service.commands import LOOPBACK


class PortInUseError(RuntimeError):
    """Another program listens where the service should; the message says what to do."""


def require_free(host: str, port: int, variable: str) -> None:
    """Make sure that ``host``:``port`` can be listened on.

    Raises :class:`PortInUseError` that names ``variable``, the setting to change, and ``OSError`` when
    ``host`` is no address of this machine.
    """
    family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            raise PortInUseError(
                f"Port {port} is in use, perhaps by another Waymark. Stop that program, or choose "
                f"another port, for example: {variable}={port + 10} make run"
            ) from error


def free_ports(count: int) -> list[int]:
    """Return ``count`` different ports of the loopback interface that nobody listens on now."""
    probes = [socket.socket() for _ in range(count)]
    try:
        for probe in probes:
            probe.bind((LOOPBACK, 0))
        return [int(probe.getsockname()[1]) for probe in probes]
    finally:
        for probe in probes:
            probe.close()
