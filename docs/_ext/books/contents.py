"""The numbers of pages in a book's list of contents, which Chromium cannot count by itself.

They are known when the book is printed, and that takes long. So what stands in front of it is
printed a second time, alone, with the numbers; it takes the place of the first print.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pikepdf import Dictionary, Name, Page, Pdf

if TYPE_CHECKING:
    from collections.abc import Mapping

_LIST = re.compile(r'(?<=<nav class="contents">).*?(?=</nav>)', re.DOTALL)
_ENTRY = re.compile(r'(<a [^>]*href="#([^"]+)"[^>]*)>')
_ARTICLE = re.compile(r"(?<=<article>).*(?=</article>)", re.DOTALL)
_TAG = re.compile(rb"/MCID (\d+)")


def pages(book: Pdf) -> dict[str, int]:
    """Return on which page, from 1, each id of the printed file stands that a link leads to."""
    numbers = {page.obj.objgen: number for number, page in enumerate(book.pages, start=1)}
    places = book.Root.get(Name.Dests, Dictionary()).as_dict()
    return {name.removeprefix("/"): numbers[place[0].objgen] for name, place in places.items()}


def front(html: str, numbers: Mapping[str, int]) -> str:
    """Return what stands in front of a book, with the page of each entry in ``data-page``."""

    def entry(match: re.Match[str]) -> str:
        return f'{match[1]} data-page="{numbers[match[2]]}">'

    return _ARTICLE.sub("", _LIST.sub(lambda found: _ENTRY.sub(entry, found[0]), html))


def replace(book: Pdf, printed: Pdf) -> None:
    """Let a book begin with other pages, which look the same but for the numbers.

    Links and structure stay. `RuntimeError` if that does not belong to what is in those pages.
    """
    for old, new in zip(book.pages, printed.pages, strict=False):  # the book has more
        if _tags(old) != _tags(new):
            raise RuntimeError("what stands in front of the book is another with its numbers")
        old.Contents = book.copy_foreign(new.Contents)
        old.Resources = book.copy_foreign(printed.make_indirect(new.Resources))


def _tags(page: Page) -> list[bytes]:
    """Return the numbers by which the structure of a book knows the parts of a page."""
    page.contents_coalesce()
    return _TAG.findall(page.Contents.read_bytes())
