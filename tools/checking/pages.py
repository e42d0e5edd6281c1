"""Check what every page must have beside its prose: ``python -m tools.checking.pages``.

A description and a title of its own, a label that says what it is, a question to its reader, and
examples of the command line that tests can run; nothing that is outside the set of
`markup.elements`. What is still to be written is listed, too.

Exit status 1 if a page lacks something; what is to be written is no fault yet.
"""

import contextlib
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from docutils.utils import column_width
from myst_parser.config.main import TopmatterReadError, read_topmatter

from markup import sources
from markup.refused import refusals
from tools.checking import outline
from tools.checking.introduced import LESSONS
from tools.checking.outline import Item
from tools.checking.unfinished import unfinished
from tools.project import HERE, LANGUAGES, Project
from turns.snippet.source import SourceError, read

COLUMNS = (50, 160)
"""How long a description may be; search engines show about so much."""
COMMAND = "$ python -m turns "
"""How an example of the command line begins."""
CHANGES = "changes"
"""The page whose sections the feed has as its entries."""
_ENDINGS = {
    "recap": "a list of three lines",
    "challenge": "a program to predict, to mend or to break",
}
_THREE = "3 items"
_ASKS = ":predict:"
_LABEL = re.compile(r"\(([^()]*)\)=")
_DATE = re.compile(r"(?<=\(changes-)\d{4}-\d\d-\d\d(?=\)=)")

Problem = tuple[int, str]


@dataclass(frozen=True)
class Page:
    """As much of a page as is checked."""

    description: str
    description_lineno: int
    title: str
    headings: tuple[Item, ...]
    cards: tuple[Item, ...]
    consoles: tuple[Item, ...]
    blocks: tuple[Item, ...]


def problems(project: Project, languages: Iterable[str] = LANGUAGES) -> Iterator[str]:
    """Yield a line for everything that a page lacks: where, what, and what to write.

    A page that cannot be read is left to the build and to the parity check, which say why.
    """
    for language in languages:
        seen: dict[str, str] = {}
        tree = project.docs / language
        for path in project.pages(language):
            try:
                page = understood(read(path).removeprefix("\ufeff"))
            except (SourceError, TopmatterReadError):
                continue
            place = path.relative_to(project.root).as_posix()
            name = path.relative_to(tree).with_suffix("").as_posix()
            for lineno, message in (*_of(name, page), *_repeated(page, seen)):
                yield f"{place}:{lineno}: {message}"
            seen |= dict.fromkeys((page.title, page.description), place)


@lru_cache(maxsize=4096)  # live preview asks again after each change of a page
def understood(text: str) -> Page:
    """Return what is checked of the text of a page."""
    lines = text.splitlines()
    found: Any = read_topmatter(text)
    for key in ("myst", "html_meta", "description"):
        found = found.get(key) if isinstance(found, dict) else None
    blocks = outline.read(text).blocks
    headings = tuple(one for one in blocks if one.kind == "heading")
    return Page(
        found if isinstance(found, str) else "",
        next((i for i, line in enumerate(lines, 1) if "description:" in line), 1),
        lines[headings[0].lineno - 1].lstrip("# ") if headings else "",
        headings,
        tuple(one for one in blocks if one.name.startswith("{snippet}")),
        tuple(one for one in blocks if one.name == "```console"),
        tuple(blocks),
    )


def _of(name: str, page: Page) -> Iterator[Problem]:
    """Yield what a page lacks, whatever other pages have; `name` is its path in its tree."""
    yield from _description(page)
    yield from _label(name, page)
    yield from _question(name, page)
    chapter, _, stem = name.rpartition("/")
    if chapter in LESSONS and stem != "index":
        yield from _endings(stem, page)
    for console in page.consoles:
        if not console.content or not console.content[0].startswith(COMMAND):
            yield console.lineno, f"tests cannot run this example; begin it with `{COMMAND}…`"
    if name == CHANGES:
        yield from _dates(page)


def _description(page: Page) -> Iterator[Problem]:
    width, (least, most) = column_width(page.description), COLUMNS
    right = f"{least} to {most} columns, of which a Chinese character takes two"
    if not width:
        where = '`description: "…"` below `myst:` and `html_meta:` in the front matter'
        yield 1, f"no description for search engines and link previews; write {where}, {right}"
    elif not least <= width <= most:
        yield page.description_lineno, f"the description has {width} columns; write {right}"


def _label(name: str, page: Page) -> Iterator[Problem]:
    """Check the label of the title; that there is one is a matter of all headings."""
    chapter, _, stem = name.rpartition("/")
    ending, write = ("-chapter", chapter) if chapter and stem == "index" else ("-page", stem)
    for heading in page.headings[:1]:
        labels = _LABEL.findall(heading.name)
        if labels and not any(label.endswith(ending) for label in labels):
            message = f"the title's label is `({labels[0]})=`; write one that ends in `{ending}`"
            yield heading.lineno - 1, f"{message}, such as `({write}{ending})=`"


def _question(name: str, page: Page) -> Iterator[Problem]:
    """Check that every page of a chapter asks its reader; the home page does so first of all."""
    asking = [any(line.startswith(_ASKS) for line in card.content) for card in page.cards]
    if name == "index" and not any(asking[:1]):
        lineno = page.cards[0].lineno if page.cards else 1
        yield lineno, f"the first card of the home page does not ask; write `{_ASKS}` below it"
    elif "/" in name and not any(asking):
        lineno = page.cards[0].lineno if page.cards else 1
        which = "a `{snippet}` card whose program prints 2 to 12 lines"
        yield lineno, f"no card of this page asks its reader; write `{_ASKS}` below {which}"


def _endings(stem: str, page: Page) -> Iterator[Problem]:
    """Check that a lesson ends with a recap of three lines and with a challenge."""
    last = page.blocks[-1].lineno if page.blocks else 1
    for ending, what in _ENDINGS.items():
        of_that = re.compile(rf"\([a-z0-9-]+-{ending}\)=")
        at = next((i for i, block in enumerate(page.blocks) if of_that.search(block.name)), None)
        if at is None:
            label = f"({stem}-{ending})="
            yield last, f"this lesson has no {ending}; write `{label}`, a heading, and {what}"
        elif ending == "recap" and [b.name for b in page.blocks[at + 1 :][:1]] != [_THREE]:
            yield page.blocks[at].lineno, f"not {what}; a recap is nothing else"


def _dates(page: Page) -> Iterator[Problem]:
    """Check that the feed knows when each of its entries was written."""
    above = ""
    for heading in page.headings[1:]:
        date = _DATE.search(heading.name)
        if date is None:
            message = "the feed has no date for this section; write `(changes-2026-11-25)=`"
            yield heading.lineno - 1, message
        elif above and date[0] > above:
            yield heading.lineno - 1, "the feed has the newest first; move this section up"
        above = date[0] if date else above


def _repeated(page: Page, seen: dict[str, str]) -> Iterator[Problem]:
    """Yield what another page says of itself already; `seen` has the places of such texts."""
    if page.title in seen:
        lineno = page.headings[0].lineno if page.headings else 1
        yield lineno, f"the title is that of {seen[page.title]}; write another"
    if page.description in seen:
        other = seen[page.description]
        yield page.description_lineno, f"the description is that of {other}; write another"


def refused(project: Project) -> Iterator[str]:
    """Yield a line for everything that pages may not be written in; builds say it, too."""
    for language in LANGUAGES:
        for path in sources.below(project.docs / language):
            if path.suffix not in {".md", ".txt"}:
                continue
            place = path.relative_to(project.root).as_posix()
            with contextlib.suppress(SourceError):
                for lineno, message in refusals(read(path).removeprefix("\ufeff")):
                    yield f"{place}:{lineno}: {message}"


def main() -> int:
    """Run the check from the command line and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        # A console that has no Chinese must not turn a report into a traceback.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    lacking = [*problems(HERE), *refused(HERE)]
    to_write = list(unfinished(HERE))
    print(*lacking, *to_write, sep="\n", end="\n" if lacking or to_write else "")
    print(f"pages: {len(lacking)} problems; {len(to_write)} lines to be written before publishing")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
