"""The command ``record``, which builds of the site call: a literal for each request."""

import ast
import json
from pathlib import Path

import pytest
from called import turns
from written import ABBA, COUNTER

from turns.commands.record import answer
from turns.exploring import findings
from turns.exploring.findings import Findings, Refusal


def _recorded(folder: Path, **sources: str) -> list[object]:
    """Return the answers about these programs, by name, as `findings.read` takes them."""
    requests = ""
    for name, source in sources.items():
        path = folder / f"{name}.py"
        path.write_text(source, encoding="utf-8")
        requests += json.dumps({"name": name, "path": str(path)}) + "\n"
    done = turns("record", stdin=requests)
    assert (done.returncode, done.stderr) == (0, "")
    return [ast.literal_eval(line) for line in done.stdout.splitlines()]


@pytest.mark.slow
def test_each_request_is_answered_with_a_line(tmp_path: Path) -> None:
    """In their order, and whatever a program does to what writes it."""
    garbles = "import json, builtins\njson.dumps = builtins.ascii = lambda *_: 'broken'\nprint(1)\n"
    broken = "def\n"
    answers = _recorded(tmp_path, garbles=garbles, broken=broken, counter=COUNTER)
    first, second, third = map(findings.read, answers)
    assert isinstance(first, Findings)
    assert [mark.text for mark in first.marks] == ["1"]
    assert isinstance(second, Refusal)
    assert (second.name, second.line, second.fault) == ("broken", 1, True)
    assert isinstance(third, Findings)
    assert third.outcomes["queue"].count == 6


@pytest.mark.slow
def test_an_answer_survives_the_way_through_json(tmp_path: Path) -> None:
    """All of it: schedules that hold, who waits for what, the orders of lines."""
    path = tmp_path / "program.py"
    path.write_text(ABBA, encoding="utf-8")
    found = answer(path, "program")
    (data,) = _recorded(tmp_path, program=ABBA)
    assert findings.read(json.loads(json.dumps(data))) == found
    assert isinstance(found, Findings)
    (stuck,) = (one for one in found.outcomes["queue"].listed if one.end.kind == "deadlock")
    assert [one.holder for one in stuck.end.waiting] == ["", "Task-3", "Task-2"]
    assert str(stuck.witness.schedule) == "q2h6cc3"
    assert found.orders is not None


@pytest.mark.slow
def test_what_departs_is_recorded_from_where_it_is_another_run(tmp_path: Path) -> None:
    """The witnesses of lines and the outcomes, once each, without the turns that both have."""
    path = tmp_path / "program.py"
    path.write_text(COUNTER, encoding="utf-8")
    found = answer(path, "program")
    assert isinstance(found, Findings)
    witnesses = [mark.witness for mark in found.marks]
    witnesses += [one.witness for outcomes in found.outcomes.values() for one in outcomes.listed]
    schedules = {one.schedule for one in witnesses if one is not None and one.departures}
    assert {one.schedule for one in found.departures} == schedules
    assert len(found.departures) == len(schedules) > 1
    for one in found.departures:
        assert one.recording.turns[0].number == one.first > 1
        assert [mark.text for mark in found.marks] != [*one.recording.output]


@pytest.mark.parametrize(
    ("source", "reason", "fault"),
    [
        ("def", "syntax error: ", True),
        ("print(1)\0", "source code string cannot contain null bytes", True),
        ("import subprocess; subprocess.run(['true'])", "subprocess.run()", False),
    ],
)
def test_what_cannot_be_recorded_is_refused(
    source: str, reason: str, fault: bool, tmp_path: Path
) -> None:
    """With the reason, and whether nobody should be asked to run it."""
    path = tmp_path / "program.py"
    path.write_text(source, encoding="utf-8")
    found = answer(path, "program")
    assert isinstance(found, Refusal)
    assert reason in found.reason
    assert found.fault is fault
