"""Finding what a program started, in Linux's /proc."""

import os
import subprocess
import sys
import time

import pytest

from turns.snippet import processes


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")
def test_a_zombie_is_not_running() -> None:
    """A process that ended and waits to be reaped, perhaps for ever, counts as gone."""
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=-1, process_group=0)
    try:
        assert list(processes.find(process.pid, b"NO=MARK")) == [process.pid]
        process.kill()
        deadline = time.monotonic() + 60
        while processes.find(process.pid, b"NO=MARK") and time.monotonic() < deadline:
            time.sleep(0.01)
        os.killpg(process.pid, 0)  # not reaped: the group still exists
        assert processes.find(process.pid, b"NO=MARK") == {}
    finally:
        process.communicate()


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")
def test_a_mark_is_found() -> None:
    """The whole variable must be equal; another run's longer mark is not this one's."""
    environment = {**os.environ, "TURNS_RUN": "abc"}
    command = [sys.executable, "-c", "input('here')", "a b"]
    process = subprocess.Popen(
        command, stdin=-1, stdout=subprocess.PIPE, env=environment, start_new_session=True
    )
    try:
        assert process.stdout is not None
        process.stdout.read(1)  # what is just being started has no environment yet
        no_group = 2**22 + 1
        assert processes.find(no_group, b"TURNS_RUN=abc") == {process.pid: " ".join(command)}
        assert processes.find(no_group, b"TURNS_RUN=ab") == {}
    finally:
        process.kill()
        process.communicate()
