"""Run one test of pytest's as the program: pytest as it is, but for where it writes."""

import gc
import importlib
import importlib.util
import io
import os
import sys
from pathlib import Path
from types import FunctionType
from typing import Any

from turns.runtime.observer import Observer


def is_there() -> bool:
    """Say whether this Python has pytest."""
    return importlib.util.find_spec("pytest") is not None


def prepare() -> None:
    """Import it while nothing is replaced."""
    importlib.import_module("pytest")


def run(path: Path, test: str, observer: Observer | None) -> None:
    """Run it and exit with pytest's status; a failure is reported on stderr."""
    stdout, report = sys.stdout, io.StringIO()

    class Plugin:
        """Takes from pytest what it prints itself, and tells of the code that it compiles."""

        def pytest_sessionstart(self) -> None:
            sys.stdout = stdout  # by now pytest has taken the other one for its own

        def pytest_collection_finish(self) -> None:
            if observer is not None:
                for code in {one.__code__ for one in gc.get_objects() if _is_of(one, path)}:
                    observer.found(code)

    options = "-q --no-header --tb=short -o addopts= -p no:cacheprovider --capture=no".split()
    added = os.environ.pop("PYTEST_ADDOPTS", None)  # such as to run many tests side by side
    sys.stdout = report
    pytest: Any = importlib.import_module("pytest")
    status = int(pytest.main([f"{path}::{test}", *options], plugins=[Plugin()]))
    sys.stdout = stdout
    if added is not None:
        os.environ["PYTEST_ADDOPTS"] = added
    if status:
        sys.stderr.write(report.getvalue())
    raise SystemExit(status)


def _is_of(thing: object, path: Path) -> bool:
    return isinstance(thing, FunctionType) and thing.__code__.co_filename == str(path)
