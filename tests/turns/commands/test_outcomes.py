"""The command ``outcomes``, as a user calls it."""

import json
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from called import turns
from written import ABBA, COUNTER, TIMERS


def _file(source: str, folder: Path) -> Path:
    path = folder / "program.py"
    path.write_text(dedent(source), encoding="utf-8")
    return path


def _data(*arguments: object) -> Any:  # noqa: ANN401 - as JSON has it
    done = turns("outcomes", *arguments)
    assert not done.stderr
    return json.loads(done.stdout)


@pytest.mark.slow
def test_each_outcome_says_where_it_departs_and_how_it_can_be_repeated(tmp_path: Path) -> None:
    """The normal run first and whole, then what depart least, from there on."""
    path = _file(COUNTER, tmp_path)
    done = turns("outcomes", path)
    assert done.returncode == 0
    first, *blocks = done.stdout.rstrip("\n").split("\n\n")
    assert first == "exactly 6 outcomes of all queue schedules"
    assert blocks[0] == ("1  finished: the normal run\n     1 │ 1 a\n     2 │ 2 b\n     3 │ 3 c")
    heading, *lines = blocks[1].split("\n")
    assert lines == ["     1 │ 1 b   (normally 1 a)", "     2 │ 2 a", "     3 │ 3 c"]
    told, _, token = heading.partition("  --schedule ")
    assert told == "2  finished: from line 1 on, 1 departure"
    assert blocks[-1].startswith("6  finished: from line 1 on, 2 departures  --schedule q")
    shown = json.loads(turns("show", path, "--json", "--schedule", token).stdout)
    assert shown["output"] == ["1 b", "2 a", "3 c"]


@pytest.mark.slow
def test_json(tmp_path: Path) -> None:
    """Names and values are fixed: others build on them."""
    found = _data(_file(COUNTER, tmp_path), "--json")
    listed = found.pop("outcomes")
    del found["file"], found["python"]
    assert found == {
        "schedules": "queue",
        "count": 6,
        "exact": True,
        "inexact": "",
        "unknown": [],
        "remarks": [],
        "order": None,
    }
    assert [one["departures"] for one in listed] == [0, 1, 1, 1, 1, 2]
    assert listed[0] == {
        "lines": ["1 a", "2 b", "3 c"],
        "end": "finished",
        "detail": "",
        "waiting": [],
        "cycle": [],
        "departures": 0,
        "schedule": "q",
        "departs_at": 4,
    }
    assert len({tuple(one["lines"]) for one in listed}) == 6


@pytest.mark.slow
def test_a_deadlock_says_who_waits_for_whom(tmp_path: Path) -> None:
    """The locks, who holds them, and the cycle; in words and in data."""
    path = _file(ABBA, tmp_path)
    text = turns("outcomes", path).stdout
    assert text.startswith("exactly 3 outcomes of all queue schedules\n")
    assert text.endswith(
        "3  deadlock: 1 departure  --schedule q2h6cc3\n"
        "       not printed: one, two, done\n"
        "       Task-1: line 17: gather(Task-2, Task-3)\n"
        "       Task-2: line 5: Lock.acquire() of b, held by Task-3\n"
        "       Task-3: line 13: Lock.acquire() of a, held by Task-2\n"
        "       each waits for the next: Task-2 → Task-3 → Task-2\n"
    )
    (found,) = (one for one in _data(path, "--json")["outcomes"] if one["end"] == "deadlock")
    assert found["cycle"] == ["Task-2", "Task-3"]
    second = {"task": "Task-2", "line": 5, "on": "Lock.acquire()", "thing": "b", "holder": "Task-3"}
    assert found["waiting"][1] == second


@pytest.mark.slow
def test_it_is_said_which_lines_an_outcome_lacks(tmp_path: Path) -> None:
    """Those at the end would be nowhere to be seen else; where others stand instead, these are."""
    path = _file(
        """
        import asyncio
        async def late():
            for n in range(14):
                print("late", n)
        async def main():
            task = asyncio.create_task(late())
            print("begin")
            await asyncio.sleep(0)
        asyncio.run(main())
        """,
        tmp_path,
    )
    _, _, lacking = turns("outcomes", path).stdout.rstrip("\n").split("\n\n")
    heading, only = lacking.split("\n")
    assert heading.startswith("2  finished: 1 departure  --schedule q")
    shown = ", ".join(f"late {n}" for n in range(12))
    assert only == f"       not printed: {shown} and 2 more lines"
    assert "not printed" not in turns("outcomes", _file(COUNTER, tmp_path)).stdout


@pytest.mark.slow
def test_clock_schedules_have_more(tmp_path: Path) -> None:
    """There a timer comes early, and the token says of which kind a schedule is."""
    path = _file(TIMERS, tmp_path)
    assert _data(path, "--json")["count"] == 1
    found = _data(path, "--json", "--clock")
    assert (found["schedules"], found["count"]) == ("clock", 2)
    assert found["outcomes"][1]["lines"] == ["large", "small"]
    assert found["outcomes"][1]["schedule"].startswith("c")
    assert turns("outcomes", path).stdout.startswith("exactly 1 outcome of all queue schedules\n")


@pytest.mark.slow
def test_many_outcomes_are_summed_up(tmp_path: Path) -> None:
    """Of those that are not listed it is said how many there are, and what all have in common."""
    path = _file(
        """
        import asyncio
        async def say(name):
            print(name, 1)
            await asyncio.sleep(0)
            print(name, 2)
        async def main():
            print("begin")
            late = asyncio.create_task(say("late"))
            await asyncio.gather(say("a"), say("b"), say("c"))
            print("end")
        asyncio.run(main())
        """,
        tmp_path,
    )
    text = turns("outcomes", path).stdout
    found = _data(path, "--json")
    assert found["exact"]
    assert found["count"] > len(found["outcomes"]) == 20
    assert f"exactly {found['count']:,} outcomes of all queue schedules\n" in text
    assert f"and {found['count'] - 20:,} more, which depart further\n" in text
    assert "in all of them: 8 of the normal run's 10 lines\n" in text
    assert "  not in some: late 1, late 2\n" in text
    assert "  always in this order: a 1 < a 2 < end\n" in text
    assert found["order"]["always"] == [
        *("begin", "a 1", "b 1", "c 1", "a 2", "b 2", "c 2", "end"),
    ]
    assert found["order"]["chains"][:2] == [["begin", "late 1", "late 2"], ["a 1", "a 2", "end"]]


@pytest.mark.slow
def test_the_map(tmp_path: Path) -> None:
    """All states as data; of a program about which nothing can be proven there is none."""
    found = _data(_file(ABBA, tmp_path), "--map")
    assert found.keys() == {
        *("file", "schedules", "cut", "start", "places", "futures", "ends"),
    }
    assert (found["schedules"], found["cut"]) == ("queue", "")
    assert found["places"][0]["steps"][0].keys() == {"who", "runs", "lines", "to", "end"}
    assert {end["kind"] for end in found["ends"]} == {"finished", "deadlock"}
    assert _data(_file(TIMERS, tmp_path), "--map", "--clock")["schedules"] == "clock"
    none = _data(
        _file("import threading\nthreading.Thread(target=print).start()", tmp_path), "--map"
    )
    assert (bool(none["cut"]), none["places"]) == (True, [])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("source", "status", "told"),
    [
        ("print('end')", 0, "exactly 1 outcome of all queue schedules\n"),
        ("import sys; sys.exit(3)", 1, "1  exit (3): the normal run\n"),
        ("raise ValueError('no')", 1, "1  failed (ValueError: no): the normal run\n"),
        ("import random; print(random.choice([1]))", 0, "nothing is proven: line 1: random"),
        (
            "import subprocess; subprocess.run(['true'])",
            2,
            "nothing is known: the program was stop",
        ),
        ("while True: pass", 1, "nothing is known: the program was stopped: "),
    ],
)
def test_exit_status(source: str, status: int, told: str, tmp_path: Path) -> None:
    """0 fine, 1 the program failed, 2 it cannot be run here."""
    limit = ("--limit", 2) if "while" in source else ()
    done = turns("outcomes", _file(source, tmp_path), *limit)
    assert done.returncode == status, done
    assert told in done.stdout
    assert not done.stderr


def test_what_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    """With the file's name, and status 2."""
    done = turns("outcomes", tmp_path / "none.py")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"{tmp_path / 'none.py'}: there is no such file\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    "command", [["outcomes", "--json"], ["outcomes", "--map"], ["why", "--json"]]
)
@pytest.mark.parametrize(
    "patch",
    [
        "import json; json.JSONEncoder.default = json.JSONEncoder.encode = lambda *_: 'broken'",
        "import json; json.dump = json.dumps = lambda *_, **__: 'broken'",
        "import json.encoder as e; e.c_make_encoder = None; e.encode_basestring = repr",
        "import builtins; builtins.repr = builtins.ascii = lambda *_: 'broken'",
        "import os; os.write(1, b'broken'); os.close(1)",
    ],
)
def test_json_stays_whole(command: list[str], patch: str, tmp_path: Path) -> None:
    """Whatever the program does to what writes it: that happens in a process of its own."""
    done = turns(*command, _file(f"print('one')\n{patch}\nprint('two')\n", tmp_path))
    found = json.loads(done.stdout)
    assert found["file"] == str(tmp_path / "program.py")
    assert not done.stderr
