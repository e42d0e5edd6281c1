"""Films: made once, kept by content, and of the same bytes everywhere."""

import json
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sphinx.testing.util import SphinxTestApp
from tools.project import HERE

from card import recordings

KETTLES = HERE.snippets / "event_loop" / "two_kettles.py"
MOST = 8_000
"""Bytes that a film may have when it is compressed."""


@pytest.fixture
def small(tmp_path: Path) -> recordings.Films:
    """Return the films of one snippet, without pins."""
    (tmp_path / "snippets" / "event_loop").mkdir(parents=True)
    shutil.copy(KETTLES, tmp_path / "snippets" / "event_loop")
    return recordings.Films(tmp_path / "snippets", tmp_path / "pins", tmp_path / "cache")


def test_a_film_has_marks_turns_and_other_runs(small: recordings.Films) -> None:
    """As the module says; each other run begins where it differs and reverses its lines."""
    small.prepare()
    film = small.film("event_loop/two_kettles")
    assert film is not None
    assert [mark["because"] for mark in film["marks"]] == ["first", "queue", "clock", "clock"]
    tasks = [(task["name"], task["coro"]) for task in film["tasks"][:3]]
    assert tasks == [("Task-1", "main"), ("Task-2", "boil"), ("Task-3", "boil")]
    assert [line for turn in film["turns"] for line in turn["out"]] == [
        mark["text"] for mark in film["marks"]
    ]
    pairs = [[0, 2], [0, 3], [1, 2], [1, 3], [2, 3]]
    assert film["order"] == {"pairs": pairs, "proven": True}
    texts = [mark["text"] for mark in film["marks"]]
    for index, other in film["others"].items():
        above, line = texts[int(index) - 1], texts[int(index)]
        assert other["output"].index(line) < other["output"].index(above)
        assert other["turns"][0]["n"] == other["first"]
        usual = film["turns"][other["first"] - 1]
        assert (usual["task"], usual["cb"], usual["by"]) != tuple(
            other["turns"][0][key] for key in ("task", "cb", "by")
        )


def test_films_are_made_once(small: recordings.Films, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a changed file is run again; what cannot be read makes no film."""
    asked: list[str] = []
    shoot = recordings.shoot

    def counting(requests: object) -> dict[str, recordings.Film]:
        listed = list(requests)  # type: ignore[call-overload]
        asked.extend(request["name"] for request in listed)
        return shoot(listed)

    monkeypatch.setattr(films, "shoot", counting)
    small.prepare()
    small.prepare()
    assert asked == ["event_loop/two_kettles"]
    (small.root / "event_loop" / "broken.py").write_text("def", encoding="utf-8")
    small.prepare()
    assert asked[1:] == ["event_loop/broken"]
    assert small.film("event_loop/broken") is None
    assert small.film("event_loop/missing") is None
    with (small.root / "event_loop" / "two_kettles.py").open("a", encoding="utf-8") as file:
        file.write("\n")
    small.prepare()
    assert asked[2:] == ["event_loop/two_kettles"]


def test_pins_spare_the_search(small: recordings.Films, tmp_path: Path) -> None:
    """What is pinned for the file's content is taken as it is; for other content it is not."""
    (tmp_path / "pins").mkdir()
    pins = json.loads((HERE.docs / "_marks" / "3.11.json").read_text(encoding="utf-8"))
    pin = pins["event_loop/two_kettles"]
    pin["film"]["marks"][1]["proven"] = False
    (tmp_path / "pins" / f"{recordings.PYTHON}.json").write_text(json.dumps(pins), encoding="utf-8")
    pinned = recordings.Films(small.root, tmp_path / "pins", tmp_path / "cache")
    path = small.root / "event_loop" / "two_kettles.py"
    assert pinned.pinned("event_loop/two_kettles", path) == pin["film"]
    pinned.prepare()
    film = pinned.film("event_loop/two_kettles")
    assert film is not None
    assert film["marks"][1]["proven"] is False
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert pinned.pinned("event_loop/two_kettles", path) is None


def test_films_do_not_depend_on_folder_or_hash_seed(tmp_path: Path) -> None:
    """Two builds in different folders come out the same, byte by byte."""
    outputs = []
    for number in (1, 2):
        folder = tmp_path / str(number)
        folder.mkdir()
        requests = ""
        for name in ("await/debug_mode", "event_loop/two_kettles", "scheduling/taskgroup_cancels"):
            path = folder / f"{name.rpartition('/')[2]}.py"
            shutil.copy(HERE.snippets / f"{name}.py", path)
            requests += json.dumps({"name": name, "path": str(path), "pinned": None}) + "\n"
        environment = {**os.environ, "PYTHONPATH": str(recordings.TURNS.parent)}
        done = subprocess.run(
            [sys.executable, "-m", "turns.film"],
            input=requests.encode(),
            capture_output=True,
            env={**environment, "PYTHONHASHSEED": str(number)},
            check=True,
        )
        outputs.append(done.stdout)
    assert outputs[0] == outputs[1]
    assert outputs[0].count(b'"film"') == 3


def test_what_another_build_has_made_is_not_made_again(tmp_path: Path) -> None:
    """Both languages are built at once; each makes what the other has not come to."""
    there = tmp_path / "there.json"
    there.touch()
    name = "event_loop/two_kettles"
    request = {"name": name, "path": str(KETTLES), "pinned": None}
    answers = recordings.shoot([{**request, "kept": str(there)}, {**request, "kept": "nothing"}])
    assert [answer["name"] for answer in answers] == [name]


def test_films_that_take_too_long_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """The build goes on without them."""
    monkeypatch.setattr(films, "PATIENCE", 0.01)
    with pytest.raises(TimeoutError):
        list(recordings.shoot([{"name": "a", "path": str(KETTLES), "pinned": None}]))


def test_patience_is_for_one_film(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many snippets there are: with each answer it begins anew."""
    begun = []

    class Timer(threading.Timer):
        def start(self) -> None:
            begun.append(self.interval)
            super().start()

    monkeypatch.setattr(threading, "Timer", Timer)
    requests = [{"name": name, "path": str(KETTLES), "pinned": None} for name in "abc"]
    assert [answer["name"] for answer in recordings.shoot(requests)] == list("abc")
    assert begun == [recordings.PATIENCE] * 4  # the last one is for the end


@pytest.mark.filterwarnings("ignore:'myst_parser")
@pytest.mark.sphinx("html", testroot="card", srcdir="card-changed")
def test_a_changed_snippet_has_a_new_film_in_the_next_build(app: SphinxTestApp) -> None:
    """Live preview builds with one application: marks, pictures and questions must not get lost."""
    app.build()
    shown = app.outdir / "_static" / "films" / "event_loop--two_kettles.js"
    assert "little: on" not in shown.read_text(encoding="utf-8")
    snippet = app.srcdir / "snippets" / "event_loop" / "two_kettles.py"
    text = snippet.read_text(encoding="utf-8")
    snippet.write_text(text.replace("small", "little"), encoding="utf-8")
    app.build()
    assert "little: on" in shown.read_text(encoding="utf-8")
    page = (app.outdir / "index.html").read_text(encoding="utf-8")
    assert 'data-film="event_loop/two_kettles"' in page
    written = shown.stat().st_mtime_ns
    (app.srcdir / "index.md").touch()
    app.build()
    assert shown.stat().st_mtime_ns == written
    snippet.unlink()
    app.build()
    assert not shown.exists()
