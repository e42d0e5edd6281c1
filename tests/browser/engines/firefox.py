"""Firefox without a window, over WebDriver BiDi, which it speaks itself: no driver is needed."""

import json
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from websockets.sync.client import ClientConnection, connect

NAMES = ("firefox-esr", "firefox")
PROGRAM = next(filter(None, map(shutil.which, NAMES)), None)
MISSING = [] if PROGRAM else [" or ".join(NAMES)]
# What has no window on a screen has the focus all the same.
SETTINGS = {"focusmanager.testmode": True}
# BiDi has its own way to write values; as JSON they are the same in both engines.
CALL = (
    "async (args) => JSON.stringify(await (async (...args) => {%s})(...JSON.parse(args)) ?? null)"
)


class Firefox:
    """One tab."""

    def __init__(self, connection: ClientConnection) -> None:
        """Start a session and take the tab that is there."""
        self._connection = connection
        self._number = 0
        self._size = {"width": 1280, "height": 800}
        self._tell("session.new", capabilities={})
        self._tab = self._tell("browsingContext.getTree")["contexts"][0]["context"]

    def _tell(self, method: str, **params: object) -> dict:
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        self._connection.send(json.dumps(message))
        answer = json.loads(self._connection.recv(timeout=60))
        assert answer["type"] == "success", answer
        return answer["result"]

    def resize(self, width: int, height: int) -> None:
        """Give the pages that come this size."""
        self._size = {"width": width, "height": height}

    def go(self, address: str) -> None:
        """Load a page to its end, in a new tab: an old one may have lost the focus to Firefox."""
        before = self._tab
        self._tab = self._tell("browsingContext.create", type="tab")["context"]
        self._tell("browsingContext.close", context=before)
        self._tell("browsingContext.setViewport", context=self._tab, viewport=self._size)
        self._tell("browsingContext.navigate", context=self._tab, url=address, wait="complete")

    def run(self, body: str, *args: object) -> object:
        """Run the body of an asynchronous function of `args`, and return what it returns."""
        answer = self._tell(
            "script.callFunction",
            functionDeclaration=CALL % body,
            arguments=[{"type": "string", "value": json.dumps(args)}],
            awaitPromise=True,
            target={"context": self._tab},
        )
        assert answer["type"] == "success", answer["exceptionDetails"]["text"]
        return json.loads(answer["result"]["value"])

    def act(self, *actions: dict) -> None:
        """Do what a mouse or a keyboard does, in the words of WebDriver."""
        self._tell("input.performActions", context=self._tab, actions=actions)


@contextmanager
def started(
    folder: Path, settings: Mapping[str, object] = MappingProxyType({})
) -> Iterator[Firefox]:
    """Start it with a new profile in a folder, and with settings of ``about:config``."""
    options = ("--headless", "--no-remote", "--remote-debugging-port=0", "--profile", folder)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    lines = [f"user_pref({json.dumps(pair)[1:-1]});\n" for pair in {**SETTINGS, **settings}.items()]
    (folder / "user.js").write_text("".join(lines), encoding="utf-8")
    process = subprocess.Popen([PROGRAM, *options], **quiet)
    try:
        address = _address(folder / "WebDriverBiDiServer.json", process)
        with connect(address, max_size=None, proxy=None) as connection:
            yield Firefox(connection)
    finally:
        process.terminate()
        process.wait()


def _address(file: Path, process: subprocess.Popen) -> str:
    """Return where it listens, which it writes into its profile."""
    while process.poll() is None:
        try:
            found = json.loads(file.read_text(encoding="utf-8"))
        except (FileNotFoundError, json.JSONDecodeError):
            time.sleep(0.1)
        else:
            return f"ws://{found['ws_host']}:{found['ws_port']}/session"
    raise RuntimeError(f"{PROGRAM} ended with {process.returncode}")
