"""Measure the search in Chromium, on the built site: ``python tools/bench_search.py``.

Asked for: 95 % of the queries of `tests/browser/search_queries.toml` find their page among the
first five results, the first result comes within 50 ms, and script and index weigh at most 40 KB
gzip in each language. Times are from a key to the frame with its results. The first key on a page
that was just opened comes as long after the focus as a quick hand needs from key to key, and, for
the worst case, together with it, so that it also waits for the index.
"""

import gzip
import os
import shutil
import statistics
import tomllib
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from project import HERE, LANGUAGES

FILES = ("site.js", "site.css", "search-index.js")
QUERIES = HERE.root / "tests" / "browser" / "search_queries.toml"
COLD = 7
"""Pages that are opened for the time of the first key."""
WATCH = """() => {
  addEventListener("input", ({ timeStamp }) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      requestAnimationFrame(() => window.times.push(performance.now() - timeStamp));
    });
    observer.observe(document.querySelector(".search-panel"), { childList: true, subtree: true });
  }, true);
}"""
KEY = """async ([text, pause]) => {
  window.times = [];
  document.querySelector(".sidebar-search").focus();
  if (pause) await new Promise((resolve) => setTimeout(resolve, pause));
  document.execCommand("insertText", false, text);
  while (!window.times.length) await new Promise(requestAnimationFrame);
  return window.times[0];
}"""
QUICK = 100
"""Milliseconds from key to key."""
FOUND = """() => [...document.querySelectorAll(".search-panel [role=option]")]
  .slice(0, 5).map((option) => option.dataset.url)"""


def opened(browser: Browser, language: str) -> Page:
    """Open a page without a cache."""
    page = browser.new_context().new_page()
    page.goto((HERE.site / language / "index.html").as_uri())
    page.evaluate(WATCH)
    return page


def rank(found: list[str], pages: str) -> int:
    """Return at which place a page stands that is wanted, from 0; the number of results if none."""
    wanted = [f"/{one}.html" for one in pages.split("|")]
    right = (place for place, url in enumerate(found) if any(one in url for one in wanted))
    return next(right, len(found))


def main() -> None:
    """Print a line for each language, and the queries that do not find their page."""
    queries = tomllib.loads(QUERIES.read_text(encoding="utf-8"))
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for language in LANGUAGES:
            static = HERE.site / language / "_static"
            size = sum(len(gzip.compress(Path(static, name).read_bytes())) for name in FILES)
            asked = queries[language]
            quick, at_once = (
                statistics.median(
                    opened(browser, language).evaluate(KEY, ["a", pause]) for _ in range(COLD)
                )
                for pause in (QUICK, 0)
            )
            page = opened(browser, language)
            times, first, missed = [], 0, []
            for query, wanted in asked.items():
                page.keyboard.press("Control+a")
                times.append(page.evaluate(KEY, [query, 0]))
                found = page.evaluate(FOUND)
                place = rank(found, wanted)
                first += place == 0
                if place == len(found):
                    missed.append(query)
            among = 100 * (1 - len(missed) / len(asked))
            print(
                f"{language}: of {len(asked)} queries {among:.0f} % among the first five, "
                f"{100 * first / len(asked):.0f} % first; "
                f"{statistics.median(times):.0f} ms, the first key {quick:.0f} ms, with the focus "
                f"{at_once:.0f} ms; {size / 1000:.1f} KB gzip",
                *missed,
                sep="\n  ",
            )
        browser.close()


if __name__ == "__main__":
    main()
