"""What a page says of itself in its front matter: one sentence, for lists and link previews."""

from __future__ import annotations

from docutils import nodes


def description(doctree: nodes.document) -> str:
    """Return the description of a page; empty if it has none."""
    found = (meta for meta in doctree.findall(nodes.meta) if meta.get("name") == "description")
    return next((str(meta["content"]) for meta in found), "")
