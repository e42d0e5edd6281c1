"""What is pinned of the snippets: compared, accepted, and written so that a change can be read."""

import json
import signal
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from card.store import Recordings
from tools import recordings
from tools.building import recording_process
from tools.interpreters import Python
from tools.project import HERE, Project
from turns.exploring.findings import Answer, Refusal

MARK = {"text": "x", "because": "program", "departs": "", "witness": None}


def answer(**changed: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return as much of an answer as is compared."""
    return {"name": "a", "digest": "1", "marks": [MARK], "recording": {"turns": []}, **changed}


@pytest.mark.parametrize(
    ("after", "lines"),
    [
        ({"a": answer()}, []),
        (
            {"a": answer(marks=[{**MARK, "because": "queue", "departs": "earlier"}])},
            ["a: other marks", "  - program | x", "  + queue earlier | x"],
        ),
        ({"a": answer(recording={"turns": [1]})}, ["a: other recording"]),
        ({}, ["a: there is no such snippet"]),
        ({"a": answer(), "b": answer()}, ["b: not pinned yet"]),
    ],
)
def test_what_changed_is_named(after: dict[str, Any], lines: list[str]) -> None:
    """By snippet and part; of marks, old and new are both shown."""
    assert list(recordings.differences({"a": answer()}, after)) == lines


def test_accepting_pins_what_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is as it was is left alone; what has no snippet any more goes."""
    monkeypatch.setattr(recordings, "HERE", Project(tmp_path))
    store = Recordings(tmp_path / "snippets", tmp_path / "pins", tmp_path / "kept")
    (store.snippets / "a").mkdir(parents=True)
    for name in "xy":
        (store.snippets / f"a/{name}.py").touch()
    one, two = (Refusal(f"a/{name}", "0", "3.14", "why", 0, fault=False) for name in "xy")

    def said(answers: list[Answer]) -> list[str]:
        assert recordings.accept(store, answers) == 0
        return capsys.readouterr().out.splitlines()

    assert said([one, two]) == ["pinned pins/a/x.json", "pinned pins/a/y.json"]
    assert said([one]) == []
    (store.snippets / "a/y.py").unlink()
    assert said([one]) == ["removed pins/a/y.json"]


@pytest.mark.slow
def test_what_contradicts_its_output_is_not_pinned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its card would have no marks; the line says where, and nothing else is pinned either."""
    monkeypatch.setattr(recordings, "HERE", Project(tmp_path))
    store = Recordings(tmp_path / "snippets", tmp_path / "pins", tmp_path / "kept")
    for name in ("right", "wrong"):
        path = store.snippets / f"{name}.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f'"""It prints."""\n\nprint("right")\n\n# Output:\n# {name}\n', "utf-8")
    answers = list(recordings.record(store.sources()))
    assert recordings.accept(store, answers) == 1
    first, *rest = capsys.readouterr().out.splitlines()
    assert first.startswith("snippets/wrong.py:6: the recording on Python 3.")
    assert rest == ["recordings: nothing is pinned"]
    assert list(store.pins()) == []
    (store.snippets / "wrong.py").unlink()
    assert recordings.accept(store, answers[:1]) == 0
    assert len(list(store.pins())) == 1


def test_what_is_written_can_be_read_and_compared() -> None:
    """It is JSON, an entry a line where a line would be too long."""
    data = {"short": [1, 2], "long": [{"text": "x" * 40, "n": n} for n in range(3)]}
    text = recordings.written(data)
    assert json.loads(text) == data
    assert text.endswith("}\n")
    assert '\n "short": [1, 2],\n' in text
    assert max(map(len, text.splitlines())) <= 100


def test_every_text_is_pinned_and_every_pin_has_a_text() -> None:
    """Whatever Python is here; `nox -s recordings` compares on the one that records."""
    store = recordings.recordings_of(HERE)
    stale = [*recordings.stale(store)]
    assert not stale, "\n".join([*stale, "accept with: nox -s recordings -- --accept"])


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_ends_what_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It reaches this process alone; the pool must not wait for programs that never end."""
    project = Project(tmp_path)
    project.snippets.mkdir()
    for name in ("endless", "sleepless"):
        text = "while True:\n    pass\n"
        (project.snippets / f"{name}.py").write_text(text, encoding="utf-8")
    here = Python(Path(sys.executable), recordings.REFERENCE, 0)
    monkeypatch.setattr(recordings, "HERE", project)
    monkeypatch.setattr(recordings, "installed", lambda: [here])
    monkeypatch.setattr(recording_process, "_abandoned", threading.Event())
    main = threading.main_thread().ident
    assert main is not None
    children: list[Any] = []
    real = recording_process._start  # noqa: SLF001

    def start(python: str) -> Any:  # noqa: ANN401
        children.append(real(python))
        if len(children) == 2:
            signal.pthread_kill(main, signal.SIGINT)
        return children[-1]

    monkeypatch.setattr(recording_process, "_start", start)
    assert recordings.main([]) == 130
    killed = [-signal.SIGKILL] * 2  # who is waited for ends by itself, with 0
    assert [child.wait() for child in children] == killed
    assert "interrupted; what is pinned is as it was" in capsys.readouterr().err
