"""What goals say of outcomes: of one, and of all that an automaton has, the same."""

import itertools

import pytest

from turns.exploring.nfa import End, Nfa
from turns.grading.challenge import Aim, Goal
from turns.grading.claims import breaks, can_break, claims

FINISHED, DEADLOCK, FAILED = End("finished"), End("deadlock"), End("failed", "ValueError")
REACHED = [
    (Goal(Aim.NEVER, ("a",)), ("b",), FINISHED, True),
    (Goal(Aim.NEVER, ("a",)), ("b", "a"), FINISHED, False),
    (Goal(Aim.ALWAYS, ("a",)), ("b", "a", "a"), FINISHED, True),
    (Goal(Aim.ALWAYS, ("a",)), ("b",), FINISHED, False),
    (Goal(Aim.ALWAYS, ("a",)), (), DEADLOCK, False),
    (Goal(Aim.BEFORE, ("a", "b")), ("c", "a", "b"), FINISHED, True),
    (Goal(Aim.BEFORE, ("a", "b")), ("b", "a"), FINISHED, False),
    (Goal(Aim.BEFORE, ("a", "b")), ("b", "a", "b"), FINISHED, False),
    (Goal(Aim.BEFORE, ("a", "b")), ("a", "b", "a"), FINISHED, True),
    (Goal(Aim.BEFORE, ("a", "b")), (), FINISHED, False),
    (Goal(Aim.BEFORE, ("a", "b")), ("a",), FINISHED, False),
    (Goal(Aim.LINES, ("a", "b", "a")), ("b", "a", "a"), FINISHED, True),
    (Goal(Aim.LINES, ("a", "b", "a")), ("b", "a"), FINISHED, False),
    (Goal(Aim.LINES, ("a", "b")), ("b", "a", "a"), FINISHED, False),
    (Goal(Aim.LINES, ("a", "b")), ("b", "c", "a"), FINISHED, False),
    (Goal(Aim.ORDER, ("a", "b", "a")), ("a", "b", "a"), FINISHED, True),
    (Goal(Aim.ORDER, ("a", "b", "a")), ("a", "a", "b"), FINISHED, False),
    (Goal(Aim.ORDER, ("a", "a", "b")), ("a", "b", "a"), FINISHED, False),
    (Goal(Aim.ORDER, ("a", "b")), ("b", "a"), FINISHED, False),
    (Goal(Aim.NO_DEADLOCK), ("a",), FINISHED, True),
    (Goal(Aim.NO_DEADLOCK), ("a",), DEADLOCK, False),
    (Goal(Aim.NO_FAILURE), ("a",), DEADLOCK, True),
    (Goal(Aim.NO_FAILURE), ("a",), FAILED, False),
    (Goal(Aim.NO_FAILURE), ("a",), End("exit", "3"), False),
]


@pytest.mark.parametrize(("goal", "texts", "end", "reached"), REACHED)
def test_what_a_goal_says_of_one_outcome(
    goal: Goal, texts: tuple[str, ...], end: End, reached: bool
) -> None:
    """Of a run, and of an automaton that has nothing else."""
    assert reached is not any(breaks(claim, texts, end) for claim in claims(goal))
    nfa = Nfa()
    nfa.lead(0, texts, nfa.end(end))
    assert reached is not any(can_break(claim, nfa) for claim in claims(goal))


def test_a_run_that_has_not_ended_misses_nothing_yet() -> None:
    """But what it has printed, it has printed."""
    [always] = claims(Goal(Aim.ALWAYS, ("a",)))
    [never] = claims(Goal(Aim.NEVER, ("a",)))
    assert not breaks(always, (), None)
    assert breaks(never, ("a",), None)


ALL = (
    Goal(Aim.NEVER, ("b",)),
    Goal(Aim.ALWAYS, ("b",)),
    Goal(Aim.BEFORE, ("a", "b")),
    Goal(Aim.LINES, ("a", "b", "b")),
    Goal(Aim.ORDER, ("a", "b", "b")),
    Goal(Aim.NO_DEADLOCK),
)


def test_all_outcomes_reach_a_goal_if_each_does() -> None:
    """For all pairs of outcomes of up to three lines, on shared and on separate ways."""
    outcomes = [
        (texts, end)
        for length in range(4)
        for texts in itertools.product("ab", repeat=length)
        for end in (FINISHED, DEADLOCK)
    ]
    for one, other in itertools.combinations(outcomes, 2):
        nfa = Nfa()
        for texts, end in (one, other):
            nfa.lead(0, texts, nfa.end(end))
        for goal in ALL:
            each = any(breaks(claim, *run) for run in (one, other) for claim in claims(goal))
            assert each is any(can_break(claim, nfa) for claim in claims(goal)), (goal, one, other)
