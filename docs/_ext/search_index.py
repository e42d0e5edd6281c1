"""Search without a server: what the pages say, as data that `search.js` searches in the browser.

Sphinx's own search finds no Chinese phrase and, in English, no word that is mistyped. The data are
the sections with their text, `_static/search-index.js`; the terms are made in the browser, which
takes some milliseconds and halves what readers load. A script and not JSON, since a page that was
opened from a disk may not fetch.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

from words import search_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

Section = tuple[str, str, str, str]
"""Anchor (empty for the page's own heading), title, text, and the names in its code."""
_LEFT_OUT = (
    *(nodes.section, nodes.title, nodes.raw, nodes.comment, nodes.Invisible),
    addnodes.toctree,
)
_CODE = nodes.literal_block
_NOT_READ = {"snippet-file", "snippet-output-title"}
"""Classes of what stands on every card."""
_NAME = re.compile(r"[A-Za-z_]\w*(?:\.\w+)+|[A-Za-z]\w*_\w+")
_UNUSED = {f"_static/{name}.js" for name in ("doctools", "sphinx_highlight", "translations")}
PAGE = "search"


def sections(doctree: nodes.document) -> Iterator[Section]:
    """Yield the sections of a page."""
    for index, section in enumerate(doctree.findall(nodes.section)):
        title = section.next_node(nodes.title)
        anchor = section["ids"][0] if index else ""
        blocks = list(_blocks(section))
        code = " ".join(block.astext() for block in blocks if isinstance(block, _CODE))
        texts = (block.astext() for block in blocks if not isinstance(block, _CODE))
        text = " ".join(" ".join(texts).split())
        names = " ".join(dict.fromkeys(_NAME.findall(code)))
        yield anchor, title.astext() if title else "", text, names


def _blocks(node: nodes.Element) -> Iterator[nodes.Node]:
    """Yield a section's blocks of text and code, without its subsections and what nobody reads."""
    for child in node.children:
        if isinstance(child, _LEFT_OUT) or _NOT_READ & _classes(child):
            continue
        if isinstance(child, nodes.Text | nodes.TextElement):
            yield child
        elif isinstance(child, nodes.Element):
            yield from _blocks(child)


def _classes(node: nodes.Node) -> set[str]:
    return set(node["classes"]) if isinstance(node, nodes.Element) else set()


def _collected(env: BuildEnvironment) -> dict[str, list[Section]]:
    if not hasattr(env, "search_sections"):
        env.search_sections = {}  # type: ignore[attr-defined]
    found: dict[str, list[Section]] = env.search_sections  # type: ignore[attr-defined]
    return found


def _read(app: Sphinx, doctree: nodes.document) -> None:
    _collected(app.env)[app.env.docname] = list(sections(doctree))


def _purge(_app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    _collected(env).pop(docname, None)


def _merge(_app: Sphinx, env: BuildEnvironment, names: list[str], other: BuildEnvironment) -> None:
    theirs = _collected(other)
    _collected(env).update({name: theirs[name] for name in names if name in theirs})


def _without_sphinx(app: Sphinx) -> None:
    """Take Sphinx's own search away: its page, its scripts, and the time to make its index."""
    if app.builder.format == "html":
        app.builder.search = False  # type: ignore[attr-defined]


def _page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Make the page of results."""
    if app.builder.name in {"html", "dirhtml"}:
        yield PAGE, {"title": search_words(app.config.language)["title"]}, "search.html"


def _add_words(
    app: Sphinx,
    _page: str,
    _template: str,
    context: dict[str, Any],
    _tree: nodes.document | None,
) -> None:
    """Give each page the words of the search."""
    if app.builder.embedded:  # type: ignore[attr-defined]
        return
    words = json.dumps(search_words(app.config.language), ensure_ascii=False)
    # They serve Sphinx's search and its keys, which furo does not use.
    context["script_files"] = [
        one for one in context["script_files"] if getattr(one, "filename", "") not in _UNUSED
    ]
    context["search_words"] = words.replace("<", "\\u003c")


def _write(app: Sphinx, error: Exception | None) -> None:
    """Write the data, if they changed."""
    if error is not None or app.builder.format != "html" or app.builder.embedded:  # type: ignore[attr-defined]
        return
    env = app.env
    pages = [
        [app.builder.get_target_uri(name), *map(list, found)]
        for name, found in sorted(_collected(env).items())
    ]
    data = json.dumps(pages, ensure_ascii=False, separators=(",", ":"))
    path = Path(app.outdir, "_static", "search-index.js")
    text = f"searchIndex({data});\n"
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8", newline="\n")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    app.connect("builder-inited", _without_sphinx)
    app.connect("doctree-read", _read)
    app.connect("env-purge-doc", _purge)
    app.connect("env-merge-info", _merge)
    app.connect("html-collect-pages", _page)
    app.connect("html-page-context", _add_words, priority=900)  # when all scripts are there
    app.connect("build-finished", _write)
    return {
        "version": "1",
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
