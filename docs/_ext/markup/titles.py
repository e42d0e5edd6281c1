"""A link that says its target's title shows code in it as code.

Sphinx keeps of a title its text alone. As it stands in the table of contents, it is whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


_TITLE = "std-ref"
"""The class of a text that is a target's title."""


class ShowCodeInTitles(SphinxPostTransform):
    """Give such a link its target's title, before links are resolved."""

    default_priority = 6

    def run(self, **_kwargs: object) -> None:
        """Look at all links without a text of their own, to other pages and within this one."""
        self._known: dict[str, dict[str, nodes.Element]] = {}
        labels = self.env.domains.standard_domain.labels
        for open_ in self.document.findall(addnodes.pending_xref):
            docname, anchor, _ = labels.get(open_["reftarget"], ("", "", ""))
            if not open_.get("refexplicit") and (title := self._title(docname, anchor)):
                open_[:] = [nodes.inline("", "", *title, classes=[_TITLE])]
                open_["refexplicit"] = True
        for link in self.document.findall(nodes.reference):
            said = link.next_node(nodes.inline)
            if not link.get("id_link") or said is None or _TITLE not in said["classes"]:
                continue
            if title := self._title(self.env.docname, link["refid"]):
                said[:] = title

    def _title(self, docname: str, anchor: str) -> list[nodes.Node]:
        """Return the title of a page's section, if it has code; otherwise nothing."""
        if docname not in self._known:
            entries = self.env.tocs.get(docname, nodes.container()).findall(nodes.reference)
            with_code = (entry for entry in entries if any(entry.findall(nodes.literal)))
            self._known[docname] = {entry["anchorname"]: entry for entry in with_code}
        entry = self._known[docname].get(f"#{anchor}")
        return [child.deepcopy() for child in entry.children] if entry else []


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add it."""
    app.add_post_transform(ShowCodeInTitles)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
