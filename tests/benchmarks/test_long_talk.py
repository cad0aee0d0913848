from __future__ import annotations

import os
import subprocess
import sys
import time

from benchmarks.long_talk import Stretch
from benchmarks.processes import family, processor_seconds


def test_a_stretch_is_a_row():
    assert Stretch(51, 100, 38.04, 150.26).line() == "| 51 to 100 | 38.0 ms | 150.3 ms |"


def test_a_family_holds_those_who_descend():
    code = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'input()'])"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE) as child:
        deadline = time.monotonic() + 30
        while len(found := family(child.pid)) < 2 and time.monotonic() < deadline:
            time.sleep(0.05)
        assert found[0] == child.pid
        assert len(found) == 2
        assert os.getpid() not in found
        child.communicate(b"\n")


def test_processor_time_is_that_of_the_process():
    before = processor_seconds([os.getpid()])
    started = time.process_time()
    while time.process_time() - started < 0.1:
        pass
    assert processor_seconds([os.getpid()]) - before >= 0.05


def test_a_process_that_has_ended_used_nothing():
    with subprocess.Popen([sys.executable, "-c", ""]) as child:
        child.wait()
    assert processor_seconds([child.pid]) == 0
