"""The real site below a sub-path of a loopback server, and a Chromium that may go nowhere else."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from answered import CARDS, FAKE, KETTLES
from playground_page import OpenPlayground, visit
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Locator,
    Page,
    Request,
    expect,
    sync_playwright,
)

from books import chromium
from language.languages import ENGLISH, Language
from tools.static_server import served

# A site that works here works below any path.
SUB_PATH = "/below/some/path"
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    # Nothing else can be reached; to stop each request and look at it would take longer.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]

# A page takes a tenth of a second, but a machine may be busy with other things.
LONG = 60_000  # milliseconds
expect.set_options(timeout=LONG)

OpenPage = Callable[..., Page]
OpenCard = Callable[..., Locator]


@pytest.hookimpl(tryfirst=True)  # before pytest looks at the marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave to the slow tests in English what is tried in both languages: scripts are the same.

    Chinese stays: it has the words without spaces, and the narrower lines.
    """
    for item in items:
        parameters = getattr(item, "callspec", None)
        if parameters is not None and parameters.params.get("language") == "en":
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def site(local: Path) -> Iterator[str]:
    """Build the site as a contributor does, and yield the address at which it is served."""
    with served(local, SUB_PATH) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the Chromium of this machine: the one that CHROMIUM names, or one on the PATH."""
    program = chromium.found()
    if program is None:
        pytest.skip(f"NOT TESTED IN A BROWSER: {chromium.MISSING}")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Return a function that makes a page.

    A request to another host, a script error and what a page's own policy forbids fail.
    """
    wrong: list[str] = []

    def note(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in {"data", "blob"} and address.hostname != "127.0.0.1":
            wrong.append(f"request to {request.url}")

    def note_refused(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            wrong.append(message.text)

    contexts = []

    def open_one(width: int = 1280, height: int = 800, **options: object) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)  # type: ignore[arg-type]
        context.set_default_timeout(LONG)
        contexts.append(context)
        context.on("request", note)
        page = context.new_page()
        page.on("console", note_refused)
        page.on("pageerror", lambda error: wrong.append(f"script error: {error}"))
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.fixture
def open_card(site: str, open_page: OpenPage) -> Iterator[OpenCard]:
    """Return a function that opens a page and returns one of its cards; a console error fails."""
    errors: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(message.text)

    def open_one(
        language: str = "en",
        card: str = "snippet-event-loop-two-kettles",
        address: str = "",
        path: str = "event-loop/index.html",
        **options: object,
    ) -> Locator:
        page = open_page(**options)
        page.on("console", note)
        page.goto(f"{site}/{language}/{path}{address}")
        return page.locator(f"#{card}")

    yield open_one
    assert errors == []


@pytest.fixture
def open_editable(site: str, open_page: OpenPage) -> OpenCard:
    """Return a function that opens a page whose Python is a fake, and returns one of its cards."""

    def open_one(
        language: str = "en", name: str = KETTLES, address: str = "", **options: object
    ) -> Locator:
        path, card = CARDS[name]
        page = open_page(**options)
        page.add_init_script(FAKE)
        page.goto(f"{site}/{language}/{path}{address}")
        return page.locator(f"#{card}")

    return open_one


@pytest.fixture
def playground(site: str, open_page: OpenPage) -> OpenPlayground:
    """Return a function that opens the page."""

    def open_it(
        language: Language = ENGLISH,
        address: str = "",
        answer: dict[str, str] | None = None,
        **options: object,
    ) -> Page:
        page = open_page(**options)
        visit(page, f"{site}/{language.folder}/playground.html{address}", answer)
        return page

    return open_it
