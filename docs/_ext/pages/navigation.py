"""What leads through the site, beside every page: the list of all pages, the way, what is next.

Furo makes its list of HTML that Sphinx makes, with checkboxes; a chapter here is opened by a real
control, `details`, which works without scripts and says whether it is open.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

from language.languages import of
from language.words import word
from markup.contents import Entry, Place, every, parts, place
from pages.opening import opening

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.util.typing import ExtensionMetadata


class Step(NamedTuple):
    """A link of the way to a page."""

    name: str
    link: str
    """Empty: there is no page of its own, or it is the one that is shown."""


class Neighbour(NamedTuple):
    """The page before or after one."""

    name: str
    link: str
    question: str


def navigation(app: Sphinx, page: str, builder: StandaloneHTMLBuilder) -> dict[str, Any]:
    """Return what the template of a page shows: ``tree`` is HTML, ``way`` steps, and neighbours."""

    def link(to: str) -> str:
        return "#" if to == page else builder.get_relative_uri(page, to)

    found = parts(app.env)
    here = place(found, page)
    on_the_way = {entry.page for entry in here.trail} if here else set()
    pages_of = word(of(app.config.language), "page-pages-of")
    tree = _Tree(link, page, on_the_way, pages_of)
    names = {entry.page: entry.name for part in found for entry in every(part.entries)}
    home = word(of(app.config.language), "page-home")

    def neighbour(to: str | None) -> Neighbour | None:
        if to is None:
            return None
        return Neighbour(names.get(to, home), link(to), opening(app.env, to))

    _, before, after = builder.relations.get(page, (None, None, None))
    return {
        "tree": "".join(tree.part(part.caption, part.entries) for part in found),
        "way": list(_way(here, link)) if here else [],
        "before": neighbour(before),
        "after": neighbour(after),
    }


def _way(here: Place, link: Callable[[str], str]) -> Iterator[Step]:
    """Yield the chapters above a page and its number; of what has none above, its part."""
    *above, last = here.trail
    if not above:
        yield Step(here.part.caption, "")
    for entry in above:
        yield Step(entry.name, link(entry.page))
    if last.number:
        yield Step(last.digits, "")


class _Tree(NamedTuple):
    """Writes the list of all pages as one page shows it; furo's style knows the classes."""

    link: Callable[[str], str]
    page: str
    on_the_way: set[str]
    pages_of: str

    def part(self, caption: str, entries: Sequence[Entry]) -> str:
        head = f'<p class="caption">{escape(caption)}</p>' if caption else ""
        return head + self._list(entries, 1)

    def _list(self, entries: Sequence[Entry], level: int) -> str:
        items = "".join(self._item(entry, level) for entry in entries)
        return f"<ul>{items}</ul>\n"

    def _item(self, entry: Entry, level: int) -> str:
        classes = [f"toctree-l{level}"]
        classes += ["has-children"] * bool(entry.below)
        classes += ["current"] * (entry.page in self.on_the_way)
        here = ""
        if entry.page == self.page:
            classes.append("current-page")
            here = ' aria-current="page"'
        href = escape(self.link(entry.page))
        text = f'<a class="reference" href="{href}"{here}>{escape(entry.name)}</a>'
        if entry.below:
            name = escape(self.pages_of.format(title=entry.title))
            is_open = " open" if entry.page in self.on_the_way else ""
            below = self._list(entry.below, level + 1)
            text += f'<details{is_open}><summary aria-label="{name}"></summary>{below}</details>'
        return f'<li class="{" ".join(classes)}">{text}</li>'


def _without_furos(
    _app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    """Spare furo its own list, which takes longer than all else about a page."""
    context.pop("toctree", None)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Come before furo; `pages.assembly` asks for the rest."""
    app.connect("html-page-context", _without_furos, priority=100)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
