"""The sidebar's tree of all pages, made once a build and marked for each page.

Furo has Sphinx make the whole tree anew for every page: twice the pages take four times as long.
Only the addresses and the marks of the page's own branch differ, so that they alone are replaced.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from furo.navigation import get_navigation_tree  # type: ignore[import-untyped]
from sphinx.environment.adapters.toctree import global_toctree_for_doc
from sphinx.util.osutil import relative_uri

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

_PART = re.compile(
    r'(</?ul>|<li class="[^"]*">|</li>|<a class="reference internal" href="[^"]*">'
    r'|class="toctree-checkbox")'
)


class Tree:
    """The tree, as furo makes it for a page that is not in it and lies at the root."""

    def __init__(self, html: str) -> None:
        """Find the links, and what is around each of them."""
        self._parts = _PART.split(html)
        self._links: dict[int, str] = {}  #: addresses, by their places among the parts
        self._branches: dict[str, list[list[int]]] = {}  #: places of lists and items, by address
        around: list[list[int]] = []
        for place in range(1, len(self._parts), 2):  # between them is what stays as it is
            part = self._parts[place]
            if part == "<ul>" or part.startswith("<li "):
                around.append([place])
            elif part in {"</ul>", "</li>"}:
                around.pop()
            elif part.startswith("<a class="):
                address = part.split('"')[3]
                self._links[place] = address
                self._branches[address] = around.copy()
                around[-1].append(place)
            else:  # the checkbox that opens the item's list
                around[-1].append(place)

    def of(self, address: str) -> str:
        """Return the tree with links from the page at `address`, whose branch is open."""
        parts = self._parts.copy()
        for place, there in self._links.items():
            href = relative_uri(address, there)
            parts[place] = f'<a class="reference internal" href="{href}">'
        branch = self._branches.get(address, [])
        for place, *inside in branch:
            parts[place] = _current(parts[place])
            for one in inside:
                if parts[one].startswith("class="):
                    parts[one] = f'checked="" {parts[one]}'
        if branch:
            item, link, *_ = branch[-1]
            parts[item] = parts[item].replace('">', ' current-page">')
            parts[link] = '<a class="current reference internal" href="#">'
        return "".join(parts)


def _current(tag: str) -> str:
    """Return the tag of a list or an item with the class that says that the page is in it."""
    if tag == "<ul>":
        return '<ul class="current">'
    return re.sub(r"toctree-l\d+", r"\g<0> current", tag)


class Navigation:
    """Takes over from furo in one application."""

    def __init__(self) -> None:
        """Begin without a tree."""
        self._tree: Tree | None = None

    def forget(self, _app: Sphinx, _env: BuildEnvironment) -> None:
        """Forget the tree of the last build; titles may have changed."""
        self._tree = None

    def take(
        self,
        app: Sphinx,
        _page: str,
        _template: str,
        context: dict[str, Any],
        _tree: nodes.document | None,
    ) -> None:
        """Leave furo nothing to make a tree of."""
        if app.builder.theme.name == "furo":  # type: ignore[attr-defined]
            context.pop("toctree", None)

    def give(
        self,
        app: Sphinx,
        page: str,
        _template: str,
        context: dict[str, Any],
        _tree: nodes.document | None,
    ) -> None:
        """Put the tree where furo's would be."""
        if "furo_navigation_tree" in context:
            self._tree = self._tree or _make(app)
            context["furo_navigation_tree"] = self._tree.of(app.builder.get_target_uri(page))


def _make(app: Sphinx) -> Tree:
    root = app.config.root_doc
    tree = global_toctree_for_doc(
        app.env,
        root,
        app.builder,
        tags=app.tags,
        maxdepth=-1,
        titles_only=True,
    )
    html = app.builder.render_partial(tree)["fragment"]  # type: ignore[attr-defined]
    return Tree(get_navigation_tree(html))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the events."""
    navigation = Navigation()
    app.connect("env-updated", navigation.forget)
    app.connect("html-page-context", navigation.take, priority=400)  # before furo's own handler
    app.connect("html-page-context", navigation.give, priority=600)  # and after it
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
