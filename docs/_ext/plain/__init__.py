"""Pages as plain Markdown, and the list of them for programs: `llms.txt`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add everything of this package."""
    app.setup_extension("plain.markdown")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
