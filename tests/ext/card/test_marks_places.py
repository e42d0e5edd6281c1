"""Which mark belongs to which line of a block."""

from pathlib import Path

import pytest
from docutils import nodes
from turns.snippet.grammar import parse

from card import marks


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
    assert marks.places(output.lines, printed) == found


FILM = {
    "marks": [
        {"text": "a", "because": "first", "proven": True},
        {"text": "b", "because": "clock", "proven": False, "witness": "c1.10000"},
        {"text": "c", "because": "program", "proven": True},
    ]
}


@pytest.mark.parametrize(("language", "word"), [("en", "clock?"), ("zh_CN", "时钟？")])
def test_a_mark_says_what_it_knows(language: str, word: str) -> None:
    """Its word, both lines, whether it is proven; and it has a witness or none."""
    mark = marks.mark(FILM, 1, "card", language)
    assert mark["name"] == word
    assert "“b”" in mark["why"]
    assert "“a”" in mark["why"]
    assert mark["witness"]
    assert mark["ident"] == "card-mark-1"
    other = marks.mark(FILM, 2, "card", language)
    assert not other["witness"]
    assert len(other["why"]) < len(mark["why"])


def test_the_first_line_has_an_empty_column() -> None:
    """Nothing is above it."""
    first = marks.mark(FILM, 0, "card", "en")
    assert isinstance(first, nodes.inline)
    assert first["because"] == "first"
