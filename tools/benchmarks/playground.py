"""Measure the playground in Chromium, on the built site: ``python -m tools.benchmarks.playground``.

Asked for: no byte before the first click; 5.5 MB until a program can run, on a host that does not
pack; its first line within 1.5 s, or 0.9 s where the browser has been before, and 0.5 s after
another one was stopped; in an interpreter that waits, the first line within 50 ms, marks and
outcomes within 500 ms; 20 KB gzip of scripts and styles, without the menu of programs, which comes
when it is opened. The machine should have nothing else to do.
"""

import statistics
from collections.abc import Iterable, Sequence

from tools.benchmarks.measuring.running import cold, start, stopped, waiting
from tools.benchmarks.measuring.searches import browser, gzipped
from tools.project import HERE, LANGUAGES
from tools.static_server import served

PAGE = "en/event-loop/index.html"
"""One with cards."""
STARTS, RUNS = 5, 9
PAUSE = 3000
"""Milliseconds from run to run, in which a reader looks at what he sees."""


def _median(values: Iterable[float]) -> float:
    return statistics.median(values)


def _line(what: str, value: float, unit: str, goal: float, all_: Sequence[float] = ()) -> None:
    spread = f", {min(all_):.0f} to {max(all_):.0f}" if all_ else ""
    print(f"{what}: {value:.0f} {unit} (goal {goal:g}{spread})")


def main() -> None:
    """Print a line for each figure."""
    with browser() as chromium, served(HERE.site) as root:
        address = f"{root}/{PAGE}"
        starts = [cold(chromium, address, PAUSE) for _ in range(STARTS)]
        first, again = zip(*starts, strict=True)
        _line("before the first click", first[0].before, "bytes", 0)
        _line("until it is ready", first[0].ready / 1000, "KB", 5500)
        for name, some, goal in (("cold", first, 1500), ("warm", again, 900)):
            times = [one.first for one in some]
            _line(f"first line, {name}", _median(times), "ms", goal, times)
        context = chromium.new_context()
        _, page = start(context, address)
        runs = [waiting(page, PAUSE) for _ in range(RUNS)]
        times = [one.first for one in runs]
        _line("first line, interpreter waits", _median(times), "ms", 50, times)
        times = [one.marks for one in runs]
        _line("marks and outcomes, interpreter waits", _median(times), "ms", 500, times)
        ends = [stopped(page, PAUSE) for _ in range(RUNS)]
        times = [over for over, _ in ends]
        _line("stopped", _median(times), "ms", 200, times)
        times = [line for _, line in ends]
        _line("first line, after a stop", _median(times), "ms", 500, times)
        context.close()
    for language in LANGUAGES:
        static = HERE.site / language / "_static"
        weight = sum(gzipped(static / f"playground.{kind}") for kind in ("js", "css"))
        _line(f"scripts and styles, {language}", weight, "KB gzip", 20)


if __name__ == "__main__":
    main()
