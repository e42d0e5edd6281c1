"""Pages as plain Markdown, for readers without the site: people, and programs that read text.

Made by sphinx-markdown-builder; what is here is where its output is not CommonMark, has HTML in it
or does not suit Chinese. There are no anchors in Markdown without HTML, so a link leads to a page,
and one to the page that it stands on is only its text.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import admonitionlabels
from sphinx_markdown_builder.builder import MarkdownBuilder
from sphinx_markdown_builder.contexts import (
    IndentContext,
    SubContext,
    SubContextParams,
    TableContext,
    WrappedContext,
)
from sphinx_markdown_builder.translator import MarkdownTranslator, pushing_context

from language.languages import of
from language.words import word
from plain import llms

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

_MARKUP = re.compile(r"[\\*`]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])")
"""What would begin or end something; an underscore within a word does not."""
_BACKTICKS = re.compile(r"`+")


class _Quote(IndentContext):
    """A block quote, without spaces at the ends of its lines."""

    def __init__(self) -> None:
        super().__init__("> ", empty=True, params=SubContextParams(2, 2))

    def make(self) -> str:
        return re.sub(r" +$", "", super().make(), flags=re.MULTILINE)


class _Emphasis(SubContext):
    """Text between asterisks; the library's own puts a space before what is not Latin."""

    def __init__(self, asterisks: str, lines_after: int = 0) -> None:
        super().__init__(SubContextParams(0, lines_after))
        self.asterisks = asterisks

    def make(self) -> str:
        return f"{self.asterisks}{super().make().strip()}{self.asterisks}"


class _Table(TableContext):
    """A table whose cells are as they are: not padded, and numbers not rounded."""

    def make(self) -> str:
        rows = [self._row(row) for row in (*self.headers, *self.body)]
        rows.insert(1, "|---" * len(self.headers[0]) + "|")
        return "\n".join(rows)

    @staticmethod
    def _row(row: list[list[str]]) -> str:
        cells = ("".join(cell).strip().replace("|", r"\|") for cell in row)
        return f"| {' | '.join(cells)} |"


def _longest_run(text: str) -> int:
    """Return how many backticks follow each other at most."""
    return max(map(len, _BACKTICKS.findall(text)), default=0)


class PageTranslator(MarkdownTranslator):
    """Writes a page; nodes of our own have their visitors where they are defined."""

    builder: PageBuilder

    def fenced(self, text: str, language: str) -> None:
        """Add a block of code or output, in a fence that is longer than any in it."""
        fence = "`" * max(3, _longest_run(text) + 1)
        block = f"{fence}{language}\n{text.rstrip()}\n{fence}"
        self.add(block, prefix_eol=2, suffix_eol=2)

    def escaped(self, text: str) -> str:
        """Return a text as Markdown that shows it."""
        return _MARKUP.sub(r"\\\g<0>", text)

    def visit_Text(self, node: nodes.Text) -> None:  # noqa: N802 (docutils' name)
        """Escape what Markdown would take for markup or HTML."""
        self.add(self.escaped(node.astext()))

    def visit_literal(self, node: nodes.literal) -> None:
        """Put code between as many backticks as it takes."""
        text = node.astext()
        ticks = "`" * (_longest_run(text) + 1)
        pad = " " if "`" in (text[:1], text[-1:]) else ""
        self.add(f"{ticks}{pad}{text}{pad}{ticks}")
        raise nodes.SkipNode

    def visit_literal_block(self, node: nodes.literal_block) -> None:
        """Show code."""
        self.fenced(node.astext(), node.get("language", ""))
        raise nodes.SkipNode

    def visit_emphasis(self, _node: nodes.emphasis) -> None:
        """Begin emphasis."""
        self._push_context(_Emphasis("*"))

    def visit_strong(self, _node: nodes.strong) -> None:
        """Begin strong emphasis."""
        self._push_context(_Emphasis("**"))

    @pushing_context
    def visit_reference(self, node: nodes.reference) -> None:
        """Begin a link; ours lose their anchors."""
        address = node.get("refuri", "")
        if node.get("internal"):
            address = address.partition("#")[0]
        self._push_context(WrappedContext("[", f"]({address})") if address else SubContext())

    @pushing_context
    def visit_title(self, node: nodes.title) -> None:
        """Begin a heading, or the bold title of a quote."""
        if isinstance(node.parent, nodes.Admonition):
            self._push_context(_Emphasis("**", lines_after=2))
        else:
            super().visit_title(node)

    @pushing_context
    def visit_admonition(self, _node: nodes.admonition) -> None:
        """Begin a quote with a title of its own, such as a rule."""
        self._push_context(_Quote())

    def _push_box(self, title: str) -> None:
        """Begin a note or the like: a quote whose title is its kind, in the page's language."""
        self._push_context(_Quote())
        kind = admonitionlabels[title.lower().replace(" ", "")]
        self.add(f"**{kind}**", suffix_eol=2)

    def visit_definition_list_item(self, _node: nodes.definition_list_item) -> None:
        """Begin an item of a list: CommonMark has no other."""
        self._push_context(IndentContext("- ", only_first=True))

    def depart_definition_list_item(self, _node: nodes.definition_list_item) -> None:
        """End the item."""
        self._pop_context()

    def depart_definition_list(self, _node: nodes.definition_list) -> None:
        """Keep what follows apart from the list."""
        self.ensure_eol(2)

    @pushing_context
    def visit_term(self, node: nodes.term) -> None:
        """Begin a term, after others that mean the same."""
        if node.parent.index(node):
            self.add(" / ")
        self._push_context(_Emphasis("**"))

    @pushing_context
    def visit_definition(self, _node: nodes.definition) -> None:
        """Begin what the terms mean, on their line."""
        self.add(word(of(self.config.language), "colon"))
        self._push_context(SubContext())

    @pushing_context
    def visit_table(self, _node: nodes.table) -> None:
        """Begin a table."""
        self._push_context(_Table(SubContextParams(2, 2)))

    def visit_target(self, _node: nodes.target) -> None:
        """Add no anchor."""

    def visit_Invisible(self, node: nodes.Node) -> None:  # noqa: ARG002, N802 (docutils' names)
        """Leave out what is not for readers, needs scripts, or is HTML."""
        raise nodes.SkipNode

    visit_comment = visit_meta = visit_raw = visit_Invisible


class PageBuilder(MarkdownBuilder):
    """The library's builder, which also writes the list of its pages."""

    default_translator_class = PageTranslator
    current_doc_name: str  # type: ignore[assignment]  # None until it writes

    def finish(self) -> None:
        """Copy the downloads, remove pages whose source is gone, and write `llms.txt`."""
        super().finish()
        outdir = Path(self.outdir)
        pages = {outdir / f"{name}{self.out_suffix}" for name in self.env.found_docs}
        for gone in {*outdir.rglob(f"*{self.out_suffix}")} - pages:
            gone.unlink()
        text = llms.listing(self.env)
        (outdir / "llms.txt").write_text(text, encoding="utf-8", newline="\n")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Take the place of the library's builder, which has the same name."""
    app.setup_extension("sphinx_markdown_builder")
    app.add_builder(PageBuilder, override=True)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
