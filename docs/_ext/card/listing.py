"""The directives ``{rules}``, ``{catalogue}`` and ``{versions}``: lists of what the site has.

Each leaves its place while pages are read. The list is made when all of them are known, of the
nodes of docutils, so that it is right in every form of the site; and its page is written anew with
every change, since that may be about any page.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from card import catalogue, rules, versions
from card.store import recordings_of
from language.languages import of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

LISTS = {
    "catalogue": catalogue.sections,
    "rules": rules.sections,
    "versions": versions.sections,
}
_HAS_LIST = "has-list"


class listing(nodes.General, nodes.Element):  # noqa: N801  (nodes are lower-case by convention)
    """Where the list of its ``kind`` will stand."""


class Listing(SphinxDirective):
    """Leave the place of the list."""

    def run(self) -> list[nodes.Node]:
        """Return that place; of what is no page, say here what the list is made of."""
        self.env.metadata[self.env.docname][_HAS_LIST] = True
        if self.name != "rules":
            for path in recordings_of(self.config).sources().values():
                self.env.note_dependency(path)
            for file in (self.config.results_pinned, self.config.runs_recorded):
                self.env.note_dependency(Path(file))
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


def _written_anew(_app: Sphinx, env: BuildEnvironment) -> list[str]:
    return sorted(docname for docname, found in env.metadata.items() if _HAS_LIST in found)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the directives, what they collect, and what makes the lists."""
    app.setup_extension("card.directive")
    app.setup_extension("card.rules")
    app.add_node(listing)
    for kind in LISTS:
        app.add_directive(kind, Listing)
    app.add_post_transform(MakeLists)
    app.connect("env-updated", _written_anew)
    return {"env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
