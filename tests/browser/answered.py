"""Answers of Python in the page, made of what is pinned: no interpreter runs in these tests."""

from dataclasses import replace
from typing import Any

from playwright.sync_api import Locator, Page, expect

from card.saying import describe, prove
from card.store import Recordings
from tools.project import HERE
from turns.drawing import problems
from turns.drawing.picture import draw
from turns.exploring.findings import Findings
from turns.recording.codec import encode
from turns.recording.recording import Ending, EndKind, Waiting

Part = dict[str, Any]

# Whatever the bundle brings, the page asks this one; a test says what it answers.
FAKE = """
globalThis.Turns = {};
const fake = {
  features: { threads: true },
  asked: [],
  prepare() {},
  async load() {},
  ask(request, part, begun) {
    fake.asked.push(request);
    begun();
    return new Promise((resolve, reject) => Object.assign(fake, { part, resolve, reject }));
  },
  fail(reason) {
    fake.reject?.(Object.assign(new Error(reason), { reason }));
  },
  stop: () => fake.fail("stopped"),
};
Object.defineProperty(Turns, "python", { get: () => fake, set() {} });
"""
KETTLES = "event_loop/two_kettles"
CARDS = {
    KETTLES: ("event-loop/index.html", "snippet-event-loop-two-kettles"),
    "cards/two_locks": ("how-we-know.html", "how-we-know-two-locks"),
    "event_loop/call_soon_order": (
        "event-loop/ready-queue.html",
        "snippet-event-loop-call-soon-order",
    ),
}
"""Cards that have, together, four kinds of marks, brackets, deadlocks, early timers, a question."""
SHOWS = """card => {
  const NAMES = [
    "data-mark", "data-line", "data-schedule", "data-said", "data-turn", "lang", "title",
    "role", "aria-label", "aria-hidden", "d", "x", "y", "cx", "cy", "hidden",
  ];
  const all = [...card.children];
  const output = all.find((one) => one.matches(".snippet-output"));
  const others =
    ".snippet-outcomes, .snippet-picture, .picture-key, .snippet-buttons, .snippet-game";
  const told = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data.trim() ? node.data : "";
    if (node.localName === "code") return ["code", node.textContent]; // in words
    const attributes = NAMES.filter((name) => node.hasAttribute(name))
      .map((name) => [name, node.getAttribute(name)]);
    if (node.localName !== "ol") attributes.push(node.getAttribute("class") ?? "");
    attributes.push(JSON.parse(node.dataset.proofs ?? "{}"), node.href ?? "");
    return [node.localName, attributes, [...node.childNodes].map(told).filter(Boolean)];
  };
  return [output, ...all.filter((one) => one.matches(others))].map(told);
}"""
"""What a card shows below its code, whatever ids it has."""
FINISHED = Ending(EndKind.FINISHED, 0, None, (), None, None, ())


def found(name: str) -> Findings:
    """Return what is pinned of a snippet."""
    store = Recordings(HERE.snippets, HERE.docs / "_recordings", HERE.build / "recordings")
    recorded = store.of(name)
    assert recorded is not None
    assert recorded.findings is not None
    return recorded.findings


def of_run(
    one: Findings, language: str, ending: Ending | None = None, *, stderr: str = "", line: int = 0
) -> Part:
    """Return the part that comes first, as `turns.browser.worker` makes it."""
    recording = replace(one.recording, ending=ending or one.recording.ending)
    end = recording.ending
    problem = None
    if end.message is not None:
        said = [*problems.lines(end.message, end.waiting, language)]
        problem = {"kind": end.kind.value, "message": end.message, "waiting": [], "lines": said}
    return {
        "kind": "run",
        "recording": encode(recording),
        "ending": encode(end),
        "error": end.traceback,
        "line": line or None,
        "stderr": stderr,
        "problem": problem,
    }


def of_search(one: Findings, language: str) -> tuple[Part, Part]:
    """Return the parts that come when all was found out."""
    drawn = [departure for departure in one.departures if departure.recording.turns]
    said = {"kind": "marked", "said": describe(one, language)}
    return said, {
        "kind": "found",
        "findings": encode(one),
        "proofs": prove(one, language),
        "picture": draw(one.recording, language) if one.recording.turns else None,
        "pictures": {str(other.schedule): draw(one.run(other), language) for other in drawn},
    }


def deadlock(*waiting: Waiting) -> Ending:
    """Return the end of a run in which these wait for each other."""
    message = "deadlock: all wait, and nothing is left that could wake one"
    return replace(FINISHED, kind=EndKind.DEADLOCK, status=1, message=message, waiting=waiting)


def edit(card: Locator) -> Locator:
    """Press the button of a card, and return the field that it brings."""
    card.locator(".snippet-edit").click()
    field = card.locator("textarea")
    field.wait_for()
    return field


def run(card: Locator, *parts: Part, failed: str = "") -> Locator:
    """Run what is in the editor, and have it answered; return what shows the results."""
    page = card.page
    card.locator(".bench-run").click()
    wait_until_asked(page)
    for part in parts:
        page.evaluate("part => Turns.python.part(part)", part)
    end(page, failed)
    return card.locator(".snippet-made")


def wait_until_asked(page: Page) -> None:
    """Wait until the page has asked its Python; its policy forbids it to evaluate a text for us."""
    while not page.evaluate("Boolean(Turns.python.part)"):
        page.wait_for_timeout(20)  # ms


def end(page: Page, failed: str = "") -> None:
    """Have the answer end, and what was shown before be gone or be there again."""
    page.evaluate("why => why ? Turns.python.fail(why) : Turns.python.resolve()", failed)
    wait_for_end(page)


def wait_for_end(page: Page) -> None:
    """Wait until no program runs, and what was shown before is gone or there again."""
    expect(page.locator(".snippet .old, [aria-busy]")).to_have_count(0)
