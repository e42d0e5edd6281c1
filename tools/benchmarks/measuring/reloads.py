"""From save to reload: from a file's renaming until a browser was told and has the new page."""

import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urljoin

from websockets.sync.client import connect

from tools.benchmarks.measuring.checkout import save
from tools.project import Project

LANGUAGE = "zh"  # the one being looked at
PAGE = "event-loop/ready-queue"
_SHOWN = re.compile(r"\{snippet\} (\S+)")
_SCRIPT = re.compile(r'<script src="/live.js" data-place="(/live/[^"]+)">')
_FIRST_BUILD = 1800  # seconds


class Reloads:
    """A running preview with a page, and a snippet on it, that are saved again and again."""

    def __init__(self, project: Project, address: str) -> None:
        """Find the snippet."""
        self.page = project.docs / LANGUAGE / f"{PAGE}.md"
        shown = _SHOWN.search(self.page.read_text(encoding="utf-8"))
        if shown is None:
            sys.exit(f"{self.page}:1: shows no snippet; choose another page to measure")
        self.snippet = project.snippets / f"{shown[1]}.py"
        self._address = address
        self._saved = 0

    def of_page(self) -> float:
        """Save the page and return the seconds until it is reloaded."""
        mark = self._next()
        return self._seconds(self.page, f"{self.page.read_text(encoding='utf-8')}\n{mark}\n", mark)

    def of_snippet(self) -> float:
        """Save the snippet and return the seconds until the page is reloaded."""
        mark = self._next()
        text = self.snippet.read_text(encoding="utf-8")
        return self._seconds(self.snippet, text.replace("import ", f"# {mark}\nimport ", 1), mark)

    def _next(self) -> str:
        self._saved += 1
        return f"mark{self._saved}"

    def _seconds(self, path: Path, text: str, mark: str) -> float:
        script = _SCRIPT.search(_get(self._address))
        if script is None:
            sys.exit(f"{self._address} has no reload script")
        with connect(urljoin(self._address, script[1]).replace("http", "ws", 1)) as browser:
            started = time.perf_counter()
            save(path, text)
            browser.recv(60)
            shown = _get(self._address)
            seconds = time.perf_counter() - started
        if mark not in shown:
            sys.exit(f"{self._address} was reloaded without the change {mark}")
        time.sleep(1)  # the other language may still be busy with the same snippet
        return seconds


@contextmanager
def preview(project: Project) -> Iterator[Reloads]:
    """Preview both languages, and wait for the first build."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/{LANGUAGE}/{PAGE}.html"
    command = [sys.executable, "-m", "tools.previewing", "--port", str(port)]
    with subprocess.Popen(command, cwd=project.root, stdout=subprocess.DEVNULL) as process:
        try:
            _until_there(address)
            yield Reloads(project, address)
        finally:
            process.terminate()


def _until_there(address: str) -> None:
    end = time.monotonic() + _FIRST_BUILD
    while time.monotonic() < end:
        try:
            _get(address)
        except OSError:
            time.sleep(0.1)
        else:
            return
    sys.exit(f"{address} does not answer")


def _get(address: str) -> str:
    with urllib.request.urlopen(address) as response:  # noqa: S310 (our own server)
        return str(response.read().decode())
