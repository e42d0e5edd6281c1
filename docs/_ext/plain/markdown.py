"""Pages as plain Markdown, for readers without the site: people, and programs that read text.

Made by sphinx-markdown-builder; what is here is where its output is not CommonMark, has HTML in it
or does not suit Chinese. There are no anchors in Markdown without HTML, so a link leads to a page,
and one to the page that it stands on is only its text.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.locale import admonitionlabels
from sphinx_markdown_builder.builder import MarkdownBuilder
from sphinx_markdown_builder.contexts import (
    IndentContext,
    SubContext,
    SubContextParams,
    WrappedContext,
)
from sphinx_markdown_builder.translator import MarkdownTranslator, pushing_context

from language.languages import of
from language.words import word
from plain import llms
from plain.contexts import Emphasis, Quote, Table

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

_MARKUP = re.compile(r"[\\*`]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])")
"""What would begin or end something; an underscore within a word does not."""
_BACKTICKS = re.compile(r"`+")
_RULES = {"text-left": ":---", "text-center": ":---:", "text-right": "---:"}
_RAISED = str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")


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
        language = node.get("language", "")
        self.fenced(node.astext(), "" if language == "default" else language)
        raise nodes.SkipNode

    def visit_emphasis(self, _node: nodes.emphasis) -> None:
        """Begin emphasis."""
        self._push_context(Emphasis("*"))

    def visit_strong(self, _node: nodes.strong) -> None:
        """Begin strong emphasis."""
        self._push_context(Emphasis("**"))

    @pushing_context
    def visit_reference(self, node: nodes.reference) -> None:
        """Begin a link; ours lose their anchors."""
        address = node.get("refuri", "")
        if node.get("internal"):
            address = address.partition("#")[0]
        self._push_context(WrappedContext("[", f"]({address})") if address else SubContext())

    @pushing_context
    def visit_title(self, node: nodes.title) -> None:
        """Begin a heading, or the bold title of a quote or a table."""
        if isinstance(node.parent, nodes.Admonition | nodes.table):
            self._push_context(Emphasis("**", lines_after=2))
        else:
            super().visit_title(node)

    @pushing_context
    def visit_admonition(self, _node: nodes.admonition) -> None:
        """Begin a quote with a title of its own, such as a rule."""
        self._push_context(Quote())

    def _push_box(self, title: str) -> None:
        """Begin a note or the like: a quote whose title is its kind, in the page's language."""
        self._push_context(Quote())
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
        self._push_context(Emphasis("**"))

    @pushing_context
    def visit_definition(self, _node: nodes.definition) -> None:
        """Begin what the terms mean, on their line."""
        self.add(word(of(self.config.language), "colon"))
        self._push_context(SubContext())

    @pushing_context
    def visit_table(self, _node: nodes.table) -> None:
        """Begin a table."""
        self._push_context(Table())

    def visit_entry(self, node: nodes.entry) -> None:
        """Begin a cell; those of the first row say how their columns are aligned."""
        super().visit_entry(node)
        table: Any = self.table_ctx
        if len(table.headers) + len(table.body) == 1:
            align = next(iter(_RULES.keys() & {*node["classes"]}), "")
            table.rules.append(_RULES.get(align, "---"))

    def visit_enumerated_list(self, node: nodes.enumerated_list) -> None:
        """Begin a numbered list, with its first number."""
        self._start_list(node.get("start", 1) - 1)

    def visit_image(self, node: nodes.image) -> None:
        """Show an image, which lies where the page in HTML has it."""
        name = self.builder.env.images.get(node["uri"], ("", ""))[1]
        up = "../" * self.builder.current_doc_name.count("/")
        address = f"{up}_images/{name}" if name else node["uri"]
        self.add(f"![{self.escaped(node.get('alt', ''))}]({address})")

    def visit_figure(self, _node: nodes.figure) -> None:
        """Begin an image with its caption."""
        self.ensure_eol(2)

    def depart_figure(self, _node: nodes.figure) -> None:
        """End it."""
        self.ensure_eol(2)

    @pushing_context
    def visit_caption(self, _node: nodes.caption) -> None:
        """Begin the caption of a figure or of code."""
        self.ensure_eol(2)
        self._push_context(Emphasis("**", lines_after=2))

    def visit_legend(self, _node: nodes.legend) -> None:
        """Go on with what is said of a figure."""

    def depart_legend(self, _node: nodes.legend) -> None:
        """Go on."""

    def visit_subscript(self, node: nodes.subscript) -> None:
        """Lower a text: with the characters that Unicode has, else behind a sign."""
        self._shift(node, _LOWERED, "_")

    def visit_superscript(self, node: nodes.superscript) -> None:
        """Raise a text, likewise."""
        self._shift(node, _RAISED, "^")

    def _shift(self, node: nodes.Element, characters: dict[int, int], sign: str) -> None:
        text = node.astext()
        every = all(ord(one) in characters for one in text)
        shifted = text.translate(characters) if every else f"{sign}({text})"
        self.add(shifted if every else self.escaped(shifted))
        raise nodes.SkipNode

    def visit_abbreviation(self, node: nodes.abbreviation) -> None:
        """Write an abbreviation, with what it stands for behind it."""
        said = word(of(self.config.language), "abbreviation")
        self.add(self.escaped(said.format(short=node.astext(), long=node.get("explanation", ""))))
        raise nodes.SkipNode

    def visit_math(self, node: nodes.math) -> None:
        """Write a formula as TeX, as most readers of Markdown show it."""
        self.add(f"${node.astext()}$")
        raise nodes.SkipNode

    def visit_math_block(self, node: nodes.math_block) -> None:
        """Write a formula that stands alone."""
        self.add(f"$$\n{node.astext().strip()}\n$$", prefix_eol=2, suffix_eol=2)
        raise nodes.SkipNode

    @pushing_context
    def visit_versionmodified(self, _node: nodes.Element) -> None:
        """Begin what a version has brought; its first words say so."""
        self._push_context(SubContext(SubContextParams(2, 2)))

    def visit_footnote_reference(self, node: nodes.footnote_reference) -> None:
        """Lead to a footnote."""
        self.add(f"[^{node.astext()}]")
        raise nodes.SkipNode

    @pushing_context
    def visit_footnote(self, node: nodes.footnote) -> None:
        """Begin a footnote with its number."""
        number = node[0].astext()
        self._push_context(
            IndentContext(f"[^{number}]: ", only_first=True, params=SubContextParams(2, 2))
        )

    def visit_label(self, _node: nodes.label) -> None:
        """Leave out the number: it is there."""
        raise nodes.SkipNode

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
