"""Every snippet of the site: its order check notices, and its lead speaks both languages."""

from itertools import pairwise
from pathlib import Path

import pytest

from tools.checking import prose
from tools.project import HERE
from turns.snippet import grammar, order
from turns.snippet.grammar import ExpectedLine, Output

FILES = HERE.programs()

every_snippet = pytest.mark.parametrize(
    "path", FILES, ids=[p.relative_to(HERE.snippets).with_suffix("").as_posix() for p in FILES]
)


def printed(output: Output) -> list[str]:
    """Return lines a program may print to fulfil ``output``."""
    return [line.text.replace("...", "7") for line in output.lines]


def is_ordered(first: ExpectedLine, second: ExpectedLine, output: Output) -> bool:
    """Tell whether swapping the adjacent lines says something else, by the grammar alone."""
    if first.group is not None and first.group == second.group:
        if first.lane != second.lane:
            return False
        # Another lane with an equal line could take its place.
        others = [o for o in output.lines if o.group == first.group and o.lane != first.lane]
        if any(alike(o, first) or alike(o, second) for o in others):
            return False
    return not alike(first, second)


def alike(one: ExpectedLine, other: ExpectedLine) -> bool:
    """Tell whether a line printed for one of the two may be taken for the other."""
    first, second = one.text.replace("...", "7"), other.text.replace("...", "7")
    return order.matches(one.text, second) or order.matches(other.text, first)


@every_snippet
def test_a_swap_is_noticed(path: Path) -> None:
    """Swapping any two adjacent expected lines that the grammar orders fails the check."""
    found = grammar.read(path)
    source = path.read_text(encoding="utf-8").split("\n")
    for number, output in enumerate(found.outputs):
        assert order.explain(output, printed(output)) is None
        for first, second in pairwise(output.lines):
            if is_ordered(first, second, output):
                swapped = source.copy()
                swapped[first.lineno - 1] = source[second.lineno - 1]
                swapped[second.lineno - 1] = source[first.lineno - 1]
                changed = grammar.parse("\n".join(swapped), path).outputs[number]
                broken = order.explain(changed, printed(output))
                assert broken is not None, f"{path}:{first.lineno}: the swap is not noticed"


@every_snippet
def test_the_lead_has_both_languages(path: Path) -> None:
    """The docstring is an English paragraph and then a Chinese one."""
    assert list(prose.lead(path.read_text(encoding="utf-8"))) == []


def test_there_are_snippets() -> None:
    """The two tests above are about something."""
    assert len(FILES) >= 24
