"""Measure a ready-made search beside ours: ``python -m tools.benchmarks.engines --pagefind EXE``.

EXE is the program of the package `pagefind` (npm) or `pagefind-bin` (PyPI, 1.5.2). It indexes the
articles of the built site; both are asked the same, the queries of `tests/browser/`. Bytes are
those that a server sends, packed, until the first result of a query is on the page.
"""

import argparse
import gzip
import shutil
import subprocess
import tempfile
import tomllib
from pathlib import Path

from playwright.sync_api import Browser, Response

from tools.benchmarks.measuring.searches import browser
from tools.benchmarks.search import QUERIES, rank
from tools.project import HERE, LANGUAGES
from tools.static_server import served

PAGEFIND = """async ([query, most]) => {
  window.engine ??= await import("./pagefind/pagefind.js");
  const { results } = await engine.search(query);
  const found = await Promise.all(results.slice(0, most).map((one) => one.data()));
  return found.map(({ url }) => url);
}"""
OURS = """async ([query, most]) => {
  await globalThis.Turns.here("search-index.js", ...globalThis.searchFiles);
  window.engine ??= new globalThis.SiteSearch.Search(globalThis.searchIndex);
  const found = engine.find(query, most);
  const texts = found.map(({ address }) => `search/${address.replace(/[/.]/g, "--")}.js`);
  await globalThis.Turns.here(...texts);
  return found.map(({ address }) => `/${address}`);
}"""


def asked(chromium: Browser, address: str, script: str, queries: dict[str, str]) -> str:
    """Return what an engine finds, and the bytes that come until there is a result."""
    # Our pages do not let WebAssembly be compiled, which Pagefind is made of.
    page = chromium.new_context(bypass_csp=True).new_page()
    page.goto(address)
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 (not a built-in)
    page.evaluate(script, [next(iter(queries)), 5])
    size = sum(len(gzip.compress(answer.body())) for answer in answers) / 1000
    ranks = [rank(page.evaluate(script, [query, 5]), pages) for query, pages in queries.items()]
    page.close()
    among, first = ((len(ranks) - ranks.count(None)) / len(ranks), ranks.count(0) / len(ranks))
    return f"{among:.0%} among the first five, {first:.0%} first, {size:.0f} KB"


def main() -> None:
    """Print a line for each engine and language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pagefind", required=True, metavar="EXE")
    arguments = parser.parse_args()
    queries = tomllib.loads(QUERIES.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder, browser() as chromium:
        copy = Path(folder, "site")
        shutil.copytree(HERE.site, copy)
        for language in LANGUAGES:
            command = [arguments.pagefind, "--site", str(copy / language)]
            subprocess.run(
                [*command, "--root-selector", "article"], check=True, capture_output=True
            )
        with served(copy) as address:
            for language in LANGUAGES:
                home = f"{address}/{language}/index.html"
                for name, script in (("ours", OURS), ("pagefind", PAGEFIND)):
                    print(f"{language} {name}: {asked(chromium, home, script, queries[language])}")


if __name__ == "__main__":
    main()
