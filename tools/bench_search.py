"""Measure the search in Chromium, on the built site: ``python tools/bench_search.py``.

Asked for: 95 % of the queries of `tests/browser/search_queries.toml` find their page among the
first five results, the first result comes within 50 ms, and script and index weigh at most 40 KB
gzip in each language.
"""

import gzip
import statistics
import sys
import tomllib
from pathlib import Path

from playwright.sync_api import sync_playwright

from project import HERE, LANGUAGES

sys.path.insert(0, str(HERE.docs / "_ext"))

import chromium

FILES = ("site.js", "site.css", "search-index.js")
QUERIES = HERE.root / "tests" / "browser" / "search_queries.toml"
TYPED = """async ([query]) => {
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


def main() -> None:
    """Print a line for each language, and the queries that found nothing."""
    queries = tomllib.loads(QUERIES.read_text(encoding="utf-8"))
    program = chromium.found()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for language in LANGUAGES:
            static = HERE.site / language / "_static"
            size = sum(len(gzip.compress(Path(static, name).read_bytes())) for name in FILES)
            times, missed = [], []
            page = browser.new_page()
            page.goto((HERE.site / language / "index.html").as_uri())
            for query, wanted in queries[language].items():
                time, found = page.evaluate(TYPED, [query])
                times.append(time)
                if not any(f"/{one}.html" in url for one in wanted.split("|") for url in found):
                    missed.append(query)
            share = 100 * (1 - len(missed) / len(times))
            first, median = times[0], statistics.median(times[1:])
            print(
                f"{language}: {share:.0f} % of {len(times)} found; first {first:.0f} ms, with the"
                f" index; then {median:.1f} ms; {size / 1000:.1f} KB gzip",
                *missed,
                sep="\n  ",
            )
        browser.close()


if __name__ == "__main__":
    main()
