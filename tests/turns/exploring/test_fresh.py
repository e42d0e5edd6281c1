"""Runs in a process of their own, which no program can answer for."""

import gc
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from written import COUNTER, written

from turns.exploring import explore, fresh, processes, repeating
from turns.exploring.explore import Effort, exploring
from turns.exploring.fresh import Asking, Question, Replies, Reply, Request
from turns.runtime.execute import Outcome, execute
from turns.runtime.limits import Limits
from turns.runtime.target import Target

LIMITS = Limits(seconds=60)
SOME = Target(Path("x.py"), compile("", "x.py", "exec"))
NORMAL = Reply(("1 a", "2 b", "3 c"), "finished")


def run(
    target: Target,
    requests: Sequence[Request] = (Request(),),
    hashes: int = 1,
    limits: Limits = LIMITS,
    seconds: float = 60,
) -> Replies | None:
    """Have a new process answer."""
    return processes.run(Question(target, requests, hashes, limits, seconds))


def test_each_request_has_its_reply(tmp_path: Path) -> None:
    """The normal run, a schedule, one that belongs to another program."""
    target = written(COUNTER, tmp_path).target
    requests = [Request(), Request("q0.2f9f9"), Request("q0.20000"), Request(chance=1)]
    assert run(target, requests) == [
        NORMAL,
        Reply(("1 c", "2 a", "3 b"), "finished"),
        Reply(NORMAL.texts, ""),
        NORMAL,
    ]


def test_collections_look_at_nothing_of_earlier_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else each of many runs that print much would take longer than the one before."""
    seen = []

    def watched(*args: Any, **options: Any) -> Outcome:  # noqa: ANN401 - those of execute()
        seen.append(len(gc.get_objects()))
        return execute(*args, **options)

    monkeypatch.setattr(fresh, "execute", watched)
    target = Target(Path("x.py"), compile("for n in range(5000): print(n)", "x.py", "exec"))
    assert len([*fresh.replies(target, [Request(), Request(), Request()], LIMITS)]) == 3
    assert max(seen) < 1000


@pytest.mark.slow
def test_the_hashes_are_those_that_are_asked_for(tmp_path: Path) -> None:
    """The same seed, the same order of a set of strings; others order it otherwise."""
    target = written("print(*{*'abcdefgh'})", tmp_path).target
    replies = [run(target, hashes=seed) for seed in (1, 1, 2, 3)]
    assert None not in replies
    assert replies[0] == replies[1]
    assert len({reply[0].texts for reply in replies if reply}) > 1


@pytest.mark.parametrize(
    ("source", "end"),
    [
        ("raise ValueError", "failed"),
        ("import sys; sys.exit(3)", "exit"),
        ("import os; os._exit(3)", "exit"),
        ("import asyncio; asyncio.run(asyncio.Event().wait())", "deadlock"),
        ("while True: pass", ""),
        ("import subprocess; subprocess.run(['true'])", ""),
    ],
)
def test_how_a_run_ended(source: str, end: str, tmp_path: Path) -> None:
    """Not at all, if a limit of ours ended it."""
    target = written(f"print('begin')\n{source}", tmp_path).target
    limits = Limits(seconds=1) if "while" in source else LIMITS
    assert run(target, limits=limits) == [Reply(("begin",), end)]


@pytest.mark.parametrize(
    "source",
    [
        "import os; os.write(3, b'[([], 1)]#')",
        "import os; os.write(1, b'two\\n'); os.write(2, b'[([], 1)]#')",
        "import sys; sys.__stderr__.write('[]'); sys.__stderr__.flush()",
        "import os; os.close(0); os.close(1); os.close(2)",
        "import sys; sys.__stderr__.close()",
        "import os; os.write = lambda *_: 1",
        "import os; os._exit = exit = quit = None",
        "import json; json.dumps = json.JSONEncoder.encode = lambda *_: '[]'",
        "import builtins; builtins.repr = lambda _: '[]'",
        "import ast; ast.literal_eval = lambda _: []",
        "import atexit; atexit.register(print, 'more')",
        "import sys; sys.path[:] = []; sys.modules.pop('turns')",
        "import threading; threading.Thread(target=threading.Event().wait, daemon=True).start()",
    ],
)
def test_a_program_cannot_garble_the_answer(source: str, tmp_path: Path) -> None:
    """Whatever it writes to, closes or replaces: there is the right answer."""
    target = written(f"print('one')\n{source}\nprint('two')", tmp_path).target
    (reply,) = run(target) or [Reply((), "no answer")]
    assert reply.texts[:2] == ("one", "two")
    assert reply.end == "finished"


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "[",
        "1",
        "[1]",
        "[('a', 'b', 'c')]",
        "[(1, 'finished')]",
        "import os",
        "\\xff",
        "(" * 999,
        "-" * 99_999,
    ],
)
def test_what_is_no_answer_is_none(answer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is claimed that rests on it."""
    start = f"import sys; sys.stdout.buffer.write(b{answer!r})"
    monkeypatch.setattr(processes, "_START", start)
    assert run(SOME) is None


@pytest.mark.parametrize("start", ["import sys; sys.exit(1)", "import os; os.abort()"])
def test_a_process_that_fails_gives_no_answer(start: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor one that takes too long, or cannot be started."""
    monkeypatch.setattr(processes, "_START", f"print([])\n{start}")
    assert run(SOME) is None
    monkeypatch.setattr(sys, "executable", "no such interpreter")
    assert run(SOME) is None


def test_a_process_that_never_answers_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time that there is, and always a little; where none is left, it is not even asked."""
    asked: list[float] = []

    def never(*_arguments: object, timeout: float) -> None:
        asked.append(timeout)
        raise subprocess.TimeoutExpired("python", timeout)

    monkeypatch.setattr(subprocess.Popen, "communicate", never)
    for seconds in (15, 0.1, -1):
        assert run(SOME, [Request()] * 3, seconds=seconds) is None
    assert asked == [15, processes.LEAST]


def test_a_process_can_be_started_before_it_is_asked(tmp_path: Path) -> None:
    """With its seed of hashes; those that nobody asks are ended, and so are their pipes."""
    target = written(COUNTER, tmp_path).target
    with processes.started(1, 2):
        first, second = processes._idle.values()  # noqa: SLF001
        assert run(target) == [NORMAL]
        assert first.poll() == 0
        assert second.poll() is None
        assert run(target) == [NORMAL], "another one is started"
    assert second.returncode
    assert second.stdin is not None
    assert second.stdin.closed
    assert not processes._idle  # noqa: SLF001


def test_without_processes_all_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks then gets no answer."""
    monkeypatch.setattr(sys, "executable", "no such interpreter")
    with processes.started(1):
        assert run(SOME) is None


def test_who_finds_something_out_is_given_the_answers_to_its_questions(tmp_path: Path) -> None:
    """When it wants them, wherever they come from; what it finds out comes back."""
    question = Question(written(COUNTER, tmp_path).target, [Request()], 1, LIMITS, 60)

    def ask() -> Asking[list[Replies | None]]:
        early = yield question
        first = yield None
        yield replace(question, hashes=2)
        return [early, first, (yield None)]

    assert processes.answered(ask()) == [None, [NORMAL], [NORMAL]]
    assert fresh.read(fresh.answer(question.text())) == [NORMAL]


@pytest.mark.slow
@pytest.mark.parametrize("pauses", [True, False])
def test_time_in_which_others_are_asked_may_not_count(
    pauses: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where another interpreter has to be loaded first, in a browser."""
    left = []
    asking = exploring(written(COUNTER, tmp_path).target, Effort(seconds=300, pauses=pauses))
    with suppress(StopIteration):
        question = next(asking)
        while True:
            left.append(question.seconds > 0)
            assert asking.send(None) is None
            late = repeating.now() + 1000
            answers = [*fresh.replies(question.target, question.requests, question.limits)]
            for module in (explore, repeating):
                monkeypatch.setattr(module, "now", lambda late=late: late)
            question = asking.send(answers)
    assert left == [True, pauses]
