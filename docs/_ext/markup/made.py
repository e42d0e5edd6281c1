"""The ``{made}`` role: a link to a file that a build makes beside the pages, such as a book.

Live preview makes no books, and without a Chromium there is no PDF: the link is then plain text, as
it is inside the books themselves.
"""

from __future__ import annotations

from posixpath import dirname, relpath
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import ReferenceRole

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.util.typing import ExtensionMetadata
    from sphinx.writers.html5 import HTML5Translator

FEED = "changes.atom"
"""The name of the feed, which `pages.feed` writes."""
NAMES = ("feed", "epub", "pdf", "llms")


class made_file(nodes.inline):  # noqa: N801  (nodes are lower-case by convention)
    """The words of the link; ``made`` is one of `NAMES`."""


def path_of(name: str, config: Config) -> str | None:
    """Return a file's path in the language's folder; None if this build does not make it."""
    beside = config.beside
    paths = {
        "feed": FEED,
        "llms": "llms.txt" if "markdown" in beside else None,
        "epub": f"{config.epub_basename}.epub" if "epub" in beside else None,
        "pdf": f"{config.epub_basename}.pdf" if "pdf" in beside else None,
    }
    return paths[name]


class Made(ReferenceRole):
    """Write ``{made}`words <name>```."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return the words, or an error that names the files."""
        if self.target not in NAMES:
            known = ", ".join(NAMES)
            message = self.inliner.reporter.error(
                f"no build makes {self.target!r}; write one of {known}", line=self.lineno
            )
            return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]
        return [made_file("", self.title, made=self.target)], []


def _visit(self: HTML5Translator, node: made_file) -> None:
    path = None if self.builder.embedded else path_of(node["made"], self.config)
    node["linked"] = path is not None
    if path is not None:
        here = dirname(self.builder.current_docname) or "."
        self.body.append(f'<a class="reference" href="{relpath(path, here)}">')


def _depart(self: HTML5Translator, node: made_file) -> None:
    if node["linked"]:
        self.body.append("</a>")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the role."""
    app.setup_extension("language.surroundings")
    app.add_node(made_file, html=(_visit, _depart))
    app.add_role("made", Made())
    return {"parallel_read_safe": True, "parallel_write_safe": True}
