"""Record the two kettles under each scheduler: ``python -m tools.elsewhere``.

The programs are in ``docs/_figures/elsewhere/``. Beside each stands what it printed: a line with
the versions and the date, then each order with how often it came. A scheduler that this machine
lacks is named, and what was recorded of it stays as it is.
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tools.project import HERE

FOLDER = HERE.docs / "_figures" / "elsewhere"
RUNS = 40
"""How often each program is run; so many that Trio is sure to show each of its four orders."""
_PYTHON = "f'CPython {platform.python_version()}'"


@dataclass(frozen=True)
class Scheduler:
    """One of them, by the name of its file without ``kettles_``, and how it is run."""

    name: str
    program: str
    option: str
    """Of the command line that gives its interpreter."""
    versions: tuple[str, str]
    """What the interpreter is asked for its versions; it fails if the scheduler is not there."""

    @property
    def outcome(self) -> Path:
        """Return the file with what was recorded."""
        return FOLDER / f"kettles_{self.name}.txt"


def _asked(expression: str, module: str) -> tuple[str, str]:
    return ("-c", f"import platform, {module}; print({expression})")


SCHEDULERS = (
    Scheduler("asyncio", "kettles_asyncio.py", "python", _asked(_PYTHON, "asyncio")),
    Scheduler(
        "eager",
        "kettles_eager.py",
        "python",
        _asked(f"asyncio.eager_task_factory and {_PYTHON}", "asyncio"),
    ),
    Scheduler(
        "uvloop",
        "kettles_uvloop.py",
        "uvloop",
        _asked(f"'uvloop', uvloop.__version__, 'on', {_PYTHON}", "uvloop"),
    ),
    Scheduler(
        "trio",
        "kettles_trio.py",
        "trio",
        _asked(f"'Trio', trio.__version__, 'on', {_PYTHON}", "trio"),
    ),
    Scheduler("node", "kettles.mjs", "node", ("-p", "'Node.js ' + process.versions.node")),
)


def main(arguments: Sequence[str]) -> int:
    """Record what can be run, and say what cannot; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.elsewhere", description=__doc__)
    for option in ("python", "uvloop", "trio"):
        parser.add_argument(f"--{option}", default=sys.executable, metavar="PYTHON")
    parser.add_argument("--node", default="node", metavar="NODE")
    options = vars(parser.parse_args(arguments))
    for scheduler in SCHEDULERS:
        interpreter = options[scheduler.option]
        if found := versions(scheduler, interpreter):
            counts = Counter(printed(scheduler, interpreter) for _ in range(RUNS))
            today = datetime.now(UTC).date().isoformat()
            scheduler.outcome.write_text(written(f"{found}, {today}", counts), "utf-8")
            print(f"{scheduler.name}: {found}, orders: {len(counts)}")
        else:
            print(f"{scheduler.name}: not run")
    return 0


def versions(scheduler: Scheduler, interpreter: str) -> str:
    """Return what runs there and on what, or nothing if the scheduler is not there."""
    if not (path := shutil.which(interpreter)):
        return ""
    done = subprocess.run(
        [path, *scheduler.versions], capture_output=True, encoding="utf-8", check=False
    )
    return "" if done.returncode else done.stdout.strip()


def printed(scheduler: Scheduler, interpreter: str) -> str:
    """Return what the program prints in one run."""
    return subprocess.run(
        [shutil.which(interpreter) or interpreter, FOLDER / scheduler.program],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},  # they stand among the sources
        check=True,
    ).stdout


def written(about: str, counts: Counter[str]) -> str:
    """Return the text of the file: the line with the versions, then the most frequent first."""
    orders = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    shown = (f"\n# {count} / {counts.total()}\n{order}" for order, count in orders)
    return f"# {about}\n{''.join(shown)}"


def recorded(scheduler: Scheduler) -> tuple[str, Counter[str]]:
    """Return both parts of what was written."""
    about, *orders = scheduler.outcome.read_text("utf-8").split("\n# ")
    counts: Counter[str] = Counter()
    for order in orders:
        count, _, lines = order.partition("\n")
        counts[f"{lines.rstrip()}\n"] = int(count.partition(" ")[0])
    return about.strip().removeprefix("# "), counts


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
