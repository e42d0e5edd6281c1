"""What a page's policy forbids is refused by the browser, whatever has come into the page.

That no page breaks its policy is looked at by all tests here: see `conftest.open_page`.
"""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser

# Markup that might come in as a text or with a link. `RAN` is a statement, `OTHER` another origin.
MARKUP = {
    "a handler": '<img src="x:" onerror="RAN">',
    "an address": '<a href="javascript:RAN">x</a>',
    "a form": '<form action="OTHER/"><button>x</button></form>',
    "a picture": '<img src="OTHER/x.png">',
    "a style": '<link rel=stylesheet href="OTHER/x.css">',
    "a frame": '<iframe src="OTHER/"></iframe>',
    "an object": '<object data="OTHER/"></object>',
    "a film": '<video src="OTHER/x.mp4"></video>',
}
# What a script might do that should not be here.
SCRIPTS = {
    "a script": 'add("script", { text: "RAN" })',
    "a script of data": 'add("script", { src: "data:text/javascript,RAN" })',
    "a script of another": 'add("script", { src: "OTHER/x.js" })',
    "a base": 'add("base", { href: "OTHER/" })',
    "a text": '(0, eval)("RAN")',
    "a function": 'new Function("RAN")()',
    "a request": 'fetch("OTHER/")',
    "a beacon": 'navigator.sendBeacon("OTHER/", "x")',
    "a socket": 'new WebSocket("OTHER/".replace("http", "ws"))',
    "a worker": 'new Worker(URL.createObjectURL(new Blob(["1"])))',
}
# Makes an attempt, in a turn of its own: what a debugger evaluates may evaluate texts. Returns
# whether the browser has refused it, and whether it did what it wanted all the same.
ATTEMPT = """async ([markup, script]) => {
  const refused = new Promise((resolve) =>
    addEventListener("securitypolicyviolation", () => resolve(true), { once: true }));
  addEventListener("unhandledrejection", (event) => event.preventDefault());
  const add = (name, given) =>
    document.head.prepend(Object.assign(document.createElement(name), given));
  const { baseURI } = document;
  setTimeout(() => {
    document.body.insertAdjacentHTML("beforeend", markup);
    document.body.lastElementChild.click?.();
    document.body.lastElementChild.querySelector("button")?.click();
    try { %s } catch {}
  });
  const late = new Promise((resolve) => setTimeout(resolve, 10_000, false));
  const isRefused = await Promise.race([refused, late]);
  return [isRefused, globalThis.ran === 1 || document.baseURI !== baseURI];
}"""


@pytest.fixture(scope="module")
def other() -> Iterator[tuple[str, list[str]]]:
    """Yield the address of another origin, and the list of what it is asked for."""
    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Listener) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("markup", "script"),
    [
        *(pytest.param(markup, "", id=name) for name, markup in MARKUP.items()),
        *(pytest.param("<p></p>", script, id=name) for name, script in SCRIPTS.items()),
    ],
)
def test_what_comes_into_a_page_runs_nothing_and_sends_nothing(
    site: str, browser: Browser, other: tuple[str, list[str]], markup: str, script: str
) -> None:
    """Nothing comes from elsewhere either."""
    address, asked = other
    page = browser.new_page()
    page.goto(f"{site}/en/index.html")
    attempt = [
        text.replace("RAN", "globalThis.ran=1").replace("OTHER", address)
        for text in (markup, script)
    ]
    assert page.evaluate(ATTEMPT % attempt[1], attempt) == [True, False]
    assert asked == []
    page.close()
