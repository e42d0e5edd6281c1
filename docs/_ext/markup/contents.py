"""Where each page stands: in which part of the site, below which chapter, under which number.

The toctrees of the home page are the parts, and their captions name them. The first part is the
book: its pages are chapters, and these and the pages below them are numbered. What stands in the
other parts is looked up, not read in order, and has no numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx import addnodes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx.environment import BuildEnvironment


class Entry(NamedTuple):
    """A page, with those below it."""

    page: str
    """Its name, as Sphinx has it."""
    title: str
    """Plain text."""
    number: tuple[int, ...]
    """Such as (2, 3); empty outside of the book."""
    below: tuple[Entry, ...]

    @property
    def name(self) -> str:
        """The title after its number."""
        return f"{self.digits} {self.title}".lstrip()

    @property
    def digits(self) -> str:
        """The number as it is written, such as "2.3"."""
        return ".".join(map(str, self.number))


class Part(NamedTuple):
    """What stands below one caption."""

    caption: str
    """May be empty."""
    entries: tuple[Entry, ...]


class Place(NamedTuple):
    """Where one page stands."""

    part: Part
    trail: tuple[Entry, ...]
    """From the chapter down to the page."""


def parts(env: BuildEnvironment) -> list[Part]:
    """Return all of the site but its home page, in the order of reading."""
    home = env.tocs.get(env.config.root_doc)
    toctrees = list(home.findall(addnodes.toctree)) if home is not None else []
    found = []
    for toctree in toctrees:
        names = [name for _title, name in toctree["entries"]]
        entries = tuple(_entries(env, names, () if toctree is toctrees[0] else None, set()))
        found.append(Part(toctree.get("caption") or "", entries))
    return found


def place(found: Sequence[Part], page: str) -> Place | None:
    """Return where a page stands; None for the home page and for what is in no toctree."""
    for part in found:
        for trail in _trails(part.entries):
            if trail[-1].page == page:
                return Place(part, trail)
    return None


def every(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield pages with all below them, in the order of reading."""
    for entry in entries:
        yield entry
        yield from every(entry.below)


def _entries(
    env: BuildEnvironment, names: Sequence[str], above: tuple[int, ...] | None, seen: set[str]
) -> Iterator[Entry]:
    """Yield the pages that are there; `above` are the numbers of those above, None: no numbers."""
    # A page that stands below itself is a warning of Sphinx's.
    there = [name for name in names if name in env.titles and name not in seen]
    for position, name in enumerate(there, start=1):
        number = None if above is None else (*above, position)
        below = _entries(env, env.toctree_includes.get(name, ()), number, {*seen, name})
        yield Entry(name, env.titles[name].astext(), number or (), tuple(below))


def _trails(entries: Sequence[Entry], above: tuple[Entry, ...] = ()) -> Iterator[tuple[Entry, ...]]:
    for entry in entries:
        trail = (*above, entry)
        yield trail
        yield from _trails(entry.below, trail)
