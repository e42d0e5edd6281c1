"""Which pages are looked at for all: those that together have every element that pages have."""

import json
from collections.abc import Iterable

import pytest

from tools.checking import outline
from tools.project import HERE, LANGUAGES
from turns.snippet.source import read

Kind = tuple[str, ...]
PAGES = [
    path.relative_to(HERE.docs).with_suffix(".html").as_posix()
    for language in LANGUAGES
    for path in HERE.pages(language)
]
"""All pages, as paths of the site."""
_ELSEWHERE = json.loads((HERE.docs / "_figures" / "results.json").read_text("utf-8"))


def telling(language: str) -> list[str]:
    """Return a few pages of a language, as paths of the site, that have all kinds of elements.

    The page that adds most comes first, then the one that adds most to that, and so on. What is
    made of one element is the same on every page, but its words; the long run looks at each page.
    """
    tree = HERE.docs / language
    left = {path: _kinds(read(path)) for path in HERE.pages(language)}
    found: list[str] = []
    seen: set[Kind] = set()
    while left:
        best = max(sorted(left), key=lambda path: len(left[path] - seen))
        if not left[best] - seen:
            break
        seen |= left.pop(best)
        found.append(f"{language}/{best.relative_to(tree).with_suffix('.html').as_posix()}")
    return found


def looked_at(pages: Iterable[str], *chosen: Iterable[str]) -> list[object]:
    """Return parameters for pytest: all pages, of which the long run has those not chosen.

    Of those chosen in a language, the first, which tells most, is in the shortest run as well.
    """
    marks = {
        path: [pytest.mark.slow] if number else []
        for some in chosen
        for number, path in enumerate(some)
    }
    return [pytest.param(path, marks=marks.get(path, [pytest.mark.long])) for path in pages]


def _kinds(text: str) -> set[Kind]:
    """Return what a page has: directives with the options they have, lists, tables, roles."""
    page = outline.read(text.removeprefix("\ufeff"))
    kinds: set[Kind] = set()
    for block in page.blocks:
        if block.kind == "directive":
            options = (line.split(":")[1] for line in block.content if line.startswith(":"))
            name, _, argument = block.name.partition(" ")
            kinds |= {(name,), *((name, option) for option in options)}
            kinds |= _of_card(argument) if name == "{snippet}" else set()
        else:
            kinds |= {
                (block.kind, block.name.rpartition(" ")[2] if block.kind == "heading" else "")
            }
    roles = (item for found in page.inlines.values() for item in found if item.kind == "role")
    return kinds | {(item.name.partition("`")[0],) for item in roles}


def _of_card(name: str) -> set[Kind]:
    """Return what the card of a snippet has: its marks, its endings, threads, other results."""
    pinned = json.loads((HERE.docs / "_recordings" / f"{name}.json").read_text("utf-8"))
    recordings = [pinned["recording"], *(one["recording"] for one in pinned["departures"])]
    return {
        *(("mark", mark["because"], mark["departs"]) for mark in pinned["marks"]),
        *(("ending", one["ending"]["kind"]) for one in recordings),
        *(("thread",) for one in recordings if one["threads"]),
        *(("elsewhere",) for _ in [name] if name in _ELSEWHERE),
    }
