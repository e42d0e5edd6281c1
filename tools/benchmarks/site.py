"""Measure builds and live preview, on a copy of this checkout: ``python -m tools.benchmarks.site``.

Each figure is the median of a few runs, beside its goal; run it while nothing else is busy. From
save to reload is what an author waits for: from the file's renaming until the browser has been told
and has got the new page.
"""

import statistics
import tempfile
from pathlib import Path

from tools.benchmarks.measuring.checkout import build, cold, copy
from tools.benchmarks.measuring.reloads import preview
from tools.project import LANGUAGES

RUNS = 5
GOALS = {"cold build, per page": 0.12, "no-op build": 1.0, "page": 1.0, "snippet": 1.5}


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        project = copy(Path(folder, "checkout"))
        pages = sum(len(project.pages(name)) for name in LANGUAGES)
        seconds = statistics.median(cold(project) for _ in range(RUNS))
        print(f"cold build of {pages} pages: {seconds:.2f} s")
        _show("cold build, per page", seconds / pages)
        _show("no-op build", statistics.median(build(project) for _ in range(RUNS)))
        with preview(project) as reloads:
            _show("page", statistics.median(reloads.of_page() for _ in range(RUNS)))
            _show("snippet", statistics.median(reloads.of_snippet() for _ in range(RUNS)))


def _show(what: str, seconds: float) -> None:
    goal = GOALS[what]
    name = f"save to reload, {what}" if what in {"page", "snippet"} else what
    print(
        f"{name}: {seconds:.3f} s ({'within' if seconds <= goal else 'OVER'} {goal} s)", flush=True
    )


if __name__ == "__main__":
    main()
