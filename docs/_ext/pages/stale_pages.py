"""Remove the HTML of pages whose source is gone.

Sphinx forgets such a page but leaves its files, and an incremental build would go on publishing it.
"""

from contextlib import suppress
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment
from sphinx.util.typing import ExtensionMetadata


def _remove_output(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Remove a page's files.

    While reading and not at the end: a build that is interrupted before it has saved its
    environment will find the same page missing again.
    """
    builder = app.builder
    if docname in env.found_docs or not isinstance(builder, StandaloneHTMLBuilder):
        return  # the event comes for pages that are about to be read again, too
    page = Path(builder.get_output_path(docname))
    sources = Path(builder.outdir, "_sources")
    suffix = app.config.html_sourcelink_suffix
    copies = [sources / f"{docname}{ending}{suffix}" for ending in app.config.source_suffix]
    for path in (page, *copies):
        path.unlink(missing_ok=True)
    # A chapter that is gone leaves no folder; one with other pages is not empty and stays.
    with suppress(OSError):
        page.parent.rmdir()


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the event."""
    app.connect("env-purge-doc", _remove_output)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
