"""Say of each page, while it is read, what `markup.refused` finds in it."""

from __future__ import annotations

import logging as standard
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util import logging

from markup.refused import refusals

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

logger = logging.getLogger(__name__)


def _page(_app: Sphinx, docname: str, content: list[str]) -> None:
    for lineno, message in refusals(content[0]):
        logger.warning(message, location=(docname, lineno), type="markup", subtype="refused")


def _included(app: Sphinx, path: Path, _parent: str, content: list[str]) -> None:
    for lineno, message in refusals(content[0]):
        place = f"{Path(app.srcdir, path)}:{lineno}"
        logger.warning(message, location=place, type="markup", subtype="refused")


class _Once(standard.Filter):
    """Keeps MyST from saying the same in its own words, and without what to write instead."""

    def filter(self, record: standard.LogRecord) -> bool:
        """Say whether this is something else."""
        unknown = {"directive_unknown", "role_unknown"}
        if getattr(record, "subtype", "") in unknown:
            return False
        return "Unknown option key" not in record.getMessage()


_once = _Once()


def setup(app: Sphinx) -> ExtensionMetadata:
    """Look at pages, and at what they include, before MyST does."""
    standard.getLogger("sphinx.myst_parser.warnings_").addFilter(_once)
    app.connect("source-read", _page)
    app.connect("include-read", _included)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
