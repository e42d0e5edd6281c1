"""Measure how all costs grow with the site: ``python -m tools.benchmarks.scale [--times 1 4 16]``.

A copy of this checkout gets so many times its pages and snippets (`measuring.multiplied`). Each
figure is the best of a few runs; beside it stands how fast it grew from one size to the next,
against what it depends on, pages or snippets: up to 1.2 counts as linear.

The marks of all snippets are pinned, as they are here; what the search for them costs is the
business of tools/benchmarks/explorer.py.
"""

import argparse
import statistics
import tempfile
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tools.benchmarks.measuring.checkout import build, check, cold, copy, save
from tools.benchmarks.measuring.multiplied import multiply
from tools.benchmarks.measuring.reloads import PAGE, preview
from tools.benchmarks.measuring.searches import browser, first_key, gzipped, typed, weight
from tools.project import HERE, LANGUAGES, Project
from turns.snippet.check import DEFAULT_JOBS

TOLERANCE = 1.2
QUERIES = HERE.root / "tests" / "browser" / "search_queries.toml"

Figures = dict[str, float]


@dataclass(frozen=True)
class Row:
    """A line of the table: a figure, its unit, and the figure that it may grow with."""

    name: str
    unit: str = ""
    by: str = "pages"


ROWS = (
    Row("pages"),
    Row("snippets"),
    Row("cold build", "s"),
    Row("no-op build", "s"),
    Row("build after one page changed", "s"),
    Row("save to reload, page", "s"),
    Row("save to reload, snippet", "s"),
    Row("site on disk", "MB"),
    Row("heaviest page", "KB gzip"),
    Row("search, script and index", "KB gzip"),
    Row("search, first result", "ms"),
    Row("search, next results", "ms"),
    Row("snippet suite", "s", "snippets"),
)


def main() -> None:
    """Measure each size and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, nargs="+", default=[1, 4, 16], metavar="N")
    parser.add_argument("--repeat", type=int, default=3, metavar="N", help="best of N; default 3")
    options = parser.parse_args()
    columns = []
    for times in options.times:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            project = copy(Path(folder, "checkout"))
            multiply(project, times)
            columns.append(_figures(project, options.repeat))
            print(f"{times} x: {columns[-1]}", flush=True)  # in case the next size fails
    print(*_table(options.times, columns), sep="\n")


def _figures(project: Project, repeat: int) -> Figures:
    """Measure one size."""

    def best(measure: Callable[[], float]) -> float:
        return min(measure() for _ in range(repeat))

    files = project.programs()
    figures: Figures = {
        "pages": sum(len(project.pages(name)) for name in LANGUAGES),
        "snippets": len(files),
        "cold build": best(lambda: cold(project)),
        "no-op build": best(lambda: build(project)),
        "build after one page changed": best(lambda: _changed(project)),
    }
    pages = [path for name in LANGUAGES for path in (project.site / name).rglob("*.html")]
    figures["site on disk"] = _size(project.site) / 1e6
    figures["heaviest page"] = max(map(gzipped, pages))
    figures |= _search(project, repeat)
    with preview(project) as reloads:
        figures["save to reload, page"] = best(reloads.of_page)
        figures["save to reload, snippet"] = best(reloads.of_snippet)
    files = project.programs()
    figures["snippet suite"] = best(lambda: check(project, files, DEFAULT_JOBS))
    return figures


def _changed(project: Project) -> float:
    """Change a page, in both languages as parity asks, and build."""
    for language in LANGUAGES:
        page = project.docs / language / f"{PAGE}.md"
        save(page, f"{page.read_text(encoding='utf-8')}\nAnd more.\n")
    return build(project)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _search(project: Project, repeat: int) -> Figures:
    """Measure the search of the language in which it is the slower, or weighs more."""
    queries = tomllib.loads(QUERIES.read_text(encoding="utf-8"))
    weights, first, later = [], [], []
    with browser() as chromium:
        for language in LANGUAGES:
            site = project.site / language
            weights.append(weight(site))
            first.append(min(first_key(chromium, site, 0) for _ in range(repeat)))
            answers = typed(chromium, site, queries[language])
            later.append(statistics.median(time for time, _ in answers))
    return {
        "search, script and index": max(weights),
        "search, first result": max(first),
        "search, next results": max(later),
    }


def _table(sizes: list[int], columns: list[Figures]) -> list[str]:
    """Return the lines of a Markdown table."""
    steps = [f"{a}→{b} x" for a, b in pairwise(sizes)]
    heads = ["what", *(f"{size} x" for size in sizes), *steps, "at most linear"]
    lines = [_line(heads), _line(["---"] + ["---:"] * (len(heads) - 2) + ["---"])]
    for row in ROWS:
        grown = [
            (after[row.name] / before[row.name], after[row.by] / before[row.by])
            for before, after in pairwise(columns)
        ]
        linear = all(factor <= TOLERANCE * allowed for factor, allowed in grown)
        name = f"{row.name}, {row.unit}" if row.unit else row.name
        lines.append(
            _line(
                [
                    name,
                    *(f"{column[row.name]:.4g}" for column in columns),
                    *(f"{factor:.1f} of {allowed:.1f}" for factor, allowed in grown),
                    "yes" if linear else "NO",
                ]
            )
        )
    return lines


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
