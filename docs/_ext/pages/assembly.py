"""A page is put together here: all that changes what its template gets, step by step.

Into its head go what `language.switch`, `pages.link_preview` and `pages.feed` say, and the scripts
and styles of `pages.page_assets`; title and description are Sphinx's and furo's. What stands around
its text, `site.html` shows: `pages.navigation` and `pages.edition` say what.

Packages above this one take no part in it. What their nodes need, they say in the nodes' attribute
``assets``; see `pages.page_assets`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from language.languages import of
from language.switch import alternates, switch
from language.words import words_of
from pages import feed, link_preview, page_assets
from pages.blank_lines import fold_blank_lines
from pages.edition import sources
from pages.focusable_code import make_focusable
from pages.navigation import navigation
from pages.table_labels import label_cells

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.util.typing import ExtensionMetadata


def _assemble(
    app: Sphinx,
    page: str,
    template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> str | None:
    """Complete what the template of a page gets; ``doctree`` is None where no source is behind it.

    `embedded` is Sphinx's word for a book: it has one language, themes of its own, and no scripts.
    A page of the site gets a template of its own, which is made of furo's, under a name that no
    book's theme knows.
    """
    builder = cast("StandaloneHTMLBuilder", app.builder)
    book = builder.embedded
    context["language"] = of(app.config.language).tag
    page_assets.load(builder, context, page_assets.needed(doctree, book=book))
    if "body" in context:
        context["body"] = fold_blank_lines(make_focusable(context["body"]))
    if book:
        return None
    page_assets.sort_out(context)
    if "body" in context:
        context["body"] = label_cells(context["body"])
    root = context["content_root"]
    context["switch"] = switch(app, page, root)
    context["words"] = words_of(of(app.config.language), "page-")
    context["navigation"] = navigation(app, page, builder)
    context["sources"] = sources(app, page)
    tags = [
        *alternates(app, page, root),
        *link_preview.tags(app, page, context, doctree),
        *feed.tags(app, root),
    ]
    context["metatags"] = context.get("metatags", "") + "".join(f"\n{tag}" for tag in tags)
    link_preview.draw(app, page, context, doctree)
    feed.write(app, page, doctree)
    return "site.html" if (app.config.html_theme, template) == ("furo", "page.html") else None


def setup(app: Sphinx) -> ExtensionMetadata:
    """Connect once, behind furo's own handler, which looks for its files."""
    for name in ("language.surroundings", "pages.edition", "pages.navigation", "pages.opening"):
        app.setup_extension(name)
    app.connect("html-page-context", _assemble, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
