"""The search in Chromium, on a built site: what it weighs, what it finds and how fast."""

import gzip
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

FILES = ("site.js", "site.css", "search-index.js")
_TYPED = """async ([query]) => {
  const box = document.querySelector(".sidebar-search");
  box.focus();
  box.value = query;
  const start = performance.now();
  box.dispatchEvent(new Event("input"));
  while (!document.querySelector(".search-list [role=option], .search-none")) {
    await new Promise(requestAnimationFrame);
  }
  const time = performance.now() - start;
  const rows = [...document.querySelectorAll(".search-list [role=option]")];
  const found = rows.slice(0, 5).map((row) => row.dataset.url);
  document.querySelector(".search-list").replaceChildren();
  return [time, found];
}"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser that is installed."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


def weight(language: Path) -> float:
    """Return the KB gzip of a built language's script, style and index."""
    return sum(gzipped(language / "_static" / name) for name in FILES)


def gzipped(path: Path) -> float:
    """Return the KB gzip of a file."""
    return len(gzip.compress(path.read_bytes())) / 1000


def typed(
    browser: Browser, language: Path, queries: Iterable[str]
) -> Iterator[tuple[float, list[str]]]:
    """Type queries on the home page; yield the milliseconds and the addresses of each.

    The first one waits for the index to be loaded and built.
    """
    page = browser.new_page()
    page.goto((language / "index.html").as_uri())
    for query in queries:
        time, found = page.evaluate(_TYPED, [query])
        yield time, found
    page.close()
