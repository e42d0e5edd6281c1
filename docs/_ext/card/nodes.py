"""The card of a snippet: its nodes, how they are made from the file and how HTML shows them.

Every node class extends a docutils one, so a builder that knows nothing of cards (text, LaTeX)
falls back to that and shows the code and the output; HTML and EPUB have visitors of their own.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

from card.marks import write_beside
from language.languages import Language, of, of_text, other
from language.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

    from turns.snippet.grammar import ExpectedLine, Output, Snippet

_CODE_SPAN = re.compile(r"`+([^`]+)`+")


class snippet_card(nodes.container):  # noqa: N801  (nodes are lower-case by convention)
    """The whole card: paragraphs, code, question, outputs, picture, player, caption."""


class snippet_download(addnodes.download_reference):  # noqa: N801
    """The file's name, linked to the file; HTML adds ``word``."""


class snippet_edit(nodes.Invisible, nodes.Element):  # noqa: N801
    """A button, ``word``, with which the program can be changed and run; a script shows it."""


class snippet_output(nodes.container):  # noqa: N801
    """One block of expected output: a title, then its lines."""


class snippet_lines(nodes.literal_block):  # noqa: N801
    """The lines of an output, and the groups among them."""


class snippet_group(nodes.inline):  # noqa: N801
    """Lines that may come in any order; ``label`` says so."""


class snippet_line(nodes.inline):  # noqa: N801
    """One line, newline included, after the label of its lane if the group shows them."""


class snippet_gutter(nodes.inline):  # noqa: N801
    """The bracket before the lines of a group, drawn in characters; HTML draws its own."""


class snippet_caption(nodes.container):  # noqa: N801
    """What the page says about the card."""


def download_link(name: str, download: str, language: Language) -> snippet_download:
    """Return a file's name (``name``), linked for download.

    ``download`` is the file as `sphinx.environment.BuildEnvironment.relfn2path` takes it.
    """
    filename = nodes.literal("", f"{name}.py")
    said = word(language, "download")
    return snippet_download("", "", filename, reftarget=download, word=said)


def file_line(name: str, download: str, snippet: Snippet, language: Language) -> nodes.paragraph:
    """Return the header: the link to the file, see `download_link`, and what it requires."""
    link = download_link(name, download, language)
    line = nodes.paragraph("", "", link, classes=["snippet-file"])
    if snippet.requires:
        requires = word(language, "requires").format(version=_version(snippet.requires))
        line += [nodes.Text(" "), nodes.inline("", requires, classes=["snippet-requires"])]
    line += snippet_edit(word=word(language, "edit"))
    return line


def lead(docstring: str, language: Language) -> list[nodes.Node]:
    """Return the docstring's paragraph in the page's language, else its first; none without any."""
    paragraphs = [p for p in re.split(r"\n\s*\n", docstring.strip()) if p]
    if not paragraphs:
        return []
    same = [paragraph for paragraph in paragraphs if of_text(paragraph) is language]
    text = (same or paragraphs)[0]
    node = nodes.paragraph("", "", classes=["snippet-lead"])
    if not same:
        # docutils turns this class into a `lang` attribute.
        node["classes"].append(f"language-{other(language).tag}")
    for index, part in enumerate(_CODE_SPAN.split(text)):
        if part:
            node += nodes.literal("", part) if index % 2 else nodes.Text(part)
    return [node]


def code_block(snippet: Snippet, emphasized: Sequence[int]) -> nodes.literal_block:
    """Return the code; ``emphasized`` and the numbers shown are lines of the file."""
    code = snippet.code.rstrip("\n")
    first = snippet.code_lineno
    highlight = {"linenostart": first, "hl_lines": [line - first + 1 for line in emphasized]}
    return nodes.literal_block(
        code, code, language="python", linenos=True, highlight_args=highlight
    )


def outputs(
    snippet: Snippet, language: Language, marks: Mapping[int, nodes.Element]
) -> Iterator[nodes.Element]:
    """Yield the blocks of output, then how the program ends if it is meant to fail.

    ``marks`` are those of lines, by the line's number in the file.
    """
    starts = [output.since for output in snippet.outputs]
    ends = [*starts[1:], None]
    for output, end in zip(snippet.outputs, ends, strict=True):
        title = _output_title(output.since, end, language)
        yield _output(output, title, language, marks)
    if snippet.error is not None:
        text = word(language, "exit-error").format(status=snippet.exit)
        error = nodes.literal("", "", *_with_wildcards(snippet.error))
        yield nodes.paragraph("", text, error, classes=["snippet-exit"])
    elif snippet.exit:
        text = word(language, "exit").format(status=snippet.exit)
        yield nodes.paragraph("", text, classes=["snippet-exit"])


def _version(version: tuple[int, int]) -> str:
    return f"{version[0]}.{version[1]}"


def _output_title(
    since: tuple[int, int] | None, end: tuple[int, int] | None, language: Language
) -> str:
    """Say for which versions a block stands: from ``since`` on, up to but without ``end``."""
    if since is None:
        key = "output-before" if end else "output"
        return word(language, key).format(version=_version(end) if end else "")
    if end is None:
        return word(language, "output-from").format(version=_version(since))
    last = (end[0], end[1] - 1)
    if since == last:
        return word(language, "output-only").format(version=_version(since))
    return word(language, "output-range").format(first=_version(since), last=_version(last))


def _output(
    output: Output, title: str, language: Language, marks: Mapping[int, nodes.Element]
) -> snippet_output:
    node = snippet_output("", nodes.paragraph("", title, classes=["snippet-output-title"]))
    node["classes"] = ["snippet-output"]
    if not output.lines:
        node += nodes.paragraph("", word(language, "nothing"), classes=["snippet-note"])
        return node
    lines = snippet_lines("", "", language="text")
    for group, members in groupby(output.lines, lambda line: line.group):
        listed = list(members)
        lanes = [line.lane for line in listed]
        if group is None or len(set(lanes)) == 1:
            lines += [_line(line, marks) for line in listed]
        else:
            shared = {lane for lane in lanes if lanes.count(lane) > 1}
            lines += _group(listed, shared, language, marks)
    node += lines
    if any("..." in line.text for line in output.lines):
        node += nodes.paragraph("", word(language, "wildcard"), classes=["snippet-note"])
    return node


def _line(line: ExpectedLine, marks: Mapping[int, nodes.Element], lane: str = "") -> snippet_line:
    """Return the line; ``lane`` is the column of labels before it, padded, or empty."""
    label = [nodes.inline("", lane, classes=["snippet-lane"])] if lane else []
    mark = marks.get(line.lineno)
    shown = snippet_line("", "", *label, *_with_wildcards(line.text), nodes.Text("\n"))
    if mark is not None:
        shown.insert(0, mark)
        shown["line"] = mark["line"]
    return shown


def _group(
    listed: list[ExpectedLine],
    shared: set[str | None],
    language: Language,
    marks: Mapping[int, nodes.Element],
) -> snippet_group:
    """Bracket the lines of a group; label those in the ``shared`` lanes, whose order is kept."""
    label = word(language, "any-order-lanes" if shared else "any-order")
    labels = [line.lane if line.lane in shared else None for line in listed]
    width = max(len(lane or "") for lane in labels)
    group = snippet_group("", "", _gutter(f"┌ {label}\n"), label=label)
    for line, lane in zip(listed, labels, strict=True):
        column = f"{lane or '':{width}} " if shared else ""
        group += [_gutter("│ "), _line(line, marks, column)]
    group += _gutter("└\n")
    return group


def _gutter(text: str) -> snippet_gutter:
    return snippet_gutter("", text, classes=["snippet-gutter"])


def _with_wildcards(text: str) -> list[nodes.Node]:
    """Show each ``...`` of an expected text as the one character that the note explains."""
    parts: list[nodes.Node] = []
    for index, part in enumerate(text.split("...")):
        if index:
            parts.append(nodes.inline("", "…", classes=["snippet-wildcard"]))
        if part:
            parts.append(nodes.Text(part))
    return parts


def _visit_card(self: HTML5Translator, node: snippet_card) -> None:
    scripts = not self.builder.embedded
    data = {}
    if scripts and "recording" in node:
        data = {"data-recording": node["recording"], "data-address": node["address"]}
        if "goal" in node:
            data["data-goal"] = str(node["goal"])
        if "board" in node:
            data["data-board"] = node["board"]
    self.body.append(self.starttag(node, "figure", CLASS="snippet", **data))


def _depart_card(self: HTML5Translator, _node: snippet_card) -> None:
    self.body.append("</figure>\n")


def _visit_download(self: HTML5Translator, node: snippet_download) -> None:
    self.visit_download_reference(node)


def _depart_download(self: HTML5Translator, node: snippet_download) -> None:
    if self.builder.download_support:
        self.body.append(f' <span class="snippet-download">{self.encode(node["word"])}</span>')
    self.depart_download_reference(node)


def _visit_edit(self: HTML5Translator, node: snippet_edit) -> None:
    if not self.builder.embedded:
        text = self.encode(node["word"])
        self.body.append(f'<button class="snippet-edit" type="button" hidden>{text}</button>')
    raise nodes.SkipNode


def _visit_output(self: HTML5Translator, node: snippet_output) -> None:
    self.body.append(self.starttag(node, "div"))


def _depart_output(self: HTML5Translator, _node: snippet_output) -> None:
    self.body.append("</div>\n")


def _visit_lines(self: HTML5Translator, node: snippet_lines) -> None:
    # What programs print is English on every page.
    self.body.append(self.starttag(node, "pre", "", CLASS="snippet-lines", lang="en") + "<samp>")


def _depart_lines(self: HTML5Translator, _node: snippet_lines) -> None:
    self.body.append("</samp></pre>\n")


def _visit_group(self: HTML5Translator, node: snippet_group) -> None:
    label = self.encode(node["label"])
    language = of(self.config.language).tag
    self.body.append(
        f'<span class="snippet-group" role="group" aria-label="{label}" lang="{language}">'
        f'<span class="snippet-group-label" aria-hidden="true">{label}\n</span>'
        '<span class="snippet-group-lines" lang="en">'
    )


def _depart_group(self: HTML5Translator, _node: snippet_group) -> None:
    self.body.append("</span></span>")


def _visit_line(self: HTML5Translator, node: snippet_line) -> None:
    data: Any = {"data-line": str(node["line"])} if "line" in node else {}
    self.body.append(self.starttag(node, "span", "", CLASS="snippet-line", **data))


def _depart_line(self: HTML5Translator, _node: snippet_line) -> None:
    self.body.append("</span>")


def _skip(_self: HTML5Translator, _node: nodes.Element) -> None:
    raise nodes.SkipNode


def _visit_caption(self: HTML5Translator, node: snippet_caption) -> None:
    self.body.append(self.starttag(node, "figcaption"))


def _depart_caption(self: HTML5Translator, _node: snippet_caption) -> None:
    self.body.append("</figcaption>\n")


def add_nodes(app: Sphinx) -> None:
    """Register the nodes with their visitors."""
    app.add_node(snippet_card, html=(_visit_card, _depart_card))
    app.add_node(snippet_download, html=(_visit_download, _depart_download))
    app.add_node(snippet_edit, html=(_visit_edit, None), text=(_skip, None), latex=(_skip, None))
    app.add_node(snippet_output, html=(_visit_output, _depart_output))
    lines_html = (_visit_lines, _depart_lines)
    app.add_node(snippet_lines, html=lines_html, markdown=(write_beside, None))
    app.add_node(snippet_group, html=(_visit_group, _depart_group))
    app.add_node(snippet_line, html=(_visit_line, _depart_line))
    app.add_node(snippet_gutter, html=(_skip, None))
    app.add_node(snippet_caption, html=(_visit_caption, _depart_caption))
