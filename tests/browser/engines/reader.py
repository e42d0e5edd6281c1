"""What a reader does: opens a page, presses what is there, and types."""

import time
from collections import defaultdict
from pathlib import Path
from typing import Protocol

PATIENCE = 20.0
"""Seconds until something must be seen; a machine may be busy with other things."""
TAB = "\ue004"
SHOWN = """
const { innerText } = document.querySelector("main, [role=main]") ?? document.body;
return [innerText.slice(0, 2000), globalThis.walk?.wrong];"""
STRIDE = 20  # times Tab at once
FIRST = '<script src="{root}walk.js"></script>'


class LeftError(Exception):
    """The page was left while a script ran in it."""


class Engine(Protocol):
    """A browser with one page."""

    def resize(self, width: int, height: int) -> None:
        """Give the page this size."""

    def go(self, address: str) -> None:
        """Load a page to its end."""

    def run(self, body: str, *args: object) -> object:
        """Run the body of an asynchronous function of `args`, and return what it returns."""

    def act(self, *actions: dict) -> None:
        """Do what a mouse or a keyboard does."""


def watched(site: Path) -> None:
    """Put `walk.js` before the scripts of all pages."""
    script = Path(__file__).with_name("walk.js").read_text(encoding="utf-8")
    (site / "walk.js").write_text(script, encoding="utf-8")
    for page in site.rglob("*.html"):
        root = "../" * (len(page.relative_to(site).parts) - 1)
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace("<head>", "<head>" + FIRST.format(root=root), 1), "utf-8")


class Reader:
    """Sits before an engine."""

    def __init__(self, engine: Engine, site: str, folder: Path) -> None:
        """Remember the address of the site, and where it lies on the disk."""
        self.engine = engine
        self.site = site
        self.folder = folder
        self.around: dict[str, set[str]] = defaultdict(set)
        """By the language: the kinds of controls around the contents that have been pressed."""

    def open(self, path: str) -> None:
        """Open a page, which what was typed and chosen before does not change."""
        self.engine.go(f"{self.site}/{path}")

    def click(self, x: int, y: int) -> None:
        """Press the mouse's button there."""
        moves = [
            {"type": "pointerMove", "x": x, "y": y},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self.engine.act({"type": "pointer", "id": "mouse", "actions": moves})

    def type(self, keys: str) -> None:
        """Press keys, one after the other."""
        moves = [{"type": way, "value": key} for key in keys for way in ("keyDown", "keyUp")]
        self.engine.act({"type": "key", "id": "keyboard", "actions": moves})

    def chord(self, *keys: str) -> None:
        """Press keys together, and let them go."""
        moves = [{"type": "keyDown", "value": key} for key in keys]
        moves += [{"type": "keyUp", "value": key} for key in reversed(keys)]
        self.engine.act({"type": "key", "id": "keyboard", "actions": moves})

    def press(self, selector: str) -> None:
        """Click on the first visible element of these."""
        self.sees(selector)
        self.click(**self.engine.run("return walk.place(args[0]);", selector))

    def sees(self, selector: str, text: str = "", within: float = PATIENCE) -> None:
        """Wait until an element of these is to be seen, with a text in it."""
        end = time.monotonic() + within
        while not self._sees_now(selector, text):
            assert time.monotonic() < end, f"not seen: {selector} with {text!r}; {self._shown()}"
            time.sleep(0.05 if within <= PATIENCE else 0.5)  # a look takes the page's time, too

    def _shown(self) -> str:
        """Return what the contents of the page begin with, and what went wrong on it."""
        return f"{self.engine.run(SHOWN)}"

    def _sees_now(self, selector: str, text: str) -> object:
        try:
            return self.engine.run("return globalThis.walk?.sees(...args);", selector, text)
        except LeftError:
            return False

    def press_everything(self, language: str) -> list[str]:
        """Press one control of each kind on the page; return what is wrong."""
        tell = self.engine.run
        around = self.around[language]
        tell("walk.begin(args[0]);", [*around])
        dead: list[str] = []
        count = 0
        while control := tell("return walk.next();"):
            if control.get("keys"):
                self.type(control["keys"])
            else:
                self.click(control["x"], control["y"])
            if not tell("return walk.done();"):
                dead.append(f"does nothing: {control['name']}")
            count += 1
        assert count, "nothing was found to press"
        told = tell("return walk.end();")
        around.update(told["around"])
        return dead + told["wrong"]

    def follow_the_focus(self) -> list[str]:
        """Press Tab until all that can have the focus had it; return what did not."""
        self.click(**self.engine.run("return walk.begins();"))
        left = self.engine.run("return walk.left();")
        for _ in range(2 * len(left) // STRIDE + 3):
            if not left:
                break
            self.type(TAB * STRIDE)
            left = self.engine.run("return walk.left();")
        return left
