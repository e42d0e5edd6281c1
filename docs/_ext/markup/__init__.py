"""What authors may write: MyST in a stated set (`elements`), and named targets, rules and links."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add everything of this package."""
    names = ("refusing", "targets", "rule", "made", "measured", "plots", "parts", "plain_tokens")
    for name in (*names, "mathematics", "titles", "twin"):
        app.setup_extension(f"markup.{name}")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
