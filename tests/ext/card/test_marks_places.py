"""Which mark belongs to which line of a block."""

import re
from itertools import chain
from pathlib import Path

import pytest
from findings_of import NORMAL, findings

from card import marks
from card.agreement import places
from language.languages import CHINESE, ENGLISH, LANGUAGES, Language
from turns.exploring.marks import Mark
from turns.snippet.grammar import parse


@pytest.mark.parametrize(
    ("block", "printed", "found"),
    [
        (["a", "b"], ["a", "b"], {0: 0, 1: 1}),
        (["a...", "b"], ["a 1", "b"], {0: 0, 1: 1}),
        (["a", "a"], ["a", "a"], {0: 0, 1: 1}),
        (["~ a", "~ b"], ["b", "a"], {0: 1, 1: 0}),
        (["a", "b"], ["a", "c"], {}),
        (["a"], ["a", "b"], {}),
        (["a", "b"], ["a"], {}),
    ],
)
def test_places(
    block: list[str], printed: list[str], found: dict[int, int], tmp_path: Path
) -> None:
    """Lines are matched as the check does; a block that is not this output gets no marks."""
    source = '"""x"""\nprint()\n\n# Output:\n' + "".join(f"# {line}\n" for line in block)
    (output,) = parse(source, tmp_path / "x.py").outputs
    assert places(output.lines, printed) == found


KINDS = ("program", "documented", "clock", "queue", "nobody", "unknown")
DEPARTING = KINDS[1:]


def explained(mark: Mark, language: Language = ENGLISH, *, first: bool = False) -> str:
    """Return what is said of a mark: of line “b” below “a”, or of the first line."""
    above = [] if first else [Mark("a", "program")]
    found = findings([*above, mark])
    why: str = marks.mark(found, len(above), "card", language)["why"]
    return why


@pytest.mark.parametrize(("language", "word"), [(ENGLISH, "clock"), (CHINESE, "时钟")])
def test_a_mark_says_what_it_knows(language: Language, word: str) -> None:
    """Its word, and both lines; and it has a witness or none."""
    found = findings([Mark("a", "program"), Mark("b", "clock", "earlier", NORMAL)])
    mark = marks.mark(found, 1, "card", language)
    assert mark["name"] == word
    assert "“b”" in mark["why"]
    assert "“a”" in mark["why"]
    assert mark["schedule"]
    assert mark["what_if"]
    assert mark["ident"] == "card-mark-1"
    other = marks.mark(found, 0, "card", language)
    assert not other["schedule"]
    assert not other["what_if"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mark_explains_itself(language: Language) -> None:
    """By its own word, and differently whether the line can be earlier or missing."""
    said = [
        explained(Mark("b", kind, how), language)
        for kind in DEPARTING
        for how in ("earlier", "missing")
    ]
    assert len({*said}) == len(said)
    for kind, why in zip(chain.from_iterable((one, one) for one in DEPARTING), said, strict=True):
        name: str = marks.mark(findings([Mark("b", kind)]), 0, "card", language)["name"]
        assert why.lower().startswith(name)
        assert "{" not in why


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_first_line_has_none_above(language: Language, kind: str) -> None:
    """What is said of it names no other line."""
    mark = Mark("b", kind, "" if kind == "program" else "missing")
    why = explained(mark, language, first=True)
    assert {*re.findall("“(.*?)”", why)} == {"b"}


def test_what_was_found_is_said_of_an_unknown_line() -> None:
    """A run in which it departs is shown all the same."""
    known = explained(Mark("b", "unknown"))
    assert explained(Mark("b", "unknown", "earlier")).endswith("prints it earlier than “a”.")
    assert explained(Mark("b", "unknown", "missing")).endswith("does not print it.")
    assert "found" not in known


def test_each_mark_has_a_shape_of_its_own() -> None:
    """Colour is not needed to tell them apart."""
    assert set(marks.SHAPES) == set(KINDS)
    assert len({*marks.SHAPES.values()}) == len(KINDS)
