"""`llms.txt`: what pages there are and what each is about, for programs that read them as Markdown.

The format is that of llmstxt.org: a title, a summary, and a list of links for each chapter. It is
written by the builder, which knows titles, descriptions and the order of pages; carrying these out
of the build's process would take more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from language.languages import of
from language.words import word
from markup.description import description

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.environment import BuildEnvironment


class Page(NamedTuple):
    """A page as it is listed."""

    title: str
    address: str
    description: str
    """May be empty."""


def text(title: str, summary: str, sections: Mapping[str, list[Page]]) -> str:
    """Return the file; ``sections`` are the pages below each heading."""
    parts = [f"# {title}\n\n> {summary}\n"]
    for heading, pages in sections.items():
        links = "".join(
            f"- [{page.title}]({page.address}){page.description and f': {page.description}'}\n"
            for page in pages
        )
        parts.append(f"## {heading}\n\n{links}")
    return "\n".join(parts)


def listing(env: BuildEnvironment) -> str:
    """Return the file for the pages of a build; addresses are absolute if the site has one."""
    home = env.config.root_doc
    single = [_page(env, home)]
    sections = {word(of(env.config.language), "llms-site"): single}
    for name in _below(env, home):
        page = _page(env, name)
        if below := [_page(env, one) for one in _below(env, name)]:
            sections[page.title] = [page, *below]
        else:
            single.append(page)
    return text(env.config.project, _page(env, home).description, sections)


def _below(env: BuildEnvironment, name: str) -> list[str]:
    """Return the pages in a page's toctree; of one that is not there, the toctree warns."""
    return [one for one in env.toctree_includes.get(name, ()) if one in env.found_docs]


def _page(env: BuildEnvironment, name: str) -> Page:
    address = f"{env.config.html_baseurl}{name}.md"
    return Page(env.titles[name].astext(), address, description(env.get_doctree(name)))
