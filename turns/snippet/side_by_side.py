"""What was expected and what was printed, in two columns for a terminal."""

from itertools import zip_longest

from turns.snippet.fresh_run import Run
from turns.snippet.grammar import Output
from turns.snippet.order import Broken
from turns.text import clip, width

_ROWS = 24
_COLUMNS = 58


def table(output: Output, result: Run, broken: Broken | None) -> tuple[str, ...]:
    """Return the rows, a `>` at the two lines of the broken constraint, then the end of stderr."""
    lineno, position = (broken.lineno, broken.printed) if broken else (0, -1)
    expected = [(line.lineno == lineno, _spelled(line.lane, line.text)) for line in output.lines]
    printed = [(index == position, text) for index, text in enumerate(result.stdout)]
    rows = list(zip_longest(expected, printed, fillvalue=(False, "")))
    marked = [i for i, ((left, _), (right, _)) in enumerate(rows) if left or right]
    # Around what is marked; of a program that was stopped, the last it printed.
    centre = min(marked, default=len(rows) if result.stopped else 0)
    first = max(0, min(centre - _ROWS // 2, len(rows) - _ROWS))
    shown = [
        tuple(f"{'>' if mark else ' '} {clip(text, _COLUMNS)}" for mark, text in row)
        for row in [((False, "expected"), (False, "printed")), *rows[first : first + _ROWS]]
    ]
    column = max(width(left) for left, _ in shown) + 2
    lines = [f"{left}{' ' * (column - width(left))}{right}".rstrip() for left, right in shown]
    if len(rows) > _ROWS:
        lines.append(f"  (lines {first + 1} to {first + _ROWS} of {len(rows)})")
    errors = result.stderr.rstrip().split("\n")[-_ROWS // 2 :] if result.stderr.strip() else []
    return (
        *lines,
        *(["  stderr:"] if errors else []),
        *(f"  {clip(line, 2 * _COLUMNS)}" for line in errors),
    )


def _spelled(lane: str | None, text: str) -> str:
    if lane is None:
        return text
    return f"~ {text}" if lane.startswith("~") else f"~{lane} {text}"
