"""The grammar of a snippet file."""

from pathlib import Path

import pytest

from turns.snippet import grammar
from turns.snippet.grammar import SnippetError

PATH = Path("chapter/name.py")


def parse(text: str) -> grammar.Snippet:
    """Parse ``text`` as a file that only errors name."""
    return grammar.parse(text, PATH)


def test_takes_a_file_apart() -> None:
    """Docstring, code, settings and blocks are found, with their lines."""
    found = parse(
        '"""Two kettles.\n\n两只水壶。\n"""\n\nimport asyncio\n\nprint(1)\n# a comment\n\n'
        "# Requires: Python 3.12\n# Exit: 1\n# Error: ValueError: x\n\n"
        "# Output:\n# one\n#\n\n# Output (3.13+):\n# two\n"
    )
    assert found.docstring == "Two kettles.\n\n两只水壶。"
    assert found.code == "import asyncio\n\nprint(1)\n# a comment\n"
    assert found.code_lineno == 6
    assert (found.requires, found.exit, found.error) == ((3, 12), 1, "ValueError: x")
    assert [(o.since, o.lineno) for o in found.outputs] == [(None, 15), ((3, 13), 19)]
    assert [(line.text, line.lineno) for line in found.outputs[0].lines] == [("one", 16), ("", 17)]


def test_lanes_and_groups() -> None:
    """A run of `~` lines is a group; a bare `~` is a lane of its own; `~~` is a text."""
    (output,) = parse("x\n# Output:\n# ~a one\n# ~ two\n# ~~ plain\n# ~b  three\n").outputs
    assert [(line.text, line.lane, line.group) for line in output.lines] == [
        ("one", "a", 0),
        ("two", "~4", 0),
        ("~ plain", None, None),
        (" three", "b", 1),
    ]


@pytest.mark.parametrize(
    ("version", "text"),
    [((3, 11), "old"), ((3, 12), "new"), ((3, 13), "new"), ((3, 14), "newest")],
)
def test_the_most_specific_block_applies(version: tuple[int, int], text: str) -> None:
    """The last block whose version is not above the interpreter's is the one."""
    found = parse("x\n# Output:\n# old\n# Output (3.12+):\n# new\n\n# Output (3.14+):\n# newest\n")
    assert [line.text for line in found.output_for(version).lines] == [text]


def test_an_empty_block_means_no_output() -> None:
    """A program may print nothing."""
    assert parse("x = 1\n# Output:\n").outputs[0].lines == ()


def test_line_endings_do_not_matter() -> None:
    """A file saved on Windows means the same."""
    text = '"""Doc."""\nprint()\n# Output:\n#\n# ~ x\n'
    assert parse(text.replace("\n", "\r\n")) == parse(text)


@pytest.mark.parametrize(
    ("text", "docstring"),
    [
        ("'''Doc.'''\nx\n", "Doc."),
        ("#!/usr/bin/env python\n# comment\n\n'Doc.'  # why\nx\n", "Doc."),
        ("'Doc.' ' More.'\nx\n", "Doc. More."),
        ("f'{x}'\nx\n", ""),
        ("b'x'\nx\n", ""),
        ("x = 'no'\n", ""),
        ("'no' + 'no'\n", ""),
        ("template = t'{newer}' ??\n", ""),
    ],
)
def test_docstring(text: str, docstring: str) -> None:
    """The first string is found as Python finds it, in a file of any version."""
    assert parse(f"{text}# Output:\n").docstring == docstring


@pytest.mark.parametrize(
    ("text", "lineno", "message"),
    [
        ("", 1, "there is no Output block"),
        ("print(1)\n", 1, "there is no Output block"),
        ("'''\n# Output:\n'''\n", 2, "there is code after this block"),
        ("# Output:\n# x\n", 1, "there is no program"),
        ("x\n# Output:\n# a\nprint(2)\n", 2, "there is code after this block"),
        ("x\n# Output:\n# a\nprint(2)\n# Output:\n", 2, "there is code after this block"),
        ("x\n# Output:\n# a\n\n# b\n", 4, "a blank line in the Output block"),
        ("x\n# Output:\n# a\n# Output:\n", 4, "a second `# Output:`"),
        ("x\n# Output (3.12+):\n# a\n", 2, "before the plain block"),
        ("x\n# Output:\n# Output (3.13+):\n# Output (3.12+):\n", 4, "must stand above"),
        ("x\n# Output:\n# Output (3.12+):\n# Output (3.12+):\n", 4, "a second block for 3.12"),
        ("x\n# Output:\n# Output (3.12):\n", 3, "is not a header"),
        ("x\n# Output:\n# outputs:\n", 3, "is not a header"),
        ("x\n# Output:\n#a\n", 3, "write a space after"),
        ("x\n# Output:\n  # a\n", 3, "an indented comment"),
        ("x\n# Output:\n# ~\n", 3, "is not a line in a lane"),
        ("x\n# Output:\n# ~ \n", 3, "is not a line in a lane"),
        ("x\n# Output:\n# ~a\n", 3, "is not a line in a lane"),
        ("x\n# Output:\n# ~a-b text\n", 3, "is not a line in a lane"),
        ("x\n# Output:\n# ...\n", 3, "a line of only `...`"),
        ("x\n# Output:\n# ~a ... ...\n", 3, "a line of only `...`"),
        ("x\n# Outputs:\n# a\n", 2, "did you mean `# Output:`?"),
        ("x\n# output:\n# a\n", 2, "did you mean `# Output:`?"),
        ("x\n#Output:\n# a\n", 2, "did you mean `# Output:`?"),
        ("x\n# Output\n# a\n", 2, "did you mean `# Output:`?"),
        ("x\n# Require: Python 3.12\n# Output:\n", 2, "did you mean `# Requires:`?"),
        ("x\n# Errors: ValueError\n# Output:\n", 2, "did you mean `# Error:`?"),
        ("x\n# Requires: 3.12\n# Output:\n", 2, "write `# Requires: Python 3.12`"),
        ("# Requires: Python 3.12\nx\n# Output:\n", 1, "belongs to the end of the file"),
        ("x\n# Exit: 1\n# Exit: 1\n# Output:\n", 3, "a second `# Exit:`"),
        ("x\n# Exit: 1\n# why\n# Output:\n", 3, "a comment between"),
        ("x\n# Exit: 0\n# Output:\n", 2, "write a status from 1 to 255"),
        ("x\n# Exit: 256\n# Output:\n", 2, "write a status from 1 to 255"),
        ("x\n# Error: ValueError: x\n# Output:\n", 2, "needs `# Exit: 1`"),
        ("x\n# Exit: 1\n# Error:\n# Output:\n", 3, "`# Error:` without a text"),
        (
            "x\n# Requires: Python 3.12\n# Output:\n# Output (3.12+):\n",
            4,
            "the block for 3.12 always applies",
        ),
    ],
)
def test_malformed(text: str, lineno: int, message: str) -> None:
    """Every departure from the grammar is an error with its line and what would be right."""
    with pytest.raises(SnippetError) as caught:
        parse(text)
    assert (caught.value.lineno, caught.value.path) == (lineno, PATH)
    assert message in caught.value.message
    assert str(caught.value) == f"{PATH}:{lineno}: {caught.value.message}"
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("data", "where", "message"),
    [
        (b"x\n# caf\xe9\n# Output:\n", ":2", "is not UTF-8"),
        (b"\xef\xbb\xbfx\n# Output:\n", ":1", "byte order mark"),
    ],
)
def test_unreadable(tmp_path: Path, data: bytes, where: str, message: str) -> None:
    """What is not plain UTF-8 is located, too."""
    path = tmp_path / "name.py"
    path.write_bytes(data)
    with pytest.raises(SnippetError, match=message) as caught:
        grammar.read(path)
    assert str(caught.value).startswith(f"{path}{where}: ")


def test_no_file_and_a_directory(tmp_path: Path) -> None:
    """Neither is a snippet, and no line can be named."""
    with pytest.raises(SnippetError, match=r"name\.py: there is no such file"):
        grammar.read(tmp_path / "name.py")
    with pytest.raises(SnippetError, match="is a directory"):
        grammar.read(tmp_path)
