"""What a page loads: no script keeps it from being painted, and no file comes for nothing.

A node that needs a script or a style of its own says so in its attribute ``assets``, a tuple of
names of files such as ``("card.css", "card.js")``; a page without such a node does without them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from pages.bundles import PAPER

if TYPE_CHECKING:
    from sphinx.builders.html import StandaloneHTMLBuilder

USELESS = {
    # For Sphinx's own search and keys.
    *(f"_static/{name}.js" for name in ("documentation_options", "doctools", "sphinx_highlight")),
    "_static/translations.js",  # for those
    "_static/styles/furo-extensions.css",  # for extensions and a host that are not used here
    *("_static/pygments.css", "_static/styles/furo.css"),  # the site's own style begins with them
}


def needed(doctree: nodes.document | None, *, book: bool) -> list[str]:
    """Return the files that a page's nodes ask for, each once.

    A book has styles only, and one for paper: e-readers do not scroll within a page either.
    """
    found = doctree.findall(nodes.Element) if doctree is not None else ()
    names: dict[str, None] = {}
    for node in found:
        names |= dict.fromkeys(node.get("assets", ()))
    if not book:
        return [*names]
    styles = [name for name in names if name.endswith(".css")]
    return [*styles, f"{PAPER}.css"]


def load(builder: StandaloneHTMLBuilder, context: dict[str, Any], names: list[str]) -> None:
    """Have the page that is being written load these files, and no other page.

    Sphinx takes off what a page has added when it comes to the next one. Of the last page it stays,
    and whatever live preview writes after that in the same process would have it, too.
    """
    styles, scripts = context["css_files"], context["script_files"]  # the builder's own lists
    before = [*styles], [*scripts]
    for name in names:
        if name.endswith(".css"):
            builder.add_css_file(name, priority=900)  # after the site's own
        else:
            builder.add_js_file(name, priority=500)
    context["css_files"], context["script_files"] = [*styles], [*scripts]
    styles[:], scripts[:] = before


def sort_out(context: dict[str, Any]) -> None:
    """Take useless files off the lists that the template goes through, and defer all scripts."""
    for kind in ("script_files", "css_files"):
        context[kind] = [file for file in context[kind] if file.filename not in USELESS]
    for file in context["script_files"]:
        file.attributes.setdefault("defer", "defer")
