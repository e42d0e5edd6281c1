"""A page that is made of the playground's client alone, and its interpreter, built as on the site."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from pages.policy import with_policy
from tools.building.browser.errors import MissingError
from tools.building.browser.playground import playground
from tools.project import HERE
from tools.static_server import served

SCRIPTS = HERE.docs / "_assets" / "playground"
CLIENT = ("shapes", "fetched", "safe", "python")
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Python</title><link rel="icon" href="data:,"></head>
<body><p id="own">as it was</p><script src="_static/client.js"></script></body></html>
"""
LOAD = """async () => {
  const seen = [];
  try {
    await Turns.python.load((one) => seen.push(one));
    return { seen, features: Turns.python.features };
  } catch (error) {
    return { seen, reason: error.reason, message: error.message };
  }
}"""
ASK = """([source, more]) => {
  globalThis.parts = [];
  globalThis.times = [performance.now()];
  const request = { kind: "explore", source, language: "en", schedule: null, ...more };
  const asked = Turns.python.ask(request, (part) => {
    parts.push(part);
    times.push(performance.now());
  });
  globalThis.ended = asked.then(() => "done", (error) => `${error.reason} ${error.message}`);
  ended.then(() => times.push(performance.now()));
}"""
UNTIL = """async (kinds) => {
  const came = () => parts.some(({ kind }) => kinds.includes(kind));
  const waited = new Promise((resolve) => {
    const look = () => (came() ? resolve() : setTimeout(look, 5));
    look();
  });
  await Promise.race([waited, ended]);
}"""


@dataclass
class Python:
    """The interpreter of a page."""

    page: Page
    said: list[str] = field(default_factory=list)
    """What the page wrote to its console."""

    def load(self) -> dict[str, Any]:
        """Load it; return how far it was on the way, its features, or why there is none."""
        found: dict[str, Any] = self.page.evaluate(LOAD)
        return found

    def ask(self, source: str, **more: object) -> None:
        """Begin to ask about a program."""
        self.page.evaluate(ASK, [source, more])

    def until(self, *kinds: str) -> list[dict[str, Any]]:
        """Wait for a part of one of these kinds, or for the end, and return all parts."""
        self.page.evaluate(UNTIL, kinds)
        parts: list[dict[str, Any]] = self.page.evaluate("parts")
        return parts

    def end(self) -> str:
        """Wait for the end and return how it came."""
        ended: str = self.page.evaluate("ended")
        return ended

    def stop(self) -> float:
        """Stop what runs; return how many seconds passed until its promise knew."""
        took: float = self.page.evaluate(
            """async () => {
              const begun = performance.now();
              Turns.python.stop();
              await ended;
              return performance.now() - begun;
            }"""
        )
        return took / 1000

    def run(self, source: str) -> tuple[list[str], dict[str, Any]]:
        """Run a program, no more; return what it printed, and what its end is, or why it has none."""
        self.ask(source)
        parts = self.until("run", "refused")
        lines = [line for part in parts if part["kind"] == "lines" for line in part["lines"]]
        if parts and parts[-1]["kind"] != "lines":
            self.stop()
            return lines, parts[-1]
        return lines, {"kind": self.end()}


@pytest.fixture(scope="session")
def interpreter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the playground's files, as the site has them, beside the page."""
    try:
        files = playground(HERE, fetch=True)
    except MissingError as error:
        pytest.skip(f"NOT TESTED IN THE PLAYGROUND: {error}")
    folder = tmp_path_factory.mktemp("playground")
    script = "".join((SCRIPTS / f"{name}.js").read_text("utf-8") for name in CLIENT)
    made = {
        **{f"playground/{name}": data for name, data in files.items()},
        "en/page.html": with_policy(PAGE).encode(),
        "en/_static/client.js": script.encode(),
    }
    for name, data in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


@pytest.fixture(scope="session")
def address(interpreter: Path) -> Iterator[str]:
    """Serve it, and yield the address of the page."""
    with served(interpreter, "/some/path") as root:
        yield f"{root}/en/page.html"


def opened(context: BrowserContext, address: str) -> Python:
    """Open the page."""
    context.set_default_timeout(240_000)
    python = Python(context.new_page())
    python.page.on("console", lambda message: python.said.append(message.text))
    python.page.on("pageerror", lambda error: python.said.append(str(error)))
    python.page.goto(address)
    return python


Open = Callable[..., Python]


@pytest.fixture
def open_python(browser: Browser, address: str) -> Iterator[Open]:
    """Return a function that opens the page in a context of its own."""
    contexts = []

    def open_one(**options: Any) -> Python:
        context = browser.new_context(**options)
        contexts.append(context)
        return opened(context, address)

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def python(browser: Browser, address: str) -> Iterator[Python]:
    """Open the page once, with its interpreter."""
    context = browser.new_context()
    found = opened(context, address)
    assert found.load()["features"] == {"threads": True}
    yield found
    context.close()


@pytest.fixture
def manifest(interpreter: Path) -> dict[str, Any]:
    """Return what the playground says of itself."""
    found: dict[str, Any] = json.loads((interpreter / "playground/manifest.json").read_bytes())
    return found
