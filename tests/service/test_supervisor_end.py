"""The order in which the supervisor ends its processes, and its lines as JSON."""

from __future__ import annotations

import json
import signal

from tests.service.test_supervisor import Supervised

LAST_CALL = """
import signal, sys, time, urllib.request
from http.server import HTTPServer, SimpleHTTPRequestHandler as Handler
from functools import partial
server = HTTPServer(("127.0.0.1", int(sys.argv[1])), partial(Handler, directory=sys.argv[3]))
def end(*_):
    time.sleep(1)
    print("the action server says", urllib.request.urlopen(f"http://127.0.0.1:{sys.argv[2]}/health").status, flush=True)
    sys.exit(0)
signal.signal(signal.SIGTERM, end)
server.serve_forever()
"""


def test_action_server_is_there_until_the_chat_has_ended(tmp_path):
    """The chat's turns in hand need it."""
    chat = (
        "supervisor.chat_server = lambda settings, model: [sys.executable, '-c', "
        f"{LAST_CALL!r}, str(settings.port), str(settings.action_port), sys.argv[1]]"
    )
    process = Supervised(tmp_path, chat).start_and_wait()
    process.send_signal(signal.SIGTERM)
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 0, said
    assert "the action server says 200" in said
    assert "Traceback" not in said


def test_every_line_is_json_when_the_log_is(tmp_path):
    plain = (
        "supervisor.action_server = lambda: [sys.executable, '-c', 'print(1); print(chr(123) + chr(125))']"
    )
    supervised = Supervised(tmp_path, plain)
    supervised.environment["WAYMARK_LOG_FORMAT"] = "json"
    said, _ = supervised.start().communicate(timeout=60)
    told = [json.loads(line) for line in said.splitlines()]
    assert "Stopped, because a process ended; what it said is above." in {line.get("event") for line in told}
    assert {} in told
    assert {"1", "actions stopped (rc=0)"} < {line.get("event") for line in told}
    assert {line.get("process") for line in told if line} == {"actions", "service"}
