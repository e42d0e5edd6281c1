"""The card of a snippet: code, output with its marks, question, picture, and what plays it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add everything of this package."""
    for name in (
        "directive",
        "first_order",
        "reference",
        "scripts",
        "known",
        "legend",
        "practice",
        "playground",
        "challenges",
        "listing",
        "living",
        "extract",
    ):
        app.setup_extension(f"card.{name}")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
