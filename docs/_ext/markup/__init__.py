"""What authors may write beyond MyST: named targets, rules, links to files that a build makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add everything of this package."""
    for name in ("targets", "rule", "made"):
        app.setup_extension(f"markup.{name}")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
