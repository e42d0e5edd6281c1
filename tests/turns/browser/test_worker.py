"""What a page's worker calls, as far as it needs no browser; `tests/browser` has the rest."""

import gc
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from written import ABBA, COUNTER

from tools.project import HERE
from turns.browser import answers, lacking, program, worker
from turns.exploring import findings
from turns.exploring.findings import Findings
from turns.grading.grammar import parse
from turns.grading.request import as_json
from turns.runtime.limits import Limits

CHALLENGE = f'"""Do it.\n\n做到它。\n"""\n\n{COUNTER}\n# Goal: {{goal}}\n# Rule: rule-fifo\n'
Parts = list[dict[str, Any]]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let programs be somewhere else; begin as if nothing had been activated."""
    monkeypatch.setattr(lacking, "install", lambda: None)  # this Python stays what it is
    monkeypatch.setattr(program, "FOLDER", tmp_path / "home")
    monkeypatch.setattr(worker, "LIMITS", Limits(seconds=60))
    monkeypatch.chdir(tmp_path)
    worker.activate()
    yield
    gc.unfreeze()  # other tests ask the collector what there is


def ask(
    source: str,
    fresh: Callable[[str, int], str | None] = lambda question, _: worker.fresh_answer(question),
    **more: object,
) -> Parts:
    """Return the parts of the answer; what has to be asked elsewhere is answered by ``fresh``."""
    parts: Parts = []
    request: dict[str, object] = {
        "kind": "explore",
        "source": source,
        "language": "en",
        "schedule": None,
        "seconds": 300,
    }
    request |= more
    asking = worker.answering(json.dumps(request), lambda part: parts.append(json.loads(part)))
    asked = reply = None
    try:
        while True:
            question = asking.send(reply)
            reply = fresh(*asked) if question is None and asked else None
            asked = question
    except StopIteration:
        return parts


def found_in(parts: Parts) -> Findings:
    """Return the findings, which come last."""
    found = findings.read(parts[-1]["findings"])
    assert isinstance(found, Findings)
    return found


@pytest.mark.slow
def test_an_answer_comes_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines while it prints, then the run, then all that was found out."""
    saying = ModuleType("saying")
    vars(saying)["describe"] = lambda found, language: {"marks": len(found.marks), "in": language}
    vars(saying)["prove"] = lambda found, language: {"0": f"{len(found.board.goals)} {language}"}
    monkeypatch.setitem(sys.modules, "saying", saying)
    worker.activate(saying="saying")
    parts = ask(COUNTER, language="zh")
    assert [part["kind"] for part in parts] == ["lines", "lines", "lines", "run", "marked", "found"]
    assert [part["lines"] for part in parts[:3]] == [["1 a"], ["2 b"], ["3 c"]]
    run, marked, last = parts[3:]
    found = found_in(parts)
    assert run["recording"] == last["findings"]["recording"]
    assert run["ending"]["kind"] == "finished"
    assert (run["error"], run["line"], run["stderr"], run["problem"]) == (None, None, "", None)
    assert [mark.because for mark in found.marks] == ["queue"] * 3
    assert found.outcomes["queue"].count == 6
    assert marked["said"] == {"marks": 3, "in": "zh"}
    assert found.board
    assert last["proofs"] == {"0": f"{len(found.board.goals)} zh"}
    assert last["picture"].startswith("<ol")
    assert {*last["pictures"]} == {str(one.schedule) for one in found.departures}


@pytest.mark.slow
def test_questions_go_with_the_program_to_another_interpreter() -> None:
    """Each with the seed of its hashes; if nobody answers, nothing is proven."""
    asked = []

    def nobody(question: str, hashes: int) -> None:
        its_program, _ = json.loads(question)
        asked.append((its_program["source"], hashes))

    found = found_in(ask(COUNTER, nobody))
    assert asked == [(COUNTER, 1), (COUNTER, 2)]
    assert "what chance decides could not be tried in a fresh process" in found.unknown
    parts: Parts = []
    request = json.dumps({"kind": "explore", "source": COUNTER, "language": "en", "seconds": 300})
    worker.answer(request, lambda part: parts.append(json.loads(part)))
    assert found_in(parts) == found, "there is nobody to ask"


@pytest.mark.slow
def test_a_schedule_that_is_asked_for_is_shown() -> None:
    """Unless it is that of another program, or none."""
    silent = "import asyncio\nasync def f(): pass\n"
    silent += "async def main(): await asyncio.gather(f(), f())\nasyncio.run(main())\n"
    second, *_ = found_in(
        ask(silent.replace("pass", "print(asyncio.current_task().get_name())"))
    ).departures
    token = str(second.schedule)
    assert found_in(ask(silent)).departures == (), "nothing else is shown"
    (shown,) = found_in(ask(silent, schedule=token)).departures
    assert shown.schedule == second.schedule
    for other in (token, "no such thing"):
        assert found_in(ask("print(1)", schedule=other)).departures == ()


@pytest.mark.parametrize(
    ("source", "kind", "reason", "line"),
    [
        ("print(1)\ndef", None, "syntax error: invalid syntax", 2),
        ("\nimport subprocess; subprocess.run(['true'])", "unsupported", "subprocess.run()", 2),
        ("x = 1\nwhile True: x += 1", "time", "stopped: it was still running", None),
    ],
)
def test_what_cannot_be_explored_is_refused(
    source: str, kind: str | None, reason: str, line: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the reason; how far it came has been told before."""
    monkeypatch.setattr(worker, "LIMITS", Limits(seconds=1 if kind == "time" else 60))
    *before, last = ask(source)
    assert (last["kind"], last["line"]) == ("refused", line)
    assert last["reason"].startswith(reason)
    assert [part["problem"]["kind"] for part in before] == ([kind] if kind else [])


@pytest.mark.slow
def test_an_exception_names_the_line_of_the_program_and_no_folder() -> None:
    """Also one that led to another; the program has the name that the request gives it."""
    source = (
        "def f():\n    raise ValueError('no')\n\nimport sys; print('oh', file=sys.stderr)\nf()\n"
    )
    for name, file in (("mine.py", "mine.py"), ("../mine.py", "program.py"), ("", "program.py")):
        run = ask(source, name=name)[0]
        assert run["error"].startswith(
            f'Traceback (most recent call last):\n  File "{file}", line 5, in <module>\n'
        )
        assert (run["line"], run["stderr"]) == (2, "oh\n")
        assert run["ending"]["error"] == "ValueError: no"


@pytest.mark.slow
def test_a_deadlock_is_explained_in_the_language_of_the_page() -> None:
    """Who waits for what, line by line."""
    stuck = "import asyncio\nasyncio.run(asyncio.Event().wait())\n"
    (run, *_, last) = ask(stuck, language="zh")
    assert run["problem"]["kind"] == "deadlock"
    assert run["problem"]["lines"][0].startswith("死锁")
    assert last["kind"] == "found"
    assert ask(ABBA)[-1]["findings"]["outcomes"]["queue"]["count"] == 3


@pytest.mark.slow
def test_nothing_is_left_of_the_program_before() -> None:
    """Its files are gone, whatever it made of its folder."""
    ask("import os, pathlib; os.mkdir('a'); pathlib.Path('a/json.py').touch(); open('b.py', 'w')")
    parts = ask("import os; print(os.listdir())", name="own.py")
    assert parts[0]["lines"] == ["['own.py']"]


def test_half_a_character_is_no_trouble() -> None:
    """JavaScript may have cut a pair of surrogates in two."""
    assert ask("print('\ud83d!')")[0]["lines"] == ["?!"]


def test_the_page_says_how_long_to_search() -> None:
    """Nonsense is not heeded; time in which another worker is loaded does not count."""
    seconds = (2, 0.5, "300", None, True, -1, 1e9, float("nan"))
    found = [answers._effort({"seconds": one}).seconds for one in seconds]  # noqa: SLF001
    assert found == [2, 0.5, 5, 5, 5, 5, 5, 5]
    assert answers._effort({}).pauses  # noqa: SLF001


@pytest.mark.slow
def test_an_answer_to_a_challenge_is_graded_and_the_run_that_breaks_it_is_there() -> None:
    """By what the exploration has found; what was found comes first, with that run."""

    def challenge(goal: str) -> str:
        return as_json(parse(CHALLENGE.format(goal=goal), Path("it.py")).challenge)

    parts = ask(COUNTER, kind="grade", challenge=challenge('never "1 c"'))
    assert [part["kind"] for part in parts[-2:]] == ["found", "verdict"]
    verdict = parts[-1]
    assert (verdict["verdict"], verdict["run"]["lines"][0]) == ("broken", "1 c")
    schedules = {departure["schedule"] for departure in parts[-2]["findings"]["departures"]}
    assert verdict["run"]["schedule"] in schedules
    parts = ask(COUNTER, kind="grade", challenge=challenge('never "5 c"'))
    assert parts[-1]["verdict"] == "reached"


def test_lines_wait_for_no_more_than_what_runs_a_program() -> None:
    """What explores, says and draws is imported after them."""
    code = "import sys, turns.browser.worker; print(*sys.modules)"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, check=True, text=True, cwd=HERE.root)
    parts = ("turns.drawing", "turns.grading", "turns.exploring")
    imported = {name for name in done.stdout.split() if name.startswith(parts)}
    run = {"turns.exploring", "turns.exploring.watching", "turns.exploring.pasted"}
    assert imported == run


def test_a_long_word_is_looked_through_once() -> None:
    """Where a path may begin; from each of its characters on, it would take many times as long."""
    begun = time.process_time()
    lines = ask("print('x' * 8_000)")[0]
    assert lines == {"kind": "lines", "lines": ["x" * 8_000]}
    assert time.process_time() - begun < 5, "`watching._FOLDERS` is slow where no path is"
