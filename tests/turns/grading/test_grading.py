"""Verdicts: each kind once, over all schedules, and none is better than what is proven."""

import json
from pathlib import Path

import pytest
from challenging import challenge_of, graded
from explored import in_one_process

from turns.exploring.explore import Effort, quiet
from turns.exploring.graph import build
from turns.exploring.program import QUEUE, Budget, Program, now
from turns.exploring.replay import Replay
from turns.exploring.schedule import Schedule
from turns.grading.asking import on_the_way
from turns.grading.challenge import Aim, Goal
from turns.grading.grade import Grade, State
from turns.grading.request import as_json, read
from turns.grading.saying import as_data, breach, goal, rules, verdict
from turns.runtime.execute import execute
from turns.runtime.limits import Limits
from turns.runtime.target import load

CODE = """\
import asyncio

async def say(text):
    print(text)

async def main():
    await asyncio.gather(say("a"), say("b"))

asyncio.run(main())
"""
IN_TURN = CODE.replace(
    'await asyncio.gather(say("a"), say("b"))', 'await say("a")\n    await say("b")'
)
pytestmark = pytest.mark.filterwarnings("ignore:coroutine")  # of schedules that were ended early
ORDER = '# Goal: order "a" "b"'


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """No other process is asked: that takes long, and is tested elsewhere."""
    in_one_process(monkeypatch)


def test_what_every_schedule_reaches_is_reached(tmp_path: Path) -> None:
    """Whatever order there is, and the only one."""
    found = graded(challenge_of(CODE, '# Goal: lines "b" "a"'), CODE, tmp_path)
    assert (found.kind, found.broken) == (Grade.REACHED, None)
    assert found.goals == ((Goal(Aim.LINES, ("b", "a")), State.REACHED),)
    assert graded(challenge_of(CODE, ORDER), IN_TURN, tmp_path).kind is Grade.REACHED


@pytest.mark.slow
def test_what_one_schedule_does_not_reach_is_broken_and_its_run_is_there(tmp_path: Path) -> None:
    """The normal run reaches it; one decision is enough, and it can be repeated and played."""
    goals = f'{ORDER}\n# Goal: always "a"'
    found = graded(challenge_of(CODE, goals), CODE, tmp_path)
    assert found.kind is Grade.BROKEN
    assert [state for _, state in found.goals] == [State.BROKEN, State.REACHED]
    assert found.broken is not None
    assert (found.broken.departures, found.broken.texts) == (1, ("b", "a"))
    replay = Replay(Schedule.parse(str(found.broken.schedule)))
    assert execute(load(tmp_path / "answer.py"), strategy=replay).output == ["b", "a"]


@pytest.mark.slow
def test_what_the_normal_run_does_not_reach_needs_no_decision(tmp_path: Path) -> None:
    """It is its own witness."""
    found = graded(challenge_of(CODE, '# Goal: order "b" "a"'), CODE, tmp_path)
    assert found.broken is not None
    assert (found.broken.departures, str(found.broken.schedule)) == (0, "q")


@pytest.mark.slow
def test_sleeping_promises_an_order_only_as_long_as_timers_come_in_time(tmp_path: Path) -> None:
    """Under clock schedules it does not."""
    slept = CODE.replace("    print", '    await asyncio.sleep(1 if text == "a" else 2)\n    print')
    assert graded(challenge_of(CODE, ORDER), slept, tmp_path).kind is Grade.REACHED
    by_clock = challenge_of(CODE, f"{ORDER}\n# Schedules: clock")
    found = graded(by_clock, slept, tmp_path)
    assert found.kind is Grade.BROKEN
    assert found.broken is not None
    assert str(found.broken.schedule).startswith("c")


def test_a_deadlock_breaks_every_challenge(tmp_path: Path) -> None:
    """Whoever waits for whom is said."""
    hang = CODE.replace(
        "print(text)", 'print(text)\n    if text == "b":\n        await asyncio.Event().wait()'
    )
    found = graded(challenge_of(CODE, '# Goal: lines "a" "b"'), hang, tmp_path)
    assert (found.kind, found.goal) == (Grade.BROKEN, Goal(Aim.NO_DEADLOCK))
    assert found.goals[-1] == (Goal(Aim.NO_DEADLOCK), State.BROKEN)
    said = as_data(found, "zh")["run"]["ends"]
    assert said[0] == "它以死锁结束。"
    assert any("Event.wait()" in line for line in said)


@pytest.mark.slow
@pytest.mark.parametrize("how", ["raise SystemExit(3)", "exit(0) if text == 'b' else None"])
def test_an_exit_is_no_way_out(how: str, tmp_path: Path) -> None:
    """With a status it is a failure, and without one lines are missing."""
    left = CODE.replace("print(text)", f"{how}\n    print(text)")
    assert (
        graded(challenge_of(CODE, '# Goal: never "c"\n' + ORDER), left, tmp_path).kind
        is Grade.BROKEN
    )


@pytest.mark.slow
def test_a_failure_in_another_schedule_breaks_every_challenge(tmp_path: Path) -> None:
    """The normal run does not fail."""
    fails = CODE.replace(
        "async def say(text):",
        "seen = []\n\nasync def say(text):\n    seen.append(text)\n    assert seen[0] == 'a'",
    )
    found = graded(challenge_of(CODE, '# Goal: never "c"'), fails, tmp_path)
    assert (found.kind, found.goal) == (Grade.BROKEN, Goal(Aim.NO_FAILURE))
    assert as_data(found, "en")["run"]["ends"] == ["It ends with an error: AssertionError"]


@pytest.mark.slow
def test_a_normal_run_that_fails_says_where(tmp_path: Path) -> None:
    """The line is the one of the program in which it failed."""
    fails = CODE.replace("print(text)", "print(text)\n    1 / 0")
    found = graded(challenge_of(CODE, ORDER), fails, tmp_path)
    assert (found.kind, found.line) == (Grade.FAILS, 5)
    assert found.error == "ZeroDivisionError: division by zero"
    assert as_data(found, "en")["line"] == 5


@pytest.mark.slow
def test_what_is_not_kept_is_no_answer(tmp_path: Path) -> None:
    """Before anything is proven."""
    challenge = challenge_of(CODE, f"{ORDER}\n# Keep: asyncio.gather")
    found = graded(challenge, IN_TURN, tmp_path)
    assert (found.kind, found.line) == (Grade.CONSTRAINT, 6)
    assert found.breach is not None
    assert "`asyncio.gather` is missing" in breach(found.breach, "en")
    idle = IN_TURN.replace(
        'await say("b")', 'await say("b")\n    if 1 > 2:\n        asyncio.gather(main())'
    )
    found = graded(challenge, idle, tmp_path)
    assert found.breach is not None
    assert found.breach.key == "unexecuted"


@pytest.mark.slow
def test_what_cannot_be_seen_whole_is_never_reached(tmp_path: Path) -> None:
    """Although nothing was found that is wrong."""
    challenge = challenge_of(CODE, '# Goal: lines "a" "b"')
    outside = CODE.replace("print(text)", "print(text)\n    open(__file__).close()")
    found = graded(challenge, outside, tmp_path)
    assert (found.kind, found.goals[0][1]) == (Grade.UNPROVEN, State.OPEN)
    assert found.why
    long = CODE.replace(
        "print(text)", "print(text)\n    for _ in range(2000):\n        await asyncio.sleep(0)"
    )
    found = graded(challenge, long, tmp_path)
    assert found.kind is Grade.UNPROVEN
    endless = CODE.replace(
        "print(text)", "print(text)\n    while True:\n        await asyncio.sleep(0)"
    )
    found = graded(challenge, endless, tmp_path, Effort(seconds=10))
    assert found.kind is Grade.UNPROVEN


@pytest.mark.slow
def test_what_is_wrong_is_shown_even_where_nothing_can_be_proven(tmp_path: Path) -> None:
    """A run is a run."""
    outside = CODE.replace("print(text)", "print(text)\n    open(__file__).close()")
    found = graded(challenge_of(CODE, ORDER), outside, tmp_path)
    assert found.kind is Grade.BROKEN
    assert found.broken is not None
    assert found.broken.texts == ("b", "a")


@pytest.mark.slow
def test_chance_proves_nothing(tmp_path: Path) -> None:
    """Even if each run that was tried prints the same."""
    lucky = CODE.replace("import asyncio", "import asyncio\nimport random").replace(
        "print(text)", "print(text if random.random() < 2 else text + text)"
    )
    found = graded(challenge_of(lucky, '# Goal: lines "a" "b"'), lucky, tmp_path)
    assert found.kind is Grade.UNPROVEN
    assert found.why


@pytest.mark.slow
def test_outcomes_that_are_too_many_to_list_are_graded_all_the_same(tmp_path: Path) -> None:
    """Twelve tasks print in 479,001,600 orders; what holds of them all is read off the traces."""
    many = CODE.replace('say("a"), say("b")', '*(say(f"{n}") for n in range(12))')
    names = " ".join(f'"{n}"' for n in range(12))
    challenge = challenge_of(many, f"# Goal: lines {names}")
    assert graded(challenge, many, tmp_path).kind is Grade.REACHED
    found = graded(challenge_of(many, '# Goal: before "3" "9"'), many, tmp_path)
    assert found.kind is Grade.BROKEN
    assert found.broken is not None
    assert found.broken.departures == 1
    missing = challenge_of(many, f"# Goal: lines {names.replace(chr(34) + '7' + chr(34), '')}")
    assert graded(missing, many, tmp_path).kind is Grade.BROKEN


def test_a_way_through_the_graph_breaks_a_goal(tmp_path: Path) -> None:
    """It is shown where rising departures find no run in time: perhaps longer, but a run."""
    path = tmp_path / "answer.py"
    path.write_text(CODE, encoding="utf-8")
    program = Program(load(path), Limits())
    with quiet():
        graph = build(program, QUEUE, Budget(10_000, now() + 300))
        found = on_the_way(program, graph, [Goal(Aim.ALWAYS, ("a",)), Goal(Aim.ORDER, ("a", "b"))])
        assert on_the_way(program, graph, [Goal(Aim.LINES, ("a", "b"))]) is None
    assert found is not None
    assert found.texts == ("b", "a")
    replay = Replay(found.schedule)
    assert execute(load(path), strategy=replay).output == ["b", "a"]


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_all_is_said_in_both_languages(lang: str, tmp_path: Path) -> None:
    """Texts with braces, too; and no key is shown in place of words."""
    for aim in Aim:
        texts = {Aim.NO_DEADLOCK: (), Aim.NO_FAILURE: ()}.get(aim, ("{a}", "{b}"))
        said = goal(Goal(aim, texts), lang)
        assert said[-1] in ".。"
        assert "{a}" in said or not texts
    challenge = challenge_of(
        CODE,
        f"{ORDER}\n# Keep: asyncio.gather\n# Keep: async def say\n# Without: Lock\n"
        "# Schedules: clock",
    )
    assert len([*rules(challenge, lang)]) == 5
    for answer in (CODE, IN_TURN, CODE.replace("print(text)", "print(text)\n    1 / 0")):
        assert verdict(graded(challenge, answer, tmp_path), lang)


@pytest.mark.slow
def test_a_browser_asks_and_is_answered_with_data(tmp_path: Path) -> None:
    """What it gets is JSON, and has what a page shows."""
    challenge = read(as_json(challenge_of(CODE, ORDER)))
    found = as_data(graded(challenge, CODE, tmp_path), "en")
    assert found["kind"] == "verdict"
    assert found["verdict"] == "broken"
    assert found["goals"] == [
        {"said": "Always print exactly this, in this order: “a”, “b”.", "state": "broken"}
    ]
    assert found["run"]["lines"] == ["b", "a"]
    assert json.loads(json.dumps(found)) == found


@pytest.mark.slow
def test_what_another_process_prints_otherwise_is_never_reached(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order of a set of texts depends on hashes; all schedules of one process agree."""
    monkeypatch.undo()  # other processes are what this is about
    mixed = CODE.replace("print(text)", 'print(text + min({"x", "y"}, key=lambda _: 0))')
    texts = '"ax" "bx"' if min({"x", "y"}, key=lambda _: 0) == "x" else '"ay" "by"'
    found = graded(challenge_of(mixed, f"# Goal: lines {texts}"), mixed, tmp_path)
    assert found.kind is not Grade.REACHED
