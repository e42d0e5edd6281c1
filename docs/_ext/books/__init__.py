"""The two books of each language: EPUB and PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add everything of this package."""
    for name in ("epub", "numbers", "pdf"):
        app.setup_extension(f"books.{name}")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
