"""A page that asks its interpreter about programs, as tests do it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import BrowserContext, Page

from tools.project import HERE

SCRIPTS = HERE.docs / "_assets" / "playground"
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

    def run(self, source: str, **more: object) -> tuple[list[str], dict[str, Any]]:
        """Run a program, no more; return what it printed, and its end, or why it has none."""
        self.ask(source, **more)
        parts = self.until("run", "refused")
        lines = [line for part in parts if part["kind"] == "lines" for line in part["lines"]]
        ends = [part for part in parts if part["kind"] != "lines"]
        if ends:
            self.stop()
        return lines, ends[0] if ends else {"kind": self.end()}


def opened(context: BrowserContext, address: str) -> Python:
    """Open the page."""
    context.set_default_timeout(240_000)
    python = Python(context.new_page())
    python.page.on("console", lambda message: python.said.append(message.text))
    python.page.on("pageerror", lambda error: python.said.append(str(error)))
    python.page.goto(address)
    return python


Open = Callable[..., Python]
