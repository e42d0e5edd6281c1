"""The search in Chromium, on a built site: what it weighs, what it finds and how fast.

Times are from a key to the frame with its results, in milliseconds.
"""

import gzip
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from books import chromium

FILES = ("search.js", "search.css", "search-index.js")
_WATCH = """() => {
  addEventListener("input", async ({ timeStamp }) => {
    const before = document.querySelector(".search-panel [role=group], .search-none");
    const found = () => document.querySelector(".search-panel [role=group], .search-none");
    while (!found() || found() === before) await new Promise(requestAnimationFrame);
    window.times.push(performance.now() - timeStamp);
  }, true);
}"""
_KEY = """async ([text, pause]) => {
  window.times = [];
  document.querySelector(".sidebar-search").focus();
  if (pause) await new Promise((resolve) => setTimeout(resolve, pause));
  document.execCommand("insertText", false, text);
  while (!window.times.length) await new Promise(requestAnimationFrame);
  return window.times[0];
}"""
_FOUND = """() => [...document.querySelectorAll(".search-panel [role=group]")]
  .slice(0, 5).map((page) => page.querySelector("[role=option]").dataset.url)"""


@contextmanager
def browser() -> Iterator[Browser]:
    """Start the browser that is installed."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium.found(), args=["--no-sandbox"]
        )
        yield started
        started.close()


def weight(language: Path) -> float:
    """Return the KB gzip of a built language's index, and of its script and style."""
    return sum(gzipped(language / "_static" / name) for name in FILES)


def gzipped(path: Path) -> float:
    """Return the KB gzip of a file."""
    return len(gzip.compress(path.read_bytes())) / 1000


def first_key(browser: Browser, language: Path, pause: int) -> float:
    """Return the time of the first key on a page that was just opened.

    It comes `pause` milliseconds after the focus; with 0 it also waits for the index.
    """
    page = _opened(browser, language)
    time = float(page.evaluate(_KEY, ["a", pause]))
    page.close()
    return time


def typed(
    browser: Browser, language: Path, queries: Iterable[str]
) -> Iterator[tuple[float, list[str]]]:
    """Type queries on the home page, with the index there; yield times and first five addresses."""
    page = _opened(browser, language)
    page.evaluate(_KEY, ["a", 0])
    for query in queries:
        page.keyboard.press("Control+a")
        time = page.evaluate(_KEY, [query, 0])
        yield time, page.evaluate(_FOUND)
    page.close()


def _opened(browser: Browser, language: Path) -> Page:
    """Open the home page without a cache."""
    page = browser.new_context().new_page()
    page.goto((language / "index.html").as_uri())
    page.evaluate(_WATCH)
    return page
