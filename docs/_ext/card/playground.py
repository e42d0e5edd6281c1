"""The ``{playground}`` directive: where a reader edits a program and runs it in the page.

It names the snippet that stands there at first; that is all that is seen without scripts, in print
and in books, below a sentence that says what else there is. The menu of all snippets is a file that
the page asks for when it is opened.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from card import nodes as card
from card.catalogue import note_dependencies, programs
from card.tables import by_chapter
from card.without_scripts import show_inside, without_scripts
from language.languages import Language, of
from language.typography import join_lines
from language.words import word

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata
    from sphinx.writers.html5 import HTML5Translator

logger = logging.getLogger(__name__)

FILE = "programs.js"
"""The menu, below `_static`."""


class playground(nodes.container):  # noqa: N801  (nodes are lower-case by convention)
    """What can be done without scripts, and the ``program`` that stands there at first."""


class Playground(SphinxDirective):
    """Show a snippet to begin with; that there is none of the name is a located warning."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the place of the playground."""
        name = self.arguments[0]
        note_dependencies(self.env)  # of which the menu is made
        found = programs(self.env)
        if name not in found:
            logger.warning("there is no snippet %s", name, location=self.get_location())
            return []
        shown = playground(program=name, classes=["playground", "snippet"])
        shown["assets"] = ("card.css", "playground.css", "playground.js")
        said, _ = self.parse_inline(
            word(of(self.config.language), "without-playground"), lineno=self.lineno
        )
        shown += without_scripts("", nodes.paragraph("", "", *said))
        code = found[name].snippet.code.strip("\n")
        block = nodes.literal_block(code, code, language="python")
        self.set_source_info(block)
        shown += block
        return [shown]


def menu(env: BuildEnvironment, language: Language) -> str:
    """Return the file with all programs, by chapter: what it calls is in `programs.js`."""
    chapters = [
        [
            title,
            [
                [name, _title(one.snippet.docstring, language), one.snippet.code.strip("\n") + "\n"]
                for name, one in known
            ],
        ]
        for _, title, known in by_chapter(env, programs(env))
    ]
    return f"turnsPrograms({json.dumps(chapters, ensure_ascii=False, separators=(',', ':'))});\n"


def _title(docstring: str, language: Language) -> str:
    """Return what a program says of itself, in one line, with the backticks around code."""
    lead = card.lead(docstring, language)
    for line in lead:
        assert isinstance(line, nodes.TextElement)  # noqa: S101  (for the type checker)
        join_lines(line)
    parts = [part for line in lead for part in line.children]
    said = "".join(
        f"`{part.astext()}`" if isinstance(part, nodes.literal) else part.astext() for part in parts
    )
    return " ".join(said.splitlines())


def _write(builder: Builder) -> str:
    """Write the menu, and return where it is; another one has another address."""
    text = menu(builder.env, of(builder.config.language))
    static = Path(builder.outdir, "_static")
    static.mkdir(parents=True, exist_ok=True)
    (static / FILE).write_text(text, encoding="utf-8", newline="\n")
    return f"{FILE}?v={hashlib.sha256(text.encode()).hexdigest()[:8]}"


def _visit(self: HTML5Translator, node: playground) -> None:
    classes = " ".join(node["classes"])
    if self.builder.embedded:
        self.body.append(f'<div class="{classes}">\n')
        return
    address = _write(self.builder)
    self.body.append(
        f'<div class="{classes}" data-program="{self.attval(node["program"])}"'
        f' data-programs="{self.attval(address)}">\n'
    )


def _depart(self: HTML5Translator, _node: playground) -> None:
    self.body.append("</div>\n")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the directive and its nodes."""
    app.add_directive("playground", Playground)
    app.setup_extension("card.without_scripts")
    app.add_node(playground, html=(_visit, _depart), markdown=(show_inside, show_inside))
    return {"env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
