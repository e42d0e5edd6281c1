"""What a page loads: no script keeps it from being painted, and no file comes for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

USELESS = {
    # For Sphinx's own search and keys.
    *(f"_static/{name}.js" for name in ("documentation_options", "doctools", "sphinx_highlight")),
    "_static/translations.js",  # for those
    "_static/styles/furo-extensions.css",  # for extensions and a host that are not used here
    *("_static/pygments.css", "_static/styles/furo.css"),  # the site's own style begins with them
}


def _on_page(
    app: Sphinx,
    _page: str,
    _template: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Change the lists that the template goes through."""
    if app.builder.embedded:  # type: ignore[attr-defined]  # a book has another theme
        return
    for kind in ("script_files", "css_files"):
        context[kind] = [file for file in context[kind] if file.filename not in USELESS]
    for file in context["script_files"]:
        file.attributes.setdefault("defer", "defer")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Run when all others have added what they need."""
    app.connect("html-page-context", _on_page, priority=900)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
