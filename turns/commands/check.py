"""The ``check`` command: run files as a reader would, and check what they print."""

import argparse
from collections import Counter

from turns.snippet.check import Status, check_all
from turns.snippet.interpreter import find_interpreter
from turns.snippet.update import updated

_EXIT = {Status.PASSED: 0, Status.SKIPPED: 0, Status.FAILED: 1, Status.MALFORMED: 2}


def command(options: argparse.Namespace) -> int:
    """Print a verdict for each file, and return the exit status."""
    interpreter = find_interpreter(options.python, options.loop)
    # A file named twice is checked once: two updates of one file would get in each other's way.
    tasks = [(path, interpreter) for path in dict.fromkeys(options.files)]
    counts: Counter[Status] = Counter()
    worst = 0
    for verdict in check_all(tasks, options.limit, options.jobs):
        shown = updated(verdict, interpreter.version) if options.update else verdict
        counts[shown.status] += 1
        worst = max(worst, _EXIT[shown.status])
        print(shown, *shown.details, sep="\n", flush=True)
    parts = [f"{counts[status]} {status.value}" for status in Status if counts[status]]
    print(", ".join(parts), flush=True)
    return worst
