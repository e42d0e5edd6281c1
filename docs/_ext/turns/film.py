"""Everything a card shows of a program that is not in its file: turns, marks, and other schedules.

A *film* is plain data, ready for JSON, the same on every machine with the same Python:

``name``, ``python``
    Which program, run by which version.
``marks``
    For each line of output: ``text``, ``because``, ``proven`` and, if it has one, ``witness``.
``order``
    ``pairs`` of lines, by index, whose order the program and the clock promise, and whether that
    is ``proven``; absent if there are too many lines to ask.
``before``, ``turns``, ``tasks``, ``jobs``, ``exit``, ``error``, ``omitted``
    The normal run. Of each turn only the states of tasks that changed are kept; what is printed
    ``outside`` of turns comes as a thread, or null, the text and the time.
``others``
    By index of a line, the run of its witness: ``schedule``, ``first`` (the number of the first
    turn that is another one than in the normal run), ``turns`` (from that one on), ``output``.
"""

import dataclasses
import json
import os
import re
import sys
from itertools import zip_longest
from pathlib import Path
from types import CodeType
from typing import Any

from turns import child
from turns.explore import Effort, Exploration, explore, promised
from turns.program import Outcome, execute, load
from turns.record import Record, Recorder
from turns.replay import Replay
from turns.schedule import Schedule
from turns.trouble import Limits

MOST_LINES = 12
"""Lines up to which all pairs are asked about."""
HEAD, TAIL = 150, 20
"""Turns that are kept of a long run: at its beginning, and at its end."""
MOST_TASKS = 60
"""Tasks up to which a run can be drawn; of one with more, neither is kept."""
_ENDLESS = {"time", "turns", "output"}
_FOLDERS = re.compile(r"\S*[/\\](?=\w+\.py)")

Film = dict[str, Any]


class Unwatchable(Exception):  # noqa: N818 - a fact about the program
    """The program cannot be watched to its end; the message says why."""


class Endless(Unwatchable):
    """It has no end that could be watched: nobody should be asked to run it."""


def film(path: Path, name: str, pinned: Film | None = None) -> Film:
    """Return the film of a program. ``pinned`` are marks and order of an earlier exploration.

    Raise `Unwatchable` where there is none.
    """
    code = load(path)
    outcome, recorder = _shoot(code, path, None)
    problem = outcome.problem
    if problem is not None and problem.kind not in {"deadlock", "exit"}:
        raise (Endless if problem.kind in _ENDLESS else Unwatchable)(problem.message)
    explored = _explored(code, path) if pinned is None else pinned
    marks = explored["marks"]
    shown: Film = {
        "name": name,
        "python": f"{sys.version_info[0]}.{sys.version_info[1]}",
        **explored,
        **_run(outcome, recorder),
        "others": _others(code, path, recorder, marks),
    }
    folder = f"{path.parent}{os.sep}"
    anywhere: Film = _without_folders(shown, folder)
    if [mark["text"] for mark in anywhere["marks"]] != _without_folders(outcome.output, folder):
        raise Unwatchable("two runs of it print different lines")
    return anywhere


def _explored(code: CodeType, path: Path) -> Film:
    """Return the marks, and the order that is promised if there are few enough lines."""
    source = path.read_text(encoding="utf-8")
    effort = Effort(seconds=50.0)  # turns are to end the search, on a busy machine, too
    found: Film = {"marks": _marks(explore(code, path, effort, source))}
    if len(found["marks"]) <= MOST_LINES:
        found["order"] = dataclasses.asdict(promised(code, path, effort, source))
    return found


def _without_folders(thing: Any, own: str) -> Any:
    """Take folders out of what asyncio prints in debug mode: `own`, and those of Python itself."""
    if isinstance(thing, str):
        return _FOLDERS.sub("", thing.replace(own, ""))
    if isinstance(thing, dict):
        return {key: _without_folders(value, own) for key, value in thing.items()}
    if isinstance(thing, list | tuple):
        return [_without_folders(one, own) for one in thing]
    return thing


def _marks(found: Exploration) -> list[dict[str, Any]]:
    return [
        {
            "text": mark.text,
            "because": mark.because,
            "proven": mark.proven,
            **({"witness": str(mark.witness)} if mark.witness else {}),
        }
        for mark in found.lines
    ]


def _shoot(code: CodeType, path: Path, schedule: Schedule | None) -> tuple[Outcome, Recorder]:
    recorder = Recorder()
    replay = Replay(schedule) if schedule else None
    outcome = execute(code, path, recorder=recorder, chooser=replay, limits=Limits())
    if replay is not None and (divergence := replay.finish(outcome.turns)) is not None:
        raise Unwatchable(str(divergence))
    return outcome, recorder


def _run(outcome: Outcome, recorder: Recorder) -> dict[str, Any]:
    records = recorder.records
    kept = records if len(records) <= HEAD + TAIL else [*records[:HEAD], *records[-TAIL:]]
    made = recorder.made
    if len(made) > MOST_TASKS:
        kept, made = [], []
    # A task that is given a name later has it from the beginning.
    last = records[-1].tasks if records else ()
    names: dict[str | None, str] = {
        one.name: task.name for one, task in zip(recorder.made, last, strict=False)
    }
    error = (outcome.error or "").strip().rpartition("\n")[2]
    return {
        "before": recorder.before,
        "tasks": [
            {"name": names.get(task.name, task.name), "coro": task.coroutine, "by": task.parent}
            for task in made
        ],
        "turns": _turns(kept, names),
        "jobs": [dataclasses.astuple(job) for job in recorder.jobs] if kept else [],
        "omitted": len(records) - len(kept) + recorder.omitted,
        "exit": outcome.exit,
        "error": error or None,
    }


def _turns(records: list[Record], names: dict[str | None, str]) -> list[dict[str, Any]]:
    turns = []
    known: dict[str, list[Any]] = {}
    for record in records:
        turn = record.turn
        states = {names.get(t.name, t.name): [t.state, t.line, t.waiting_on] for t in record.tasks}
        one: dict[str, Any] = {"n": turn.n, "t": round(turn.time, 6)}
        one |= {
            "task": names.get(turn.task, turn.task),
            "cb": turn.callback,
            "int": turn.internal,
            "by": record.thread or turn.parent,
        }
        one |= {"lines": record.lines, "out": record.output, "outside": record.outside}
        one["ready"] = [[names.get(c.task, c.task), c.callback, c.internal] for c in record.ready]
        one["timers"] = [
            [round(c.when or 0.0, 6), c.callback, names.get(c.task, c.task)] for c in record.timers
        ]
        changed = {name: state for name, state in states.items() if known.get(name) != state}
        known = states
        turns.append({**one, "tasks": changed})
    return turns


def _others(
    code: CodeType, path: Path, normal: Recorder, marks: list[dict[str, Any]]
) -> dict[str, dict[str, Any]]:
    """Return the runs of the witnesses, each from the first turn that is another one."""
    others = {}
    for index, mark in enumerate(marks):
        token = mark.get("witness")
        if token is None:
            continue
        outcome, recorder = _shoot(code, path, Schedule.parse(token))
        run = _run(outcome, recorder)
        same = sum(1 for _ in _common(normal.records, recorder.records))
        others[str(index)] = {
            "schedule": token,
            "first": same + 1,
            "output": outcome.output,
            **{key: run[key] for key in ("before", "tasks", "omitted")},
            "turns": run["turns"][same:],
        }
    return others


def _common(one: list[Record], other: list[Record]) -> Any:
    """Yield the records with which two runs begin alike."""
    for a, b in zip_longest(one, other):
        if a is None or b is None or a.turn.key != b.turn.key:
            return
        yield a


def main() -> None:
    """Read requests, one JSON object a line, and answer each: the films of many programs.

    A request has ``name``, ``path`` and ``pinned`` (or null); the answer ``name`` and either
    ``film`` or ``reason``, why there is none, with the ``fault`` of the program if it has one: a
    line (0: none) and what is wrong. There is no answer if the file ``kept``, which a
    request may name, has come into being meanwhile.
    """
    requests = [json.loads(line) for line in sys.stdin]
    with child.saved_stdout() as out:
        for request in requests:
            if "kept" in request and Path(request["kept"]).exists():
                continue
            answer: Film = {"name": request["name"]}
            try:
                answer["film"] = film(Path(request["path"]), request["name"], request["pinned"])
            except (Unwatchable, SyntaxError, ValueError, OSError) as reason:
                answer["reason"] = str(reason)
                if isinstance(reason, SyntaxError):
                    answer["fault"] = reason.lineno or 0, f"syntax error: {reason.msg}"
                elif isinstance(reason, Endless):
                    answer["fault"] = 0, str(reason)
            json.dump(answer, out, ensure_ascii=False)
            out.write("\n")
            out.flush()
    child.leave(0)


if __name__ == "__main__":
    main()
