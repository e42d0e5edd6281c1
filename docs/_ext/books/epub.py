"""The EPUB as EPUBCheck and readers want it, and the same from the same sources.

Sphinx declares no drawings and no formulas, names no language on its pages, and writes down when it
was run.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from sphinx.builders.epub3 import HTML_TAG, Epub3Builder

from books import flat_css
from books.last_change import changed
from books.numbers import numbers
from language.languages import of
from language.words import word

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders._epub_base import NavPoint
    from sphinx.util.typing import ExtensionMetadata

_PAGE = "application/xhtml+xml"
_PROPERTIES = {"<math": "mathml", "<svg": "svg"}
"""What a page has to be declared to have, by the tag of it."""
_DRAWING = re.compile(r"<svg(?![^>]*\sxmlns=)")
# Names that ElementTree writes as Sphinx does.
ET.register_namespace("", "http://www.idpf.org/2007/opf")
ET.register_namespace("dc", "http://purl.org/dc/elements/1.1/")


def namespaced(text: str) -> str:
    """Return a page on which each drawing says that it is one; HTML knows, XHTML does not."""
    return _DRAWING.sub('<svg xmlns="http://www.w3.org/2000/svg"', text)


class BookBuilder(Epub3Builder):
    """Sphinx's builder, corrected."""

    def init(self) -> None:
        """Name the language on every page: fonts and the breaking of lines depend on it."""
        super().init()
        tag = of(self.config.language).tag
        self.html_tag = HTML_TAG.replace(">", f' lang="{tag}" xml:lang="{tag}">')

        self.guide_titles = {"toc": word(of(self.config.language), "book-contents")}

    def content_metadata(self) -> dict[str, Any]:
        """Return what is said of the book, with the date of its last change."""
        date = changed(Path(self.confdir)).strftime("%Y-%m-%dT%H:%M:%SZ")
        return super().content_metadata() | {"date": date}

    def get_toc(self) -> None:
        """Collect the pages, without their sections: below the last one the next pages would be."""
        super().get_toc()
        self.refnodes = [one for one in self.refnodes if "#" not in one["refuri"]]
        found = {self.get_target_uri(page): number for page, number in numbers(self.env).items()}
        for one in self.refnodes:
            if number := found.get(one["refuri"]):
                one["text"] = f"{'.'.join(map(str, number))} {one['text']}"
        above: list[int] = []
        for one in self.refnodes:
            while above and above[-1] >= one["level"]:
                above.pop()
            above.append(one["level"])
            one["level"] = len(above)

    def toc_metadata(self, level: int, navpoints: list[NavPoint]) -> dict[str, Any]:
        """Return what the old list of contents says: the book's identifier, too."""
        identifier = {"uid": self.config.epub_identifier}
        return super().toc_metadata(level, navpoints) | identifier

    def copy_static_files(self) -> None:
        """Copy styles as e-readers understand them."""
        super().copy_static_files()
        for path in sorted(Path(self.outdir, "_static").glob("*.css")):
            text = flat_css.flat(path.read_text(encoding="utf-8"))
            path.write_text(text, encoding="utf-8", newline="\n")

    def build_content(self) -> None:
        """Write the list of files, say which have drawings or formulas, and have them seen."""
        super().build_content()
        path = Path(self.outdir, "content.opf")
        package = ET.parse(path)  # noqa: S314 (Sphinx has just written it)
        for item in package.iterfind(f".//{{*}}item[@media-type='{_PAGE}']"):
            if "properties" in item.attrib:
                continue  # the list of contents, which has neither
            page = Path(self.outdir, unquote(item.attrib["href"]))
            text = namespaced(page.read_text(encoding="utf-8"))
            page.write_text(text, encoding="utf-8", newline="\n")
            if found := [kind for tag, kind in _PROPERTIES.items() if tag in text]:
                item.set("properties", " ".join(found))
        package.write(path, encoding="utf-8", xml_declaration=True)

    def build_epub(self) -> None:
        """Put the files together, each with the date of the last change."""
        date = changed(Path(self.confdir)).timetuple()[:6]
        names = ("mimetype", "META-INF/container.xml", "content.opf", "toc.ncx", *self.files)
        with ZipFile(Path(self.outdir, f"{self.config.epub_basename}.epub"), "w") as book:
            for name in names:
                kind = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
                book.writestr(ZipInfo(name, date), Path(self.outdir, name).read_bytes(), kind)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Take the place of Sphinx's builder."""
    app.add_html_theme("ebook", str(Path(__file__).parents[2] / "_themes" / "ebook"))
    app.add_builder(BookBuilder, override=True)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
