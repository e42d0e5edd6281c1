"""Search without a server: what the pages say, as data that `search.js` searches in the browser.

Sphinx's own search finds no Chinese phrase and, in English, no word that is mistyped. The data are
the sections with their text, `_static/search-index.js`; the terms are made in the browser, which
takes some milliseconds and halves what readers load. The glossary's pairs of words go with them, so
that each language finds the words of the other. A script and not JSON, since a page that was opened
from a disk may not fetch.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes
from sphinx import addnodes
from sphinx.environment.collectors import EnvironmentCollector
from sphinx.util import logging

from language.languages import of
from language.words import word
from markup.description import description

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

logger = logging.getLogger(__name__)

Section = tuple[str, str, str, str]
"""Anchor (empty for the page's own heading), title, text, and the names in its code."""
_LEFT_OUT = (
    *(nodes.section, nodes.title, nodes.raw, nodes.comment, nodes.Invisible),
    addnodes.toctree,
)
_CODE = nodes.literal_block
_NOT_READ = {
    *("snippet-file", "snippet-output-title", "snippet-outcomes", "snippet-causes"),
    *("rule-promise", "practice"),
}
"""Classes of what stands on every card and in every rule, and of what is said elsewhere."""
_NAME = re.compile(r"[A-Za-z_]\w*(?:\.\w+)+|[A-Za-z]\w*_\w+|[A-Z][a-z]+[A-Z]\w+")
_COUNTED = re.compile(r"id\d+")
"""An anchor that docutils makes of nothing, and another one when something is added above it."""
_REFERENCE = re.compile(r"\[\]\(#([\w-]+)\)")
PAGE = "search"


class Found(NamedTuple):
    """What is searched of a page."""

    sections: list[Section]
    words: list[tuple[str, str]]
    """Of its glossary entries, the word in the page's language and in the other one."""


def sections(doctree: nodes.document) -> Iterator[Section]:
    """Yield the sections of a page; the first begins with the page's description."""
    for index, section in enumerate(doctree.findall(nodes.section)):
        title = section.next_node(nodes.title)
        anchor = _anchor(section) if index else ""
        blocks = list(_blocks(section))
        code = " ".join(block.astext() for block in blocks if isinstance(block, _CODE))
        texts = [_said(block) for block in blocks if not isinstance(block, _CODE)]
        if not index:
            texts.insert(0, description(doctree))
        text = " ".join(" ".join(texts).split())
        names = " ".join(dict.fromkeys(_NAME.findall(code)))
        yield anchor, title.astext() if title else "", text, names


def unstable(doctree: nodes.document) -> Iterator[nodes.section]:
    """Yield the sections, without the page's own, to which no result can lead for long."""
    for section in list(doctree.findall(nodes.section))[1:]:
        if _COUNTED.fullmatch(_anchor(section)):
            yield section


def _anchor(section: nodes.section) -> str:
    """Return the section's first anchor that lasts, or its first one."""
    ids: list[str] = section["ids"]
    return next((one for one in ids if not _COUNTED.fullmatch(one)), ids[0])


def words(doctree: nodes.document) -> Iterator[tuple[str, str]]:
    """Yield the entries of a page's glossary that have a word in both languages."""
    for entry in doctree.findall(nodes.definition_list_item):
        terms = [child.astext() for child in entry.children if isinstance(child, nodes.term)]
        if isinstance(entry.parent.parent, addnodes.glossary) and len(terms) > 1:
            yield terms[0], terms[1]


def _blocks(node: nodes.Element) -> Iterator[nodes.Node]:
    """Yield a section's blocks of text and code, without its subsections and what nobody reads."""
    for child in node.children:
        if isinstance(child, _LEFT_OUT) or _NOT_READ & _classes(child):
            continue
        if isinstance(child, nodes.Text | nodes.TextElement):
            yield child
        elif isinstance(child, nodes.Element):
            yield from _blocks(child)


def _said(node: nodes.Node) -> str:
    """Return the text of a block; a reference that says its target's title stays a reference."""
    if isinstance(node, addnodes.pending_xref) and not node.astext():
        return f"[](#{node['reftarget']})"
    if isinstance(node, nodes.raw):
        return ""  # a drawing in a line
    parts = node.children if isinstance(node, nodes.Element) else ()
    return "".join(map(_said, parts)) if parts else node.astext()


def _classes(node: nodes.Node) -> set[str]:
    return set(node["classes"]) if isinstance(node, nodes.Element) else set()


class FoundCollector(EnvironmentCollector):
    """Keeps in the environment what was found on each page."""

    @staticmethod
    def of(env: BuildEnvironment) -> dict[str, Found]:
        """Return what was found, by page."""
        found: dict[str, Found] = vars(env).setdefault("search_found", {})
        return found

    def process_doc(self, app: Sphinx, doctree: nodes.document) -> None:
        """Look for what is searched of a page that has been read.

        `nosearch` is Sphinx's word for pages about the site itself, which nobody looks for here.
        """
        if "nosearch" in app.env.metadata[app.env.docname]:
            return
        for section in unstable(doctree):
            logger.warning(
                "%r has no anchor that lasts; write a label above it, `(name)=`, that is not the"
                " title of another section",
                section[0].astext(),
                location=section,
                type="search",
                subtype="anchor",
            )
        found = Found(list(sections(doctree)), list(words(doctree)))
        self.of(app.env)[app.env.docname] = found

    def clear_doc(self, _app: Sphinx, env: BuildEnvironment, docname: str) -> None:
        """Forget a page that is read again or gone."""
        self.of(env).pop(docname, None)

    def merge_other(
        self,
        _app: Sphinx,
        env: BuildEnvironment,
        docnames: AbstractSet[str],
        other: BuildEnvironment,
    ) -> None:
        """Take over what another process read."""
        theirs = self.of(other)
        self.of(env).update({name: theirs[name] for name in docnames if name in theirs})


def _without_sphinx(app: Sphinx) -> None:
    """Take Sphinx's own search away: its page, its scripts, and the time to make its index."""
    if app.builder.format == "html":
        app.builder.search = False  # type: ignore[attr-defined]


def _page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Make the page of results."""
    if app.builder.name in {"html", "dirhtml"}:
        yield PAGE, {"title": word(of(app.config.language), "site-search")}, "search.html"


def _resolved(section: Section, labels: Mapping[str, tuple[str, str, str]]) -> Section:
    """Put the titles of their targets in the place of references; Sphinx warns where none is."""
    anchor, title, text, names = section
    nothing = ("", "", "")
    text = _REFERENCE.sub(lambda found: labels.get(found[1], nothing)[2], text)
    return anchor, title, text, names


def _write(app: Sphinx, error: Exception | None) -> None:
    """Write the data, if they changed."""
    if error is not None or app.builder.format != "html" or app.builder.embedded:  # type: ignore[attr-defined]
        return
    collected = sorted(FoundCollector.of(app.env).items())
    labels = app.env.domains.standard_domain.labels
    pages = [
        [app.builder.get_target_uri(name), *(_resolved(one, labels) for one in found.sections)]
        for name, found in collected
    ]
    pairs = [pair for _, found in collected for pair in found.words]
    data = (json.dumps(it, ensure_ascii=False, separators=(",", ":")) for it in (pages, pairs))
    path = Path(app.outdir, "_static", "search-index.js")
    text = f"searchIndex({','.join(data)});\n"
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8", newline="\n")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    app.connect("builder-inited", _without_sphinx)
    app.add_env_collector(FoundCollector)
    app.connect("html-collect-pages", _page)
    app.connect("build-finished", _write)
    return {
        "env_version": 2,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
