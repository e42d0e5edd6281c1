"""Measure the search in Chromium, on the built site: ``python -m tools.benchmarks.search``.

Asked for: 97 % of the queries of `tests/browser/search_queries.toml` find their page among the
first five results, 85 % as the first; results come within 100 ms of the first key and 20 ms of
others, and script and index weigh at most 60 KB gzip in each language. The first key on a page that
was just opened comes as long after the focus as a quick hand needs from key to key, and, for the
worst case, together with it.
"""

import statistics
import tomllib

from tools.benchmarks.measuring.searches import browser, first_key, typed, weight
from tools.project import HERE, LANGUAGES

QUERIES = HERE.root / "tests" / "browser" / "search_queries.toml"
COLD = 7
"""Pages that are opened for the time of the first key."""
QUICK = 100
"""Milliseconds from key to key."""


def rank(found: list[str], pages: str) -> int | None:
    """Return at which place a page stands that is wanted, from 0; None if it is not there."""
    wanted = tuple(f"/{one}.html" for one in pages.split("|"))
    right = (place for place, url in enumerate(found) if url.partition("#")[0].endswith(wanted))
    return next(right, None)


def main() -> None:
    """Print a line for each language, and the queries that do not find their page."""
    queries = tomllib.loads(QUERIES.read_text(encoding="utf-8"))
    with browser() as chromium:
        for language in LANGUAGES:
            site, asked = HERE.site / language, queries[language]
            quick, at_once = (
                statistics.median(first_key(chromium, site, pause) for _ in range(COLD))
                for pause in (QUICK, 0)
            )
            times, first, missed = [], 0, []
            answers = typed(chromium, site, asked)
            for (query, wanted), (time, found) in zip(asked.items(), answers, strict=True):
                times.append(time)
                place = rank(found, wanted)
                first += place == 0
                if place is None:
                    missed.append(query)
            among = 100 * (1 - len(missed) / len(asked))
            print(
                f"{language}: of {len(asked)} queries {among:.0f} % among the first five, "
                f"{100 * first / len(asked):.0f} % first; "
                f"{statistics.median(times):.0f} ms, the first key {quick:.0f} ms, with the focus "
                f"{at_once:.0f} ms; {weight(site):.1f} KB gzip",
                *missed,
                sep="\n  ",
            )


if __name__ == "__main__":
    main()
