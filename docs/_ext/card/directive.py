"""The ``{snippet}`` directive and role: a checked program on a page, and links to it.

A snippet may be shown more than once in a language: one card has the default anchor, the others
need a ``:name:``, and the role leads to the one without.
"""

from __future__ import annotations

import difflib
import functools
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.util import logging, parselinenos
from sphinx.util.docutils import ReferenceRole, SphinxDirective
from turns.snippet import grammar as grammar

from card import marks, picture, question
from card import nodes as card
from card.recordings import Film, films_of
from language.languages import of
from language.words import word
from markup.targets import TargetsDomain, mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.util.typing import ExtensionMetadata

logger = logging.getLogger(__name__)

_PATH = re.compile(r"[a-z0-9_]+(/[a-z0-9_]+)*")
_ANCHOR = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class Snippet(SphinxDirective):
    """Show the snippet at a path below ``snippets_root``, without ``.py``; the content captions it.

    Every error is one located warning of type ``snippet``; the page shows it where the card would
    be, so that live preview does too.
    """

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "emphasize-lines": directives.unchanged,
        "name": directives.unchanged,
        "predict": directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        """Build the card."""
        name = self.arguments[0]
        node = card.snippet_card("", classes=["snippet"], assets=("card.css",))
        self.set_source_info(node)
        if not _PATH.fullmatch(name):
            return self.fail(
                node,
                "path",
                f"{name!r} is not a snippet; write its folder and name below the snippets folder,"
                " without `.py`: lower-case letters, digits and underscores, separated by `/`",
            )
        self.add_anchor(node, name)
        root = Path(self.config.snippets_root)
        path = root.joinpath(*name.split("/")).with_suffix(".py")
        # Also of a missing file, so that the page is read again once there is one.
        self.env.note_dependency(path)
        if not path.is_file():
            return self.fail(node, "missing", _missing(name, root))
        try:
            snippet = grammar.read(path)
        except grammar.SnippetError as error:
            # Sphinx would take a path without a line for the name of a page.
            return self.fail(node, "file", error.message, f"{path}:{error.lineno or 1}")

        language = of(self.config.language)
        fault = films_of(self.config).fault(name)
        if fault and (snippet.requires or (3, 0)) <= sys.version_info[:2]:
            return self.fail(node, "program", fault[1], f"{path}:{fault[0] or 1}")
        film = films_of(self.config).film(name)
        ask = self.question(film, snippet) if "predict" in self.options else None
        lead = card.lead(snippet.docstring, language)
        if not ask:
            node += lead
        download = "/" + Path(os.path.relpath(path, self.env.srcdir)).as_posix()
        node += card.file_line(name, download, snippet, language)
        code = card.code_block(snippet, self.emphasized_lines(snippet))
        self.set_source_info(code)
        node += code
        if ask:
            node += ask
            node += lead  # what the program is about may give the answer away
        node += self.recorded(node, film, snippet)
        if film is not None and (ask or film["turns"]):
            node["film"] = name
            node["assets"] = ("card.css", "card.js")
            node["address"] = films_of(self.config).address(name)
        if self.content:
            node += card.snippet_caption("", *self.parse_content_to_nodes())
        return [node]

    def question(
        self, film: Film | None, snippet: grammar.Snippet
    ) -> question.snippet_predict | None:
        """Return the question of the card; report it if there can be none."""
        lines = snippet.output_for(sys.version_info[:2]).lines
        ask = film and question.question(film, lines, of(self.config.language))
        if not ask:
            which = "of which a film can be made and that prints 2 to 12 lines"
            self.warn("predict", f"`:predict:` needs a program {which}")
        return ask or None

    def recorded(
        self, node: card.snippet_card, film: Film | None, snippet: grammar.Snippet
    ) -> list[nodes.Node]:
        """Return the outputs with their marks, and what shows the film if there is one."""
        language = of(self.config.language)
        if film is None:
            return list(card.outputs(snippet, language, {}))
        output = snippet.output_for(sys.version_info[:2])
        texts = [mark["text"] for mark in film["marks"]]
        ident = (node["ids"] or [f"snippet-{film['name'].replace('/', '-')}"])[0]
        in_order = {i: j for i, j in marks.places(output.lines, texts).items() if i == j}
        found = (
            {output.lines[i].lineno: marks.mark(film, i, ident, language) for i in in_order}
            if len(in_order) == len(output.lines)
            else {}
        )
        shown: list[nodes.Node] = list(card.outputs(snippet, language, found))
        if film["turns"]:
            words = functools.partial(word, language)
            shown.append(picture.element(film, words, f"{ident}-picture"))
            shown.append(card.snippet_player(word=word(language, "step")))
        return shown

    def add_anchor(self, node: card.snippet_card, name: str) -> None:
        """Make the card a target under its default name, or the one in ``:name:``."""
        default = re.sub(r"[/_]+", "-", f"snippet-{name}").rstrip("-")
        anchor = self.options.get("name", default) or ""
        if _ANCHOR.fullmatch(anchor):
            mark(self, node, anchor, f"{name}.py", name)
        else:
            problem = f"`:name: {anchor}`; write lower-case letters, digits and hyphens"
            self.warn("name", problem)

    def emphasized_lines(self, snippet: grammar.Snippet) -> list[int]:
        """Return the lines of the file in ``:emphasize-lines:``, if the card shows all of them."""
        if "emphasize-lines" not in self.options:
            return []
        spec = self.options["emphasize-lines"] or ""
        first = snippet.code_lineno
        last = first + snippet.code.rstrip("\n").count("\n")
        try:
            lines = [index + 1 for index in parselinenos(spec, last)]
        except ValueError:
            lines = []
        if lines and all(first <= line <= last for line in lines):
            return lines
        self.warn(
            "emphasize-lines",
            f"`:emphasize-lines: {spec}`; write lines of the file between {first} and {last},"
            " which the card shows, such as `3,5-7`",
        )
        return []

    def warn(self, subtype: str, problem: str, location: str | None = None) -> None:
        """Report an error at the directive or where ``location`` says."""
        where = location or self.get_location()
        logger.warning(problem, location=where, type="snippet", subtype=subtype)

    def fail(
        self, node: card.snippet_card, subtype: str, problem: str, location: str | None = None
    ) -> list[nodes.Node]:
        """Report an error and put it into the empty card."""
        self.warn(subtype, problem, location)
        node += nodes.paragraph("", "", nodes.literal("", problem))
        return [node]


class SnippetRole(ReferenceRole):
    """Link to the card of a snippet: by its path, or with a text before ``<path>``."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Leave a reference that is resolved when all pages are known."""
        reference = addnodes.pending_xref(
            self.rawtext,
            refdomain=TargetsDomain.name,
            reftype="snippet",
            reftarget=self.target,
            refdoc=self.env.docname,
            refexplicit=self.has_explicit_title,
        )
        self.set_source_info(reference)
        text = nodes.inline if self.has_explicit_title else nodes.literal
        reference += text(self.rawtext, self.title)
        return [reference], []


def _resolve_root(app: Sphinx, config: Config) -> None:
    """Take a relative ``snippets_root`` as relative to ``conf.py``."""
    config.snippets_root = str(Path(app.confdir, config.snippets_root))


def _missing(name: str, root: Path) -> str:
    """Say that a file is missing and name those with a similar path or the same name."""
    known = sorted(p.relative_to(root).with_suffix("").as_posix() for p in root.rglob("*.py"))
    near = [k for k in known if k.rpartition("/")[2] == name.rpartition("/")[2]]
    near += [k for k in difflib.get_close_matches(name, known, cutoff=0.75) if k not in near]
    hint = f"; did you mean {' or '.join(map(repr, near))}?" if near else ""
    return f"there is no file {root.name}/{name}.py{hint}"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the directive, the role, and the card's nodes."""
    app.setup_extension("markup.targets")
    app.setup_extension("card.recordings")
    app.setup_extension("card.scripts")
    app.add_config_value("snippets_root", "snippets", "env", str)
    app.connect("config-inited", _resolve_root)
    app.add_directive("snippet", Snippet)
    app.add_role("snippet", SnippetRole())
    card.add_nodes(app)
    marks.add_nodes(app)
    picture.add_nodes(app)
    question.add_nodes(app)
    return {
        "version": "1",
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
