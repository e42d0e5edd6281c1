"""How a program did in the page, from what came out of there."""

from pathlib import Path
from typing import Any

import pytest

from tools import in_browser

PROGRAM = """\
print("one")
print("two")

# Output:
# one
# two
"""
ENDED: dict[str, Any] = {
    "kind": "run",
    "lines": ["one", "two"],
    "ending": {"status": 0},
    "problem": None,
    "error": None,
    "stderr": "",
}
ERROR = 'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\nValueError: no\n'
UNSUPPORTED = {"kind": "unsupported", "lines": ["there are no processes"]}


@pytest.mark.parametrize(
    ("changed", "said", "why"),
    [
        ({}, "same", ""),
        ({"lines": ["two", "one"]}, "differs", "`two` must come after `one`"),
        ({"ending": {"status": 1}, "error": ERROR}, "differs", "exit status 1, expected 0"),
        ({"problem": UNSUPPORTED}, "refused", "there are no processes"),
        ({"kind": "refused", "reason": "two loops"}, "refused", "two loops"),
        ({"kind": "crashed"}, "refused", "crashed"),
    ],
)
def test_how_a_program_did(changed: dict[str, Any], said: str, why: str, tmp_path: Path) -> None:
    """By what its file says of its output and its end."""
    path = tmp_path / "program.py"
    path.write_text(PROGRAM, encoding="utf-8")
    found = in_browser._judged(path, ENDED | changed)  # noqa: SLF001
    assert found[0] == said
    assert why in found[1]
