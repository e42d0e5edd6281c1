"""Which levels the practice page has."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import cycle, islice
from typing import TYPE_CHECKING

import pytest

from card import levels
from card.levels import LEAST, MOST, PATTERN, Level
from card.store import Recordings
from tools.project import HERE
from turns.exploring.findings import Findings
from turns.exploring.goals import Aim
from turns.snippet import grammar
from turns.snippet.grammar import ExpectedLine

if TYPE_CHECKING:
    from pathlib import Path

Known = tuple[Findings, Sequence[ExpectedLine]]


pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Known]:
    """Return what is known of the site's snippets."""
    kept: Path = tmp_path_factory.mktemp("kept")
    store = Recordings(HERE.root / "snippets", HERE.docs / "_recordings", kept)
    found = {}
    for name, path in store.sources().items():
        recorded = store.of(name)
        if recorded is not None and recorded.findings is not None:
            lines = grammar.read(path).output_for(recorded.python).lines
            found[name] = (recorded.findings, lines)
    return found


@pytest.fixture(scope="module")
def chosen(known: Mapping[str, Known]) -> list[Level]:
    """Return the levels of the site."""
    return levels.levels(known)


def test_there_are_enough(chosen: list[Level]) -> None:
    """Of goals alone, too; one is a deadlock; and each has a name of its own."""
    assert len(chosen) == MOST
    assert sum(level.goal is not None for level in chosen) >= LEAST
    assert any(level.goal and level.goal[1].aim is Aim.DEADLOCK for level in chosen)
    assert len({level.key for level in chosen}) == MOST


def test_kinds_follow_each_other(chosen: list[Level]) -> None:
    """Every fourth level cannot be reached, and every fourth asks."""
    assert [level.kind for level in chosen] == [*islice(cycle(PATTERN), MOST)]


def test_it_becomes_harder(chosen: list[Level]) -> None:
    """Among levels of a kind, one after the other."""
    for kind in set(PATTERN):
        hard = [level.hard for level in chosen if level.kind == kind]
        assert hard == sorted(hard)


def test_no_program_is_worn_out(chosen: list[Level]) -> None:
    """It has two levels at most, and these of two kinds."""
    by_kind = Counter((level.snippet, level.kind) for level in chosen)
    assert set(by_kind.values()) == {1}
    assert max(Counter(level.snippet for level in chosen).values()) <= levels.PER_SNIPPET


def test_nothing_is_claimed_that_is_not_proven(
    known: Mapping[str, Known], chosen: list[Level]
) -> None:
    """A goal that cannot be reached is one that the program promises."""
    for level in chosen:
        found, _ = known[level.snippet]
        assert not found.unknown
        if level.goal and level.goal[1].par is None:
            pair = (level.line - 1, level.line)
            together = any(first <= pair[0] and pair[1] <= last for first, last in found.together)
            assert together or found.marks[level.line].because == "program"


def test_the_levels_are_the_same_each_time(known: Mapping[str, Known], chosen: list[Level]) -> None:
    """In whatever order the snippets come."""
    assert levels.levels(dict(reversed(known.items()))) == chosen


def test_a_mistake_has_its_rule(known: Mapping[str, Known], chosen: list[Level]) -> None:
    """Every belief that can be behind a wrong answer is corrected by a rule."""
    believed = {one.mistake for found, _ in known.values() for one in found.mistaken}
    assert believed <= levels.MISTAKES.keys()
    assert all(levels.rule_of(level, known[level.snippet][0]) for level in chosen)


def test_few_programs_make_few_levels(known: Mapping[str, Known]) -> None:
    """And the page says that they are too few."""
    few = dict(islice(known.items(), 5))
    assert 0 < len(levels.levels(few)) < LEAST
