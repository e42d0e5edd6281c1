"""The EPUB as EPUBCheck wants it: pages with drawings say so in the list of files."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders.epub3 import Epub3Builder

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

_ITEM = re.compile(r'(href="([^"]+)" media-type="application/xhtml\+xml") />')


class BookBuilder(Epub3Builder):
    """Sphinx's builder, which declares everything but the drawings."""

    def build_content(self) -> None:
        """Write the list of files, then add to it."""
        super().build_content()
        path = Path(self.outdir, "content.opf")

        def declared(match: re.Match[str]) -> str:
            page = Path(self.outdir, match[2]).read_text(encoding="utf-8")
            return f'{match[1]} properties="svg" />' if "<svg" in page else match[0]

        path.write_text(_ITEM.sub(declared, path.read_text(encoding="utf-8")), encoding="utf-8")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Take the place of Sphinx's builder."""
    app.add_builder(BookBuilder, override=True)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
