"""Programs in the page, on a built site in Chromium: what comes for them, and after how long.

Times are in milliseconds, by the page's own clock.
"""

from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext, Page

PROGRAM = """import asyncio
async def worker(name):
    print("start", name)
    await asyncio.sleep(0)
    print("end", name)

async def main():
    await asyncio.gather(worker("a"), worker("b"))

asyncio.run(main())
"""
_BEGIN = """async (root) => {
  globalThis.begun = performance.now();
  const add = (address) => new Promise((resolve, reject) => {
    const node = document.createElement("script");
    Object.assign(node, { src: root + address, onload: resolve, onerror: reject });
    document.head.append(node);
  });
  await Promise.all(playgroundFiles.filter((one) => one.includes(".js")).map(add));
}"""
_LOAD = "async () => { await Turns.python.load(); return performance.now() - begun; }"
_ASK = """async (source) => {
  const begun = performance.now();
  const times = {};
  const request = { kind: "explore", source, language: "en", schedule: null };
  await Turns.python.ask(request, ({ kind }) => {
    times[kind] ??= performance.now() - begun;
  });
  return times;
}"""
_STOPPED = """async (source) => {
  const busy = "print(1)\\nwhile True: pass";
  const request = { kind: "explore", source: busy, language: "en", schedule: null };
  let begun;
  const asked = Turns.python.ask(request, () => {
    begun = performance.now();
    Turns.python.stop();
  });
  await asked.catch(() => {});
  const stopped = performance.now() - begun;
  await new Promise((resolve, reject) => {
    Turns.python.ask({ ...request, source }, resolve).catch(reject);
  });
  return [stopped, performance.now() - begun];
}"""
_BYTES = """() => performance.getEntriesByType("resource")
  .filter(({ name }) => name.includes("playground"))
  .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)"""


@dataclass(frozen=True)
class Start:
    """How long it takes from the wish for a program to its first line; bytes before and after."""

    before: int
    """Of the playground, that came with the page."""
    ready: int
    """The same, when its interpreter is there."""
    loaded: float
    first: float


@dataclass(frozen=True)
class Waiting:
    """What an interpreter does that waits for a program."""

    first: float
    """From the wish to the first line."""
    marks: float
    """And to its marks and outcomes."""


def start(context: BrowserContext, address: str) -> tuple[Start, Page]:
    """Open a page with cards at an address and run a program in it."""
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    before = page.evaluate(_BYTES)
    page.evaluate(_BEGIN, f"{address.rpartition('/')[0]}/../_static/")
    loaded = page.evaluate(_LOAD)
    ready = page.evaluate(_BYTES)
    first = page.evaluate(_ASK, PROGRAM)["lines"]
    return Start(before, ready, loaded, loaded + first), page


def cold(browser: Browser, address: str, pause: float) -> tuple[Start, Start]:
    """Do so in a browser that has nothing, and then in one that has been there so long."""
    context = browser.new_context()
    cold, page = start(context, address)
    page.wait_for_timeout(pause)
    page.close()
    warm, page = start(context, address)
    context.close()
    return cold, warm


def waiting(page: Page, pause: float) -> Waiting:
    """Run a program in an interpreter that has waited for so many milliseconds."""
    page.wait_for_timeout(pause)
    times = page.evaluate(_ASK, PROGRAM)
    return Waiting(times["lines"], times["marked"])


def stopped(page: Page, pause: float) -> tuple[float, float]:
    """Stop a busy program and run another one: after how long it was over, and printed.

    The busy one comes so many milliseconds after what was before it.
    """
    page.wait_for_timeout(pause)
    over, first = page.evaluate(_STOPPED, PROGRAM)
    return over, first
