from __future__ import annotations

import socket

import pytest

from bot.service.ports import PortInUseError, free_ports, require_free


def test_free_ports_differ_and_can_be_listened_on():
    ports = free_ports(3)
    assert len(set(ports)) == 3
    for port in ports:
        require_free("127.0.0.1", port, "WAYMARK_PORT")


def test_port_in_use_is_told_with_the_setting_to_change():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(PortInUseError, match=rf"Port {port} is in use.* WAYMARK_ACTION_PORT="):
            require_free("127.0.0.1", port, "WAYMARK_ACTION_PORT")


def test_port_can_be_taken_again_right_after_it_was_closed():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)):
            server.accept()[0].close()
    require_free("127.0.0.1", port, "WAYMARK_PORT")


def test_address_of_another_machine_is_not_called_in_use():
    with pytest.raises(OSError, match="assign requested address"):
        require_free("192.0.2.1", 5005, "WAYMARK_PORT")
