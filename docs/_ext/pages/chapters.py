"""The ``{chapters}`` directive: the chapters that it names, each with its title and its question.

Both come from the first page of the chapter: the question is its first paragraph, which asks what
the reader of the chapter asks. Nothing of it is typed twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from pages.opening import asked, first_paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

logger = logging.getLogger(__name__)


class chapters_place(nodes.General, nodes.Element):  # noqa: N801  (nodes are lower-case by convention)
    """Where the list of the chapters ``names`` will stand."""


class Chapters(SphinxDirective):
    """Leave the place of the list; another question has its page read again."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return that place."""
        names = [line.strip() for line in self.content if line.strip()]
        place = chapters_place(names=names, assets=("home.css",))
        self.set_source_info(place)
        for name in names:
            self.env.note_dependency(self.env.doc2path(name))
        return [place]


class ListChapters(SphinxPostTransform):
    """Make the lists when all pages are read, before links are resolved."""

    default_priority = 5

    def run(self, **_: object) -> None:
        """Put each in its place."""
        for place in [*self.document.findall(chapters_place)]:
            items = [item for name in place["names"] for item in self.item(name, place)]
            shown = nodes.enumerated_list("", *items, enumtype="arabic", prefix="", suffix=".")
            shown["classes"] += ["chapters"]
            shown["assets"] = place["assets"]
            place.replace_self(shown)

    def item(self, name: str, place: chapters_place) -> Iterator[nodes.list_item]:
        """Yield the item of a chapter; report one that is not there, or does not ask."""
        if name not in self.env.titles:
            message = f"there is no page {name!r}"
            logger.warning(message, location=place, type="pages", subtype="chapters")
            return
        doctree = self.env.get_doctree(name)
        opening = first_paragraph(doctree)
        if opening is None or asked(doctree) != " ".join(opening.astext().split()):
            message = f"the first paragraph of {name} does not end in a question"
            logger.warning(message, location=place, type="pages", subtype="chapters")
        title = nodes.strong("", "", *(one.deepcopy() for one in self.env.titles[name].children))
        link = addnodes.pending_xref(
            "",
            title,
            refdoc=self.env.current_document.docname,
            refdomain="std",
            reftype="doc",
            reftarget=f"/{name}",
            refexplicit=True,
            refwarn=True,
        )
        yield nodes.list_item(
            "", nodes.paragraph("", "", link), nodes.paragraph("", "", *_plain(opening))
        )


def _plain(opening: nodes.paragraph | None) -> Iterator[nodes.Node]:
    """Yield the parts of a paragraph, without links of its own."""
    for part in opening.children if opening is not None else ():
        if isinstance(part, nodes.Text | nodes.literal | nodes.emphasis | nodes.strong):
            yield part.deepcopy()
        else:
            yield nodes.Text(part.astext())


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the directive, and what makes the lists."""
    app.add_node(chapters_place)
    app.add_directive("chapters", Chapters)
    app.add_post_transform(ListChapters)
    return {"env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
