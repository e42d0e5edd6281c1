"""Measure the search in Chromium, on the built site: ``python tools/bench_search.py``.

Asked for: 95 % of the queries of `tests/browser/search_queries.toml` find their page among the
first five results, the first result comes within 50 ms, and script and index weigh at most 40 KB
gzip in each language.
"""

import statistics
import tomllib

from measuring.searches import chromium, typed, weight
from project import HERE, LANGUAGES

QUERIES = HERE.root / "tests" / "browser" / "search_queries.toml"


def main() -> None:
    """Print a line for each language, and the queries that found nothing."""
    queries = tomllib.loads(QUERIES.read_text(encoding="utf-8"))
    with chromium() as browser:
        for language in LANGUAGES:
            times, missed = [], []
            answers = typed(browser, HERE.site / language, queries[language])
            for (time, found), (query, wanted) in zip(
                answers, queries[language].items(), strict=True
            ):
                times.append(time)
                if not any(f"/{one}.html" in url for one in wanted.split("|") for url in found):
                    missed.append(query)
            share = 100 * (1 - len(missed) / len(times))
            first, median = times[0], statistics.median(times[1:])
            print(
                f"{language}: {share:.0f} % of {len(times)} found; first {first:.0f} ms, with the"
                f" index; then {median:.1f} ms; {weight(HERE.site / language):.1f} KB gzip",
                *missed,
                sep="\n  ",
            )


if __name__ == "__main__":
    main()
