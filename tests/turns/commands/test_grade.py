"""The command ``grade``, as a user calls it."""

import json
from pathlib import Path

import pytest
from called import ROOT, turns

FOLDER = ROOT / "docs" / "_challenges"
SLEEP = FOLDER / "sleep_as_order.py"


@pytest.mark.slow
def test_a_challenge_itself_is_not_reached() -> None:
    """The run that shows it is there, and can be repeated."""
    done = turns("grade", SLEEP, "--lang", "en")
    assert (done.returncode, done.stderr) == (1, "")
    first, goal, empty, *rest = done.stdout.splitlines()
    assert first.startswith("Not reached. It can go wrong with 1 decision against the queue: ")
    assert goal.startswith("\N{MULTIPLICATION SIGN} Always print exactly this")
    assert empty == ""
    assert rest[:-1] == ["It prints:", "  \u2502 cooking", "  \u2502 shopping is done"]
    token = rest[-1].removeprefix("That run: --schedule ")
    shown = json.loads(turns("show", SLEEP, "--json", "--schedule", token).stdout)
    assert shown["output"] == ["cooking", "shopping is done"]


@pytest.mark.slow
def test_its_solution_is() -> None:
    """In Chinese as well, and as data."""
    solution = FOLDER / "solutions" / SLEEP.name
    done = turns("grade", SLEEP, solution, "--lang", "zh")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == "达成：在每一种调度方案下都得到了证明。"
    done = turns("grade", SLEEP, solution, "--json")
    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert (found["verdict"], found["run"]) == ("reached", None)


@pytest.mark.slow
def test_what_is_malformed_is_one_line(tmp_path: Path) -> None:
    """A challenge, an answer, and a file that is not there."""
    wrong = tmp_path / "wrong.py"
    wrong.write_text(SLEEP.read_text("utf-8").replace("order", "odrer"), encoding="utf-8")
    answer = tmp_path / "answer.py"
    answer.write_text("import asyncio\n)\n", encoding="utf-8")
    nowhere = tmp_path / "nowhere.py"
    for arguments, said in (
        ((wrong,), f"{wrong}:25: `odrer` is no goal; did you mean `order`?"),
        ((SLEEP, answer), f"{answer}: line 2: SyntaxError: unmatched ')'"),
        ((nowhere,), f"{nowhere}: there is no such file"),
        ((SLEEP, nowhere), f"{nowhere}: there is no such file"),
    ):
        done = turns("grade", *arguments)
        assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{said}\n")
