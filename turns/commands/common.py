"""What the commands that run a program have in common."""

from turns.runtime.execute import Outcome

LONG = 400
"""Rows after which a table stops, unless all are asked for."""


def unreadable(error: Exception) -> str:
    """Say in one line why a file cannot be run."""
    if isinstance(error, SyntaxError):
        where = f"line {error.lineno}: " if error.lineno else ""  # a NUL stands in no line
        return f"{where}{type(error).__name__}: {error.msg}"
    if isinstance(error, IsADirectoryError):
        return "is a directory; name a Python file"
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    return f"cannot be read: {getattr(error, 'strerror', None) or error}"


def status(outcome: Outcome) -> int:
    """Return 0 for a program that ended well, 2 for one that cannot be watched, else 1."""
    if outcome.problem is not None and outcome.problem.kind == "unsupported":
        return 2
    return 1 if outcome.exit or (outcome.problem and outcome.problem.kind != "exit") else 0
