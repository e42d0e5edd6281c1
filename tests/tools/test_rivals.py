"""How the answers of several tools are held against each other."""

import subprocess
import sys
from collections.abc import Sequence

from tools.benchmarks.rivals.__main__ import PROGRAMS, ROOT
from tools.benchmarks.rivals.answers import Answer, Own, reversed_pairs
from tools.benchmarks.rivals.table import verdicts

AB, BA = (["a", "b"], "finished"), (["b", "a"], "finished")
DEADLOCK: tuple[list[str], str] = ([], "deadlock")


def _answer(
    *outcomes: tuple[list[str], str], claim: str = "", bounded: bool = False, refuted: bool = False
) -> Answer:
    return {
        "outcomes": list(outcomes),
        "count": len(outcomes),
        "claim": claim,
        "bounded": bounded,
        "refuted": refuted,
        "runs": 1,
        "last": 0.0,
        "seconds": 0.0,
        "problem": "",
    }


def _own(answer: Answer, foreign: Sequence[tuple[list[str], str]] = ()) -> Own:
    return {**answer, "normal": ["a", "b"], "reversed": [0], "foreign": list(foreign)}


def test_a_pair_is_reversed_where_the_second_stands_without_the_first() -> None:
    """The first one may come later, or not at all."""
    normal = ["a", "b", "c"]
    assert reversed_pairs(normal, [(("b", "a", "c"), "finished")]) == {0}
    assert reversed_pairs(normal, [(("a", "c"), "deadlock")]) == {1}
    assert reversed_pairs(normal, [(("a", "b", "c"), "finished"), (("a",), "failed")]) == set()


def test_a_claim_is_false_if_an_outcome_was_not_found() -> None:
    """Of one within a bound this is only known if the bound itself is refuted."""
    answers = {
        "holds": _answer(AB, claim="holds"),
        "nothing": _answer(AB),
        "all": _answer(AB, BA, claim="holds"),
        "within": _answer(AB, claim="≤ 1", bounded=True),
        "not even": _answer(AB, claim="≤ 1", bounded=True, refuted=True),
    }
    found = verdicts(None, answers, _own(_answer(AB, BA, claim="exactly")))
    assert [name for name, one in found.items() if one.false] == ["holds", "not even"]
    assert [one.misses for one in found.values()] == [1, 1, 0, 1, 1, 0]
    assert [one.reversed for one in found.values()] == [0, 0, 1, 0, 0, 1]


def test_outcomes_that_no_schedule_has_are_told_apart() -> None:
    """They count for nothing."""
    answers = {"other": _answer(AB, DEADLOCK, claim="holds")}
    found = verdicts(None, answers, _own(_answer(AB, claim="exactly"), [DEADLOCK]))
    assert (found["other"].possible, found["other"].impossible) == (1, 1)
    assert not found["other"].false


def test_an_answer_of_ours_is_false_if_it_is_not_what_was_counted_on_paper() -> None:
    """Nobody is believed."""
    found = verdicts(2, {}, _own(_answer(AB, claim="exactly")))
    assert found["turns"].false


def test_turns_answers_for_a_program() -> None:
    """The others need to be installed."""
    path = PROGRAMS / "winner.py"
    command = [sys.executable, "-m", "tools.benchmarks.rivals.ours", str(path), "30"]
    done = subprocess.run(
        command, cwd=ROOT, input="[]", capture_output=True, encoding="utf-8", check=True
    )
    assert '"claim": "exactly"' in done.stdout
