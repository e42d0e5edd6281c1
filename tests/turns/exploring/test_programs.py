"""The programs whose marks were derived by hand: they print what they say, a mark for each line."""

import re
import sys
from pathlib import Path

import pytest
from derived import PROGRAMS, marks_of

from turns.snippet.check import DEFAULT_JOBS, DEFAULT_LIMIT, Status, check_all
from turns.snippet.grammar import read
from turns.snippet.interpreter import find_interpreter


@pytest.mark.slow
def test_outputs() -> None:
    """Each program really prints what the marks are about."""
    here = find_interpreter(sys.executable)
    tasks = [(path, here) for path in PROGRAMS]
    verdicts = list(check_all(tasks, DEFAULT_LIMIT, DEFAULT_JOBS))
    assert [str(v) for v in verdicts if v.status in {Status.FAILED, Status.MALFORMED}] == []
    assert sum(v.status is Status.PASSED for v in verdicts) > 90


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_marks(path: Path) -> None:
    """The docstring gives one mark per line of output, and says why."""
    program = read(path)
    assert re.search(r"^Marks: .*\n\nWhy: ", program.docstring, re.MULTILINE | re.DOTALL)
    assert {len(output.lines) for output in program.outputs} == {len(marks_of(path))}
