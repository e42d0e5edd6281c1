"""What a card says, as data: whole, the same as its page shows, and made without Sphinx."""

import json
import subprocess
import sys
from dataclasses import asdict

import pytest

from card import marks, outcomes, playing
from card.saying import describe, say
from card.store import Recordings
from language.languages import CHINESE, ENGLISH, LANGUAGES, Language
from tools.project import HERE
from turns.exploring.findings import Findings
from turns.exploring.watching import without_folders

EXTENSIONS = HERE.docs / "_ext"


@pytest.fixture(scope="module")
def pinned() -> list[Findings]:
    """Return what is pinned of all snippets."""
    store = Recordings(HERE.snippets, HERE.docs / "_recordings", HERE.build / "recordings")
    found = [store.of(name) for name in store.sources()]
    return [one.findings for one in found if one is not None and one.findings is not None]


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_shows_what_is_said(pinned: list[Findings], language: Language) -> None:
    """Each mark has all of its line; the list has every outcome; the game has every proof."""
    assert len(pinned) > 50
    for found in pinned:
        said = say(found, language)
        assert len(said.lines) == len(found.marks)
        for index, line in enumerate(said.lines):
            shown = marks.mark(found, index, "card", language).attributes
            assert shown | asdict(line) == shown
        listed = outcomes.element(found, language).astext()
        assert listed.startswith(said.outcomes.sentence)
        all_ = said.outcomes
        texts = [all_.sentence, all_.others, *(one.said for one in all_.items)]
        assert "".join(listed.split("\n\n")) == "".join([*texts, all_.more])
        assert playing.element(found, language)["proofs"] == said.proofs


@pytest.mark.slow
def test_it_is_plain_json(pinned: list[Findings]) -> None:
    """Of dataclasses, with texts at the end of each."""

    def leaves(data: object) -> list[object]:
        if isinstance(data, dict):
            return [leaf for one in data.values() for leaf in leaves(one)]
        if isinstance(data, list):
            return [leaf for one in data for leaf in leaves(one)]
        return [data]

    for found in pinned:
        data = describe(found, "zh")
        assert json.loads(json.dumps(data)) == data
        assert all(type(leaf) is str for leaf in leaves(data))


def test_nothing_but_its_files_and_turns_is_imported() -> None:
    """No other module of ours, and none that has to be installed."""
    program = "import sys, card.saying; print(*(getattr(one, '__file__', None) for one in"
    listed = subprocess.check_output(
        [sys.executable, "-S", "-c", f"{program} list(sys.modules.values())))"],
        env={"PYTHONPATH": f"{HERE.root}:{EXTENSIONS}"},
        text=True,
    ).split()
    assert not [file for file in listed if "site-packages" in file]
    ours = {file.removeprefix(f"{EXTENSIONS}/") for file in listed if str(EXTENSIONS) in file}
    assert "card/saying/__init__.py" in ours
    pure = ("card/__init__.py", "card/saying/", "language/")
    assert not [file for file in ours if not file.startswith(pure)]


@pytest.mark.slow
def test_what_cards_leave_out(pinned: list[Findings]) -> None:
    """Who is who, what became of tasks, and why nothing is proven, in whole sentences."""
    by_name = {found.name: found for found in pinned}
    besides = say(by_name["await/thread_not_cancelled"], ENGLISH).besides
    assert besides.tasks == "Tasks: Task-1 main, Task-2 to_thread."
    assert besides.facts[-1].endswith("asyncio_0, which it had asked, goes on until turn 10.")
    assert besides.unproven == (
        (
            "Nothing is proven, for the search cannot follow threading.Event (lines 10, 11),"
            " asyncio.to_thread (line 22)."
        ),
    )
    for found in pinned:
        for said in (say(found, CHINESE).besides.facts, say(found, CHINESE).besides.unproven):
            assert all(one.endswith("。") for one in said)
        assert bool(say(found, ENGLISH).besides.unproven) == bool(found.unknown)


@pytest.mark.slow
def test_what_is_found_in_a_browser_is_described_as_here(pinned: list[Findings]) -> None:
    """There, findings have lost the names of folders, and are described before they are JSON."""
    for found in pinned:
        assert describe(without_folders(found, "/no/such/folder/"), "en") == describe(found, "en")
