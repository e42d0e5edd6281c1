"""Two languages: what they are called, the words of each, and how their pages are set."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add everything of this package; tools import parts of it without Sphinx."""
    for name in ("surroundings", "switch", "typography", "quotations"):
        app.setup_extension(f"language.{name}")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
