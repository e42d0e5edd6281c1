"""Hostile programs waste their own reader's time, and nothing else."""

import http.server
import threading
from collections.abc import Iterator

import pytest
from client import Python
from hostile import PROGRAMS

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("python")]

PAGE = """() => ({
  harmed: [globalThis.harmed, {}.harmed, localStorage.length, frames.length],
  scripts: document.scripts.length,
  text: document.getElementById("own").textContent,
  elements: document.querySelectorAll("body > *").length,
})"""
UNHARMED = {"harmed": [None, None, 0, 1], "scripts": 1, "text": "as it was", "elements": 3}


class Outside:
    """A server that nobody should ask."""

    def __init__(self) -> None:
        """Begin to count."""
        self.asked: list[str] = []
        asked = self.asked

        class Handler(http.server.BaseHTTPRequestHandler):
            def parse_request(self) -> bool:
                asked.append(str(self.raw_requestline))
                return False

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server.server_port}"


@pytest.fixture(scope="module")
def outside() -> Iterator[Outside]:
    """Start the server."""
    found = Outside()
    yield found
    found.server.shutdown()
    found.server.server_close()


@pytest.mark.parametrize("name", PROGRAMS)
def test_it_gets_nowhere(name: str, python: Python, outside: Outside) -> None:
    """Nothing leaves, nothing it says is taken for what it is not, and the next program runs."""
    lines, end = python.run(PROGRAMS[name].replace("OUTSIDE", outside.address))
    assert not [line for line in lines if line.startswith("GOT")]
    assert "SyntaxError" not in str(end), end
    assert outside.asked == []
    assert python.page.evaluate(PAGE) == UNHARMED
    assert python.run("print('next')")[0] == ["next"]


@pytest.mark.parametrize("name", ["numbers", "shapes", "kinds"])
def test_what_is_forged_is_not_taken(name: str, python: Python) -> None:
    """A part that has not the shape of one ends the answer."""
    python.ask(PROGRAMS[name])
    assert python.end() == "malformed malformed"
    assert python.page.evaluate("parts") == []


def test_requests_are_counted(python: Python, outside: Outside, address: str) -> None:
    """A document of the same host that has no policy can ask."""
    other = python.page.context.new_page()
    other.goto(address.replace("page.html", "_static/client.js"))
    other.evaluate("address => fetch(address).catch(() => {})", outside.address)
    other.close()
    assert len(outside.asked) == 1
    outside.asked.clear()
