"""The comparison of answers with the judge's: right ones pass, and each kind of lie is found."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import full_run
import pytest
from answers import EFFORT, Answers
from brute_force import Truth, judge
from explored import in_one_process

from turns.exploring.explore import Exploration, explore
from turns.exploring.nfa import End, Nfa
from turns.exploring.outcomes import Witness
from turns.exploring.schedule import Schedule
from turns.runtime.target import load

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("answers")]  # one worker judges for all
_PROGRAM = """
import asyncio
async def locked(name, lock):
    async with lock:
        print(name, "in")
        await asyncio.sleep(0)
        print(name, "out")
async def main():
    lock = asyncio.Lock()
    print("begin")
    await asyncio.gather(locked("a", lock), locked("b", lock))
    asyncio.get_running_loop().call_soon(print, "registered")
    asyncio.get_running_loop().call_soon(print, "after that")
    done = asyncio.Event()
    asyncio.get_running_loop().call_soon(done.set)
    await done.wait()
    print("end")
asyncio.run(main())
"""
Lie = Callable[[Exploration], Exploration]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the program."""
    file = tmp_path_factory.mktemp("answers") / "program.py"
    file.write_text(_PROGRAM, encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def truths(path: Path) -> dict[str, Truth]:
    """Judge it."""
    return {
        kind: judge(path, clock=kind == "clock", schedules=5000, seconds=300)
        for kind in ("queue", "clock")
    }


@pytest.fixture(scope="module")
def found(path: Path) -> Exploration:
    """Explore it, without any other process."""
    with pytest.MonkeyPatch.context() as patch:
        in_one_process(patch)
        return explore(load(path), EFFORT)


def test_right_answers_differ_in_nothing(
    path: Path, found: Exploration, truths: dict[str, Truth]
) -> None:
    """All kinds of answers are there, so that all can be wrong."""
    answers = Answers(path, found, truths, chance=False)
    assert answers.differences == []
    kinds = ("outcomes", "between", "marks", "program", "documented", "queue", "witnesses")
    assert all(answers.counts[kind] for kind in (*kinds, "stretches")), answers.counts
    assert answers.counts["unknown"] == 0


def _mark(index: int, **changes: object) -> Lie:
    def lie(found: Exploration) -> Exploration:
        marks = [*found.marks]
        marks[index] = replace(marks[index], **changes)  # type: ignore[arg-type]
        return replace(found, marks=tuple(marks))

    return lie


def _outcomes(kind: str, **changes: object) -> Lie:
    def lie(found: Exploration) -> Exploration:
        changed = replace(found.outcomes[kind], **changes)  # type: ignore[arg-type]
        return replace(found, outcomes={**found.outcomes, kind: changed})

    return lie


def _listed(change: Callable[[list[object]], object]) -> Lie:
    def lie(found: Exploration) -> Exploration:
        listed: list[object] = [*found.outcomes["queue"].listed]
        change(listed)
        return _outcomes("queue", listed=tuple(listed))(found)

    return lie


def _nfa(change: Callable[[Nfa], None]) -> Lie:
    def lie(found: Exploration) -> Exploration:
        nfa = Nfa()
        nfa.silent = [{*targets} for targets in found.spaces["queue"].nfa.silent]
        nfa.printing = [{**after} for after in found.spaces["queue"].nfa.printing]
        nfa.ends = {**found.spaces["queue"].nfa.ends}
        change(nfa)
        return replace(
            found, spaces={**found.spaces, "queue": replace(found.spaces["queue"], nfa=nfa)}
        )

    return lie


def _worse(found: Exploration) -> Exploration:
    """Show the first mark with a witness that departs elsewhere, too."""
    index, mark = next((i, one) for i, one in enumerate(found.marks) if one.witness)
    other = max(found.outcomes["queue"].listed, key=lambda one: one.witness.departures)
    assert mark.witness
    assert other.witness.departures > mark.witness.departures
    return _mark(index, witness=other.witness)(found)


def _no_run(found: Exploration) -> Exploration:
    """List an outcome with a token that cannot be followed."""
    first, second, *rest = found.outcomes["queue"].listed
    witness = Witness(Schedule.parse("q0.10000"), second.witness.departures)
    return _outcomes("queue", listed=(first, replace(second, witness=witness), *rest))(found)


def _fewer(found: Exploration) -> Exploration:
    """Say of a witness that it departs less than it does."""
    first, second, *rest = found.outcomes["queue"].listed
    witness = replace(second.witness, departures=second.witness.departures - 1)
    return _outcomes("queue", listed=(first, replace(second, witness=witness), *rest))(found)


LIES: dict[str, tuple[Lie, str]] = {
    "proven": (_mark(3, because="program", departs="", witness=None), "the mark of"),
    "not proven": (_mark(0, because="queue"), "the mark of"),
    "by chance": (_mark(0, because="nobody"), "the mark of"),
    "another way to depart": (_mark(3, departs="missing"), "can be missing"),
    "no witness": (_mark(3, witness=None), "has a witness"),
    "a mark too few": (lambda found: replace(found, marks=found.marks[:-1]), "number of marks"),
    "a larger witness": (_worse, "departures for"),
    "a witness that is none": (_no_run, "is not repeated"),
    "fewer departures": (_fewer, "departures"),
    "an outcome too many": (_outcomes("queue", count=99), "the number of outcomes"),
    "at least too many": (_outcomes("queue", count=99, inexact="cut"), "the number of outcomes"),
    "an outcome is not listed": (_listed(list.pop), "listed"),
    "one listed twice": (_listed(lambda listed: listed.insert(0, listed[0])), "listed twice"),
    "no outcomes": (lambda found: replace(found, outcomes={}), "outcomes"),
    "one is lost": (_nfa(lambda nfa: nfa.printing[0].clear() or nfa.silent[0].clear()), "queue: ("),
    "one is made up": (_nfa(lambda nfa: nfa.lead(0, ["no"], nfa.end(End("exit")))), "queue: ("),
    "no stretch": (lambda found: replace(found, together=()), "stay together"),
    "a longer stretch": (lambda found: replace(found, together=((0, 3),)), "stay together"),
}


@pytest.mark.parametrize("lie", LIES)
def test_each_kind_of_lie_is_found(
    lie: str, path: Path, found: Exploration, truths: dict[str, Truth]
) -> None:
    """In the words that name what differs."""
    change, words = LIES[lie]
    answers = Answers(path, change(found), truths, chance=False)
    assert any(words in difference for difference in answers.differences), answers.differences


def test_a_lie_about_what_is_between(
    path: Path, found: Exploration, truths: dict[str, Truth], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of every pair of lines."""
    monkeypatch.setattr("turns.exploring.promises.between", lambda *_: set())
    answers = Answers(path, found, truths, chance=False)
    assert any("between" in difference for difference in answers.differences)


def test_faults_of_ours_are_differences(monkeypatch: pytest.MonkeyPatch) -> None:
    """And end nothing."""

    def raises(*_: object) -> None:
        raise ZeroDivisionError("ours")

    monkeypatch.setattr(full_run, "compare", raises)
    report = full_run.run(range(2), full_run.Size())
    assert len(report.differences) == 2
    assert "ZeroDivisionError: ours" in report.differences[0]
