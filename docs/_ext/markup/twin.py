"""The roles ``{zh}`` and ``{en}``: links to the same book in the other language.

Both trees have the same pages and labels, so that a label of this tree says where it is in the
other. In books a link leads to the published site, and is only its text where there is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import ReferenceRole

from language.languages import BY_FOLDER, LANGUAGES, of

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

logger = logging.getLogger(__name__)


class twin_reference(nodes.inline):  # noqa: N801  (nodes are lower-case by convention)
    """The words of a link; ``label`` is where it leads, ``folder`` names the language."""


class Twin(ReferenceRole):
    """Write ``{zh}`words <label>```; the words are in that language."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return the words, or an error that says what is right."""
        here = of(self.config.language).folder
        if self.name == here or not self.has_explicit_title:
            right = next(one.folder for one in LANGUAGES if one.folder != here)
            message = self.inliner.reporter.error(
                f"write {{{right}}}`words in that language <label-of-the-page>`", line=self.lineno
            )
            return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]
        tag = BY_FOLDER[self.name].tag
        node = twin_reference("", self.title, label=self.target, folder=self.name)
        node["classes"].append(f"language-{tag}")  # docutils makes `lang` of it
        self.set_source_info(node)
        return [node], []


def _link(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Link what leads somewhere in this build."""
    for node in list(doctree.findall(twin_reference)):
        words = nodes.inline("", "", *node.children, classes=node["classes"])
        address = _address(app, node, docname)
        link = nodes.reference("", "", words, refuri=address, internal="://" not in address)
        node.replace_self(link if address else words)


def _address(app: Sphinx, node: twin_reference, docname: str) -> str:
    """Return where a link leads; empty where that is nowhere."""
    label, folder = node["label"], node["folder"]
    place = app.env.domains.standard_domain.anonlabels.get(label)
    if place is None:
        message = f"no page has the label {label!r}; both languages have the same labels"
        logger.warning(message, location=node, type="markup", subtype="twin")
        return ""
    page, anchor = place
    if getattr(app.builder, "embedded", False):
        base = app.config.html_baseurl
        return urljoin(base, f"../{folder}/{page}.html#{anchor}") if base else ""
    if folder not in app.config.site_languages:
        return ""  # a preview of one language
    up = "../" * (app.builder.get_target_uri(docname).count("/") + 1)
    return f"{up}{folder}/{app.builder.get_target_uri(page)}#{anchor}"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the roles."""
    app.setup_extension("language.surroundings")
    app.add_node(twin_reference)
    app.connect("doctree-resolved", _link)
    for language in LANGUAGES:
        app.add_role(language.folder, Twin())
    return {"env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
