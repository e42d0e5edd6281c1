"""Run CPython's own asyncio tests with `turns.runtime.loop.VirtualLoop`, on each Python here.

    python -m tools.checking.cpython_tests [PYTHON…]

All of their tests make sense here, so there is no list of exceptions. Exit status 1 if one fails.
A Python without the test package is named and not counted.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2]
MODULES = [
    "taskgroups",
    "timeouts",
    "locks",
    "queues",
    "futures",
    "futures2",
    "waitfor",
    "eager_task_factory",
    "context",
    "staggered",
    "pep492",
    "tasks",
    "runners",
    "threads",
]
LIMIT = 1800.0
"""Seconds of real time for the tests of one Python."""

INSIDE = r"""
import asyncio, importlib, json, signal, sys, unittest
# Whoever is started in the background of a shell has Ctrl-C ignored, and their tests press it.
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.path.insert(0, sys.argv[1])
modules = json.loads(sys.argv[2])
try:
    import test.test_asyncio
except ImportError:
    print(json.dumps({"missing": True}))
    sys.exit()
from turns.runtime.loop import VirtualLoop
from turns.runtime.patches import policies
for name in ("SelectorEventLoop", "EventLoop"):
    if hasattr(asyncio, name):
        setattr(asyncio, name, VirtualLoop)
for owner, name, value in policies():
    setattr(owner, name, value)

loops = 0
real = VirtualLoop.__init__
def counted(self, *args):
    global loops
    loops += 1
    real(self, *args)
VirtualLoop.__init__ = counted
suite, absent = unittest.TestSuite(), []
for name in modules:
    try:
        module = importlib.import_module("test.test_asyncio.test_" + name)
    except ModuleNotFoundError:
        absent.append(name)
        continue
    suite.addTest(unittest.defaultTestLoader.loadTestsFromModule(module))
result = unittest.TextTestRunner(stream=sys.stderr, verbosity=0).run(suite)
print(json.dumps({
    "ran": result.testsRun, "loops": loops, "absent": absent,
    "skipped": len(result.skipped),
    "bad": [one.id() for one, _ in result.failures + result.errors],
}))
"""


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pythons", nargs="*", metavar="PYTHON", default=[sys.executable])
    parser.add_argument("--verbose", action="store_true", help="show what the tests write")
    options = parser.parse_args(arguments)
    return max(_run(python, options.verbose) for python in options.pythons)


def _run(python: str, verbose: bool) -> int:
    command = [python, "-W", "ignore", "-c", INSIDE]
    command += [str(FOLDER), json.dumps(MODULES)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT, check=False)
    if verbose:
        print(done.stderr, file=sys.stderr)
    if done.returncode or not done.stdout.strip():
        print(f"{python}: the tests did not end: {done.stderr.strip()[-500:]}")
        return 1
    found = json.loads(done.stdout.splitlines()[-1])
    if found.get("missing"):
        print(f"{python}: not run: it comes without CPython's test package")
        return 0
    absent = f"; not in this version: {', '.join(found['absent'])}" if found["absent"] else ""
    print(
        f"{python}: {found['ran']} tests, {found['skipped']} skipped, {len(found['bad'])} failed,"
        f" on {found['loops']} virtual loops{absent}"
    )
    for name in found["bad"]:
        print(f"  FAILED {name}")
    return 1 if found["bad"] else 0


if __name__ == "__main__":
    sys.exit(main())
