"""The directives ``{rules}``, ``{catalogue}`` and ``{versions}``: lists of what the site has.

Each leaves its place while pages are read. The list is made when all of them are known, of the
nodes of docutils, so that it is right in every form of the site.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from card import catalogue, rules, versions
from language.languages import of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

LISTS = {
    "catalogue": catalogue.sections,
    "rules": rules.sections,
    "versions": versions.sections,
}


class listing(nodes.General, nodes.Element):  # noqa: N801  (nodes are lower-case by convention)
    """Where the list of its ``kind`` will stand."""


class Listing(SphinxDirective):
    """Leave the place of the list."""

    def run(self) -> list[nodes.Node]:
        """Return that place; of what is no page, say here what the list is made of.

        What is on pages is in the data of domains, for another one of which every page is written.
        """
        if self.name != "rules":
            catalogue.note_dependencies(self.env)
        place = listing(kind=self.name)
        self.set_source_info(place)
        return [place]


class MakeLists(SphinxPostTransform):
    """Make the lists, before links are resolved."""

    default_priority = 5

    def run(self, **_: object) -> None:
        """Put each in its place."""
        for place in list(self.document.findall(listing)):
            place.replace_self(LISTS[place["kind"]](self.env, of(self.config.language)))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the directives, what they collect, and what makes the lists."""
    app.setup_extension("card.directive")
    app.setup_extension("card.rules")
    app.add_node(listing)
    for kind in LISTS:
        app.add_directive(kind, Listing)
    app.add_post_transform(MakeLists)
    return {"env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
