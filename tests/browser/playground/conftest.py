"""A page of the playground's client alone, and its interpreter, built as on the site."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from client import SCRIPTS, Open, Python, opened
from playwright.sync_api import Browser

from pages.policy import with_policy
from tools.building.browser.errors import MissingError
from tools.building.browser.playground import playground
from tools.project import HERE
from tools.static_server import served

CLIENT = ("shapes", "fetched", "python")
PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Python</title><link rel="icon" href="data:,"></head>
<body><p id="own">as it was</p><script src="_static/client.js"></script></body></html>
"""


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


@pytest.fixture
def open_python(browser: Browser, address: str) -> Iterator[Open]:
    """Return a function that opens the page in a context of its own."""
    contexts = []

    def open_one(**options: object) -> Python:
        context = browser.new_context(**options)  # type: ignore[arg-type]
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
