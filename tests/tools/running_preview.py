"""A live preview in a process of its own, as `nox -s docs` starts it."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import IO

import pytest
from websockets.sync.client import ClientConnection, connect

from tools.project import Project

LONG = 120  # seconds: a machine may be busy with other things
SHORT = 1.5  # seconds in which nothing may happen


class Preview:
    """A running preview and what it prints."""

    def __init__(self, project: Project, *arguments: str, starter: tuple[str, ...] = ()) -> None:
        """Start it on a free port, through the command line."""
        self.project = project
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.process = subprocess.Popen(
            [
                *(*starter, sys.executable, "-m", "tools.previewing"),
                *("--port", str(self.port), *arguments),
            ],
            cwd=project.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env=os.environ | {"PYTHONIOENCODING": "utf-8"},
            start_new_session=True,
        )
        self.lines: list[str] = []
        assert self.process.stdout
        self.reader = threading.Thread(target=self._read, args=(self.process.stdout,))
        self.reader.start()
        self.wait_for_line(f"http://127.0.0.1:{self.port}/ shows")

    def _read(self, stream: IO[str]) -> None:
        with stream:
            for line in stream:
                self.lines.append(line.rstrip("\n"))

    def wait_for_line(self, text: str, since: int = 0) -> str:
        """Return the first line printed that has the text in it."""
        end = time.monotonic() + LONG
        while time.monotonic() < end:
            if found := [line for line in self.lines[since:] if text in line]:
                return found[0]
            time.sleep(0.02)
        pytest.fail(f"{text!r} was not printed; there was:\n" + "\n".join(self.lines))

    def get(self, path: str) -> str:
        """Return a page, a 404 page too."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}") as response:
                return str(response.read().decode())
        except urllib.error.HTTPError as error:
            with error:
                return str(error.read().decode())

    def listen(self, page: str) -> ClientConnection:
        """Connect as the page's script does."""
        path = re.search(r'data-place="(/live/[^"]+)"', page)
        assert path
        return connect(f"ws://127.0.0.1:{self.port}{path[1]}")

    def reloaded(self, path: str, change: Callable[[], object]) -> str:
        """Look at a page, change something, wait for the reload; return the page it shows then."""
        with self.listen(self.get(path)) as browser:
            change()
            assert browser.recv(LONG) == "refresh"
            page = self.get(path)
            with pytest.raises(TimeoutError):
                browser.recv(SHORT / 3)  # not twice
            return page

    def end(self) -> None:
        """Press Ctrl-C."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        self.process.wait(LONG)
        self.reader.join()
