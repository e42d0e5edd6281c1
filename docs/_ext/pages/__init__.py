"""What stands around pages; `assembly` joins it: scripts, styles, search, feed, policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add everything of this package."""
    for name in (
        *("bundles", "assembly", "chapters", "guarded", "link_preview", "outdated"),
        *("search_index", "stale_pages", "wrapped"),
    ):
        app.setup_extension(f"pages.{name}")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
