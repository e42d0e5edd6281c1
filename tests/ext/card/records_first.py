"""An extension for test roots: records their snippets before pages are read, as builds do."""

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from card.recordings import recordings_of
from tools.building.recordings import fill


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the step."""
    app.connect("env-before-read-docs", lambda app, *_: fill(recordings_of(app.config)) and None)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
