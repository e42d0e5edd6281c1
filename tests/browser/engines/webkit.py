"""WebKit's own small browser, on a screen in memory, over WebDriver."""

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path

from reader import LeftError

DRIVER = "WebKitWebDriver"
SCREEN = "Xvfb"
# It lies beside WebKit's other programs, which are on no PATH.
BROWSER = next(Path("/usr").glob("lib*/**/webkit2gtk-4.1/MiniBrowser"), None)
NEEDED = {
    DRIVER: shutil.which(DRIVER),
    SCREEN: shutil.which(SCREEN),
    "webkit2gtk-4.1/MiniBrowser": BROWSER,
}
MISSING = [name for name, found in NEEDED.items() if not found]
# Layers are for graphics cards: without one, a page takes a third of the time without them.
SETTINGS = {"WEBKIT_DISABLE_COMPOSITING_MODE": "1"}
CALL = """
const [done, ...args] = [[...arguments].pop(), ...arguments];
(async () => {%s})().then((value) => done({ value }), (error) => done({ error: `${error}` }));
"""


class WebKit:
    """One window."""

    def __init__(self, connection: HTTPConnection) -> None:
        """Start a session."""
        self._connection = connection
        browser = {"binary": str(BROWSER), "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": browser}}
        self._session = ""
        self._session = f"/{self._tell('', capabilities=wanted)['sessionId']}"

    def _tell(self, path: str, method: str = "POST", **params: object) -> object:
        address = f"/session{self._session}{path}"
        self._connection.request(method, address, json.dumps(params))
        answer = self._connection.getresponse()
        value = json.loads(answer.read())["value"]
        if answer.status != 200 and value["error"] == "no such frame":
            raise LeftError
        assert answer.status == 200, value
        return value

    def resize(self, width: int, height: int) -> None:
        """Give the page this size: the window is larger by its bars."""
        across, down = self.run("return [outerWidth - innerWidth, outerHeight - innerHeight];")
        self._tell("/window/rect", width=width + across, height=height + down)

    def go(self, address: str) -> None:
        """Load a page to its end."""
        self._tell("/url", url=address)

    def run(self, body: str, *args: object) -> object:
        """Run the body of an asynchronous function of `args`, and return what it returns."""
        answer = self._tell("/execute/async", script=CALL % body, args=args)
        assert "error" not in answer, answer["error"]
        return answer.get("value")

    def act(self, *actions: dict) -> None:
        """Do what a mouse or a keyboard does, in the words of WebDriver."""
        self._tell("/actions", actions=actions)

    def end(self) -> None:
        """Close the window."""
        self._tell("", "DELETE")


@contextmanager
def started(_folder: Path) -> Iterator[WebKit]:
    """Start a screen, the driver, and through that the browser."""
    with _screen() as display, closing(HTTPConnection("127.0.0.1", _port(), timeout=60)) as driver:
        command = [DRIVER, f"--port={driver.port}"]
        process = subprocess.Popen(command, env={**os.environ, **SETTINGS, "DISPLAY": display})
        try:
            _wait_for(driver)
            browser = WebKit(driver)
            yield browser
            browser.end()
        finally:
            process.terminate()
            process.wait()


@contextmanager
def _screen() -> Iterator[str]:
    """Start a screen, and yield its name."""
    command = [SCREEN, "-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]
    outputs = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, text=True, **outputs) as process:
        try:
            yield f":{process.stdout.readline().strip()}"
        finally:
            process.terminate()


def _port() -> int:
    """Return a port that is free."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        return server.getsockname()[1]


def _wait_for(driver: HTTPConnection) -> None:
    """Return when it listens."""
    for _ in range(100):
        try:
            driver.connect()
        except ConnectionRefusedError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"{DRIVER} does not listen")
