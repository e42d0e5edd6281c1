"""What every page must have: it is missed where it is missing, and the real pages have it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tools.checking import pages
from tools.project import LANGUAGES, Project

PAGE = """\
---
myst:
  html_meta:
    description: "What a page is, in {where}: one sentence that is neither short nor long."
---

(a-{kind})=
# A page in {where}

Who goes first?

:::{{snippet}} await/one
A caption.
:::

:::{{snippet}} await/two
:predict:
:::

```console
$ python -m turns why FILE
program
```
"""
ENDINGS = """
(a-recap)=
## Recap

- One.
- Two.
- Three.

(a-challenge)=
## A challenge

Predict it.
"""
CHANGES = """\

(changes-2026-11-25)=
## Today

(changes-2026-11-24)=
## Yesterday
"""

Write = Callable[..., list[str]]


@pytest.fixture
def lacking(tmp_path: Path) -> Write:
    """Return a function that changes one page and returns what is said then."""
    project = Project(tmp_path)
    kinds = {"index": "page", "changes": "page", "await/index": "chapter", "await/a": "page"}
    for language in LANGUAGES:
        for name, kind in kinds.items():
            path = project.docs / language / f"{name}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            text = PAGE.format(where=name, kind=kind)
            if name == "index":
                text = text.replace("one\nA caption.\n", "one\n:predict:\n")
            text += {"changes": CHANGES, "await/a": ENDINGS}.get(name, "")
            path.write_text(text, encoding="utf-8")

    def write(old: str = "", new: str = "", page: str = "await/a") -> list[str]:
        path = project.docs / "en" / f"{page}.md"
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1 or not old
        path.write_text(text.replace(old, new) if old else text, encoding="utf-8")
        return list(pages.problems(project))

    return write


def test_nothing_is_lacking(lacking: Write) -> None:
    """As long as each page has all that it needs."""
    assert lacking() == []


DESCRIPTION = '"What a page is, in await/a: one sentence that is neither short nor long."'
FRONT_MATTER = f"---\nmyst:\n  html_meta:\n    description: {DESCRIPTION}\n---\n\n"


@pytest.mark.parametrize(
    ("page", "old", "new", "says"),
    [
        ("await/a", FRONT_MATTER, "", "1: no description for search engines and link previews; "),
        ("await/a", DESCRIPTION, '""', "1: no description for search engines"),
        ("await/a", DESCRIPTION, "7", "1: no description for search engines"),
        ("await/a", "one sentence that is neither", "", "4: the description has 44 columns; "),
        ("await/a", "neither short nor long", "long " * 30, "4: the description has 200 columns; "),
        ("await/a", DESCRIPTION, "等" * 24, "4: the description has 48 columns; write 50 to 160"),
        (
            "index",
            "is, in index",
            "is, in await/a",
            "4: the description is that of docs/en/await/a",
        ),
        (
            "index",
            "# A page in index",
            "# A page in await/a",
            "8: the title is that of docs/en/await",
        ),
        ("await/a", "(a-page)=", "(a)=", "7: the title's label is `(a)=`; write one that ends in"),
        ("await/a", "(a-page)=", "(a-chapter)=", "7: … such as `(a-page)=`"),
        ("await/index", "(a-chapter)=", "(a-page)=", "7: … such as `(await-chapter)=`"),
        ("await/a", ":predict:\n", "", "12: no card of this page asks its reader; write `:predict"),
        ("await/index", ":predict:\n", "", "12: no card of this page asks its reader"),
        ("index", "one\n:predict:\n", "one\n", "12: the first card of the home page does not ask"),
        ("await/a", "$ python -m turns why", "$ turns why", "20: tests cannot run this example;"),
        ("await/a", "$ python -m turns why FILE\nprogram\n", "", "20: tests cannot run this"),
        ("await/a", "(a-recap)=", "(b)=", "35: this lesson has no recap; write `(a-recap)=`"),
        ("await/a", "- Two.\n", "", "26: not a list of three lines; a recap is"),
        ("await/a", "- One.\n", "- One.\n- More.\n", "26: not a list of three lines; a recap"),
        ("await/a", "(a-challenge)=", "(b)=", "35: this lesson has no challenge; write `(a-chall"),
        ("changes", "(changes-2026-11-24)", "(yesterday)", "28: the feed has no date for this"),
        ("changes", "-11-24", "-11-26", "28: the feed has the newest first; move this section up"),
    ],
)
def test_what_is_lacking_is_said_once(
    lacking: Write, page: str, old: str, new: str, says: str
) -> None:
    """In one line, with its place and with what would be right."""
    (line,) = lacking(old, new, page)
    start, _, end = says.partition("…")
    assert line.startswith(f"docs/en/{page}.md:{start}")
    assert line.endswith(end)
    assert "; " in line


def test_a_page_without_a_card(lacking: Write) -> None:
    """The question is missed on its first line; pages outside of chapters need none."""
    cards = "".join(re.findall(r":::\{.*?\n:::\n\n", PAGE.format(where="", kind=""), re.DOTALL))
    (line,) = lacking(cards, "")
    assert line.startswith("docs/en/await/a.md:1: no card of this page asks its reader")
    assert lacking(cards, "", "changes") == [line]


def test_what_cannot_be_read_is_left_to_others(lacking: Write) -> None:
    """The build and the parity check say what is wrong with such a page."""
    assert lacking("myst:\n  html_meta:\n    description:", "- ") == []


def test_one_language(lacking: Write, tmp_path: Path) -> None:
    """A preview of one language says nothing of the other."""
    lacking("(a-page)=", "(a)=")
    assert list(pages.problems(Project(tmp_path), ["zh"])) == []
