"""The page of the playground as tests use it; what stands for Python answers immediately."""

import json
import zlib
from base64 import urlsafe_b64encode
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from language.languages import BY_FOLDER, CHINESE, ENGLISH
from language.words import word
from tools.project import HERE
from turns.drawing.standalone import svg
from turns.recording import codec
from turns.recording.recording import Recording

OpenPlayground = Callable[..., Page]

LANGUAGES = pytest.mark.parametrize(
    "language", [ENGLISH, CHINESE], ids=lambda language: str(language.tag)
)

WIDTHS = pytest.mark.parametrize("width", [1280, 390])

KEPT = "localStorage.getItem('whose-turn-playground')"

FIRST = "await/lost_update"

# What stands for Python, and for what shows its answers. `asked` are the requests.
FAKE = """async (found) => {
  globalThis.asked = [];
  globalThis.prepared = 0;
  let end = () => {};
  Turns.python = {
    prepare: () => (prepared += 1),
    load: async (progress) => progress({ loaded: 4_100_000, total: 5_300_000 }),
    stop: () => end(Object.assign(new Error(), { reason: "stopped" })),
    ask: (request, part, begun) => new Promise((resolve, reject) => {
      asked.push(request);
      end = reject;
      begun();
      if (request.source.includes("for ever")) return;
      if (request.source.includes("wrong")) {
        const ending = { error: "NameError: name 'wrong' is not defined" };
        part({ kind: "run", ending, line: 2, problem: null });
      } else part({ kind: "run", error: null, line: null, problem: null });
      part({ kind: "found", ...found });
      resolve();
    }),
  };
  globalThis.shown = [];
  await Turns.known();
  Object.defineProperties(Turns.Results.prototype, {
    begin: { value: () => (shown.length = 0) },
    show: { value: async ({ kind }) => shown.push(kind) },
    end: { value() {} },
    clear: { value: () => (shown.length = 0) },
    isEmpty: { get: () => !shown.length },
  });
}"""

# The words for a reason why nothing runs, or what is wrong with a link.
SAID = (
    "key => [`failed-${key}`, key].map((one) => Turns.say(one)).find((one) => !one.endsWith(key))"
)


def drawn() -> str:
    """Return the picture of a program, as `turns draw` writes it."""
    pinned = json.loads((HERE.docs / "_recordings" / f"{FIRST}.json").read_text("utf-8"))
    recording = codec.decode(Recording, pinned["recording"])
    return svg(recording, "lost_update.py", "en", "light", style="")


def visit(page: Page, address: str, answer: dict[str, str] | None = None) -> None:
    """Open an address of the playground, with what stands for Python."""
    page.goto("about:blank")  # another fragment alone would not load it anew
    page.goto(address)
    expect(editor(page)).to_be_visible()
    page.evaluate(FAKE, answer or {})


def editor(page: Page) -> Locator:
    """Return the field in which programs are written."""
    return page.locator(".editor textarea")


def press(page: Page, key: str) -> None:
    """Press the button with a word of the playground."""
    button(page, key).click()


def button(page: Page, key: str) -> Locator:
    """Return the button with a word of the playground."""
    language = BY_FOLDER["zh" if "/zh/" in page.url else "en"]
    return page.get_by_role("button", name=word(language, f"playground-{key}"), exact=True)


def note(page: Page) -> Locator:
    """Return what is said of the program that is shown."""
    return page.locator(".playground-note")


def says(page: Page, key: str) -> str:
    """Return a text of the playground in the page's language."""
    return word(BY_FOLDER["zh" if "/zh/" in page.url else "en"], f"playground-{key}")


def write(page: Page, text: str) -> None:
    """Have the editor empty, and type."""
    editor(page).click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.press("Delete")
    page.keyboard.type(text)


def paste(page: Page, text: str) -> None:
    """Have another text in the editor, as long as it may be: a browser types 500 lines a second."""
    change = "(one, text) => (one.value = text) && one.dispatchEvent(new Event('input', BUBBLES))"
    editor(page).evaluate(change.replace("BUBBLES", "{ bubbles: true }"), text)


def packed(text: bytes) -> str:
    """Return a text as links carry it."""
    deflate = zlib.compressobj(9, wbits=-15)
    return urlsafe_b64encode(deflate.compress(text) + deflate.flush()).decode().rstrip("=")
