"""Whether what was recorded of a snippet is what its Output block says: its card needs both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from turns.snippet import grammar, order
from turns.snippet.order import matches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from turns.exploring.findings import Findings


def contradiction(snippet: grammar.Snippet, found: Findings) -> tuple[int, str] | None:
    """Return a line of the file and what is wrong with it; None if they agree."""
    python = found.recording.python
    major, _, minor = python.partition(".")
    output = snippet.output_for((int(major), int(minor)))
    printed = [mark.text for mark in found.marks]
    try:
        broken = order.explain(output, printed)
    except order.AmbiguousError as error:
        return error.lineno, str(error)
    if broken is not None:
        problem = f"the recording on Python {python} contradicts this Output: {broken.message}"
        return broken.lineno or 1, problem
    for index, other in places(output.lines, printed).items():
        if index != other:
            problem = (
                f"the recording on Python {python} prints {printed[index]!r} here;"
                " write the lines of this group in that order"
            )
            return output.lines[index].lineno, problem
    return None


def places(expected: Sequence[grammar.ExpectedLine], printed: Sequence[str]) -> dict[int, int]:
    """Return the index in ``printed`` of each expected line, by index; empty if they differ.

    Lines of a group may have been printed in another order than the block has.
    """
    left = list(enumerate(printed))
    found = {}
    for index, line in enumerate(expected):
        fitting = [one for one in left if matches(line.text, one[1])]
        if not fitting or (line.group is None and fitting[0] != left[0] and left[0][0] < index):
            return {}
        left.remove(fitting[0])
        found[index] = fitting[0][0]
    return {} if left else found
