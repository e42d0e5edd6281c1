"""Search without a server: what the pages say, as data that `search/` looks through in the browser.

Sphinx's own search finds no Chinese phrase and, in English, no word that is mistyped. Of its rivals
`tools.benchmarks.engines` measures the best one, and says why it is not taken.

`_static/search-index.js` says which words are in which section. The texts, of which a reader sees a
line or two, are in `_static/search/`, a file a page. Scripts and not JSON, since a page that was
opened from a disk may not fetch. What readers type who do not know a page's words is searched as
another section of it, which says the page's title and is nowhere seen; `search_words` reads it. The
glossary's pairs go with the index, so that each language finds the words of the other.
"""

from __future__ import annotations

import json
import re
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes
from sphinx import addnodes
from sphinx.util import logging

from language.languages import of
from language.words import word
from markup.description import description
from pages.by_page import ByPage
from pages.search_sounds import alike
from pages.search_terms import fronts, gaps, places
from pages.search_words import asked, left_out

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

logger = logging.getLogger(__name__)

_LEFT_OUT = (
    *(nodes.section, nodes.title, nodes.raw, nodes.comment, nodes.Invisible),
    addnodes.toctree,
)
_PRINTED = {"text", "console"}
"""Languages of blocks that show what a program or a terminal prints."""
_NOT_READ = {
    *("snippet-file", "snippet-output-title", "snippet-outcomes", "snippet-causes"),
    *("rule-promise", "practice", "snippet-gutter", "snippet-lane"),
}
"""Classes of what stands on every card and in every rule, and of what is said elsewhere."""
_NAME = re.compile(r"[A-Za-z_]\w*(?:\.\w+)+|[A-Za-z]\w*_\w+|[A-Z][a-z]+[A-Z]\w+")
_COUNTED = re.compile(r"id\d+")
"""An anchor that docutils makes of nothing, and another one when something is added above it."""
_REFERENCE = re.compile(r"\[\]\(#([\w-]+)\)")
_LEFT_OUT_NAME = "…"
"""Instead of a program's path, which says nothing to who does not see that it is a link."""
_ELSEWHERE = re.compile(rf"{_REFERENCE.pattern}|{_LEFT_OUT_NAME}")
_BETWEEN = 4
"""Letters for each place that a line names, as in "See … and …": with fewer it only leads there."""
_LABEL = re.compile(r"\w+(?:: |：)")
"""What stands before a verdict."""
PAGE = "search"
_MARKUP = re.compile(r"</\w+>")


class Section(NamedTuple):
    """What is searched of a section, without its subsections."""

    anchor: str
    """Empty for the page's own heading."""
    title: str
    verdict: str
    """On the title, where that is a claim; often empty."""
    text: str
    """A line for each paragraph, cell of a table and the like."""
    output: str
    """What its programs print and how they fail, line by line."""
    names: str
    """Those in its code, with spaces between them."""


class Found(NamedTuple):
    """What is searched of a page."""

    sections: list[Section]
    words: list[tuple[str, str]]
    """Of its glossary entries, the word in the page's language and in the other one."""


def sections(doctree: nodes.document) -> Iterator[Section]:
    """Yield the sections of a page that say something; the first begins with its description."""
    for index, section in enumerate(doctree.findall(nodes.section)):
        title = section.next_node(nodes.title)
        blocks = list(_blocks(section))
        code = [block for block in blocks if isinstance(block, nodes.literal_block)]
        printed = [block for block in code if block.get("language") in _PRINTED]
        said = (" ".join(_said(block).split()) for block in blocks if block not in code)
        lines = [line for line in said if not _only_refers(line)]
        if not index:
            lines.insert(0, description(doctree))
        output = [" ".join(line.split()) for block in printed for line in _said(block).splitlines()]
        names = _NAME.findall(" ".join(block.astext() for block in code if block not in printed))
        if index and not lines and not output:
            continue  # it only has others below it
        yield Section(
            _anchor(section) if index else "",
            title.astext() if title else "",
            _verdict(section),
            "\n".join(filter(None, lines)),
            "\n".join(filter(None, output)),
            " ".join(dict.fromkeys(names)),
        )


def _verdict(section: nodes.section) -> str:
    """Return what a section begins with in bold after a label, such as "Verdict: **false**"."""
    paragraph = next((one for one in section.children if isinstance(one, nodes.paragraph)), None)
    match paragraph.children[:2] if paragraph else ():
        case [nodes.Text() as label, nodes.strong() as verdict] if _LABEL.fullmatch(label):
            return verdict.astext()
    return ""


def marked_up(section: Section) -> bool:
    """Return whether a section's text has markup, which is none that readers see."""
    return _MARKUP.search(f"{section.title}\n{section.text}") is not None


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


def _only_refers(line: str) -> bool:
    """Return whether a line says no more than where to read on, which is no answer."""
    rest, places = _ELSEWHERE.subn("", line)
    return len(re.findall(r"\w", rest)) < places * _BETWEEN


def _said(node: nodes.Node) -> str:
    """Return the text of a block; a reference that says its target's title stays a reference."""
    if isinstance(node, addnodes.pending_xref):
        if not node.astext():
            return f"[](#{node['reftarget']})"
        if node["reftype"] == "snippet" and not node["refexplicit"]:
            return _LEFT_OUT_NAME
    if isinstance(node, nodes.raw) or _NOT_READ & _classes(node):
        return ""  # such as a drawing in a line
    parts = node.children if isinstance(node, nodes.Element) else ()
    return "".join(map(_said, parts)) if parts else node.astext()


def _classes(node: nodes.Node) -> set[str]:
    return set(node["classes"]) if isinstance(node, nodes.Element) else set()


class FoundCollector(ByPage[Found]):
    """Keeps what was found on each page."""

    name = "search_found"

    def process_doc(self, app: Sphinx, doctree: nodes.document) -> None:
        """Look for what is searched of a page that has been read.

        `nosearch` is Sphinx's word for pages whose text is no answer, as it lists what stands
        elsewhere. Of these it is searched how they begin, so that the pages themselves are found.
        """
        most = 1 if "nosearch" in app.env.metadata[app.env.docname] else None
        for section in () if most else unstable(doctree):
            logger.warning(
                "%r has no anchor that lasts; write a label above it, `(name)=`, that is not the"
                " title of another section",
                section[0].astext(),
                location=section,
                type="search",
                subtype="anchor",
            )
        found = Found(list(islice(sections(doctree), most)), list(words(doctree)))
        for shown in filter(marked_up, found.sections):
            logger.warning(
                "the search would show markup in %r; `_said` has to leave it out",
                shown.title,
                location=app.env.docname,
                type="search",
                subtype="markup",
            )
        self.of(app.env)[app.env.docname] = found


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
    nothing = ("", "", "")
    text = _REFERENCE.sub(lambda found: labels.get(found[1], nothing)[2], section.text)
    return section._replace(text=text)


def _heading(section: Section) -> list[str]:
    heading = [section.anchor, section.title]
    return [*heading, section.verdict] if section.verdict else heading


def _write(app: Sphinx, error: Exception | None) -> None:
    """Write the index and the texts of each page, as far as they changed."""
    if error is not None or app.builder.format != "html" or app.builder.embedded:  # type: ignore[attr-defined]
        return
    collected = sorted(FoundCollector.of(app.env).items())
    labels = app.env.domains.standard_domain.labels
    pages = {
        app.builder.get_target_uri(name): [_resolved(one, labels) for one in found.sections]
        for name, found in collected
    }
    folder = Path(app.confdir, "search")
    queries = asked(folder, of(app.config.language), app.env.found_docs)
    without = left_out(folder)
    source: str = getattr(app.config, "source_url", "")
    searched: list[list[str]] = []
    for (name, _), found in zip(collected, pages.values(), strict=True):
        first, *others = ([f"{one.text}\n{one.output}\n{one.names}"] for one in found)
        searched += [first, queries.get(name, []), *others]
    said = places(searched, without)
    pairs = [pair for _, found in collected for pair in found.words]
    index = {
        "stop": " ".join(sorted(without.words)),
        "between": without.between,
        "pages": [[at, *map(_heading, all_)] for at, all_ in pages.items()],
        "words": fronts(said),
        "gaps": gaps(said.values()),
        "pairs": pairs,
        "alike": alike(word for pair in pairs for word in pair),
        "issues": source and f"{source}/issues",
    }
    static = Path(app.outdir, "_static")
    _update(static / "search-index.js", f"globalThis.searchIndex={_json(index)};\n")
    for address, found in pages.items():
        texts = {one.anchor: f"{one.text}\n{one.output}".strip() for one in found}
        text = f"(globalThis.searchTexts??={{}})[{_json(address)}]={_json(texts)};\n"
        _update(static / "search" / f"{re.sub('[/.]', '--', address)}.js", text)


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _update(path: Path, text: str) -> None:
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    app.connect("builder-inited", _without_sphinx)
    app.add_env_collector(FoundCollector)
    app.connect("html-collect-pages", _page)
    app.connect("build-finished", _write)
    return {
        "env_version": 5,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
