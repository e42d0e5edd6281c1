"""The whole site as one PDF: Sphinx writes one page of HTML, and Chromium prints it.

Links between pages lead to places in the book. Where there is no Chromium, there is no PDF.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from pikepdf import ObjectStreamMode, Pdf
from sphinx.builders.singlehtml import SingleFileHTMLBuilder
from sphinx.environment.adapters.toctree import global_toctree_for_doc

from books import chromium, contents, pdf_text
from books.last_change import changed
from language.languages import of
from language.words import word

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


class PdfBuilder(SingleFileHTMLBuilder):
    """Sphinx's builder of one page, with a page for a book, and a printer."""

    name = "pdf"
    epilog = ""
    embedded = True
    search = False
    add_permalinks = False
    download_support = False

    def get_theme_config(self) -> tuple[str, dict[str, str | int | bool]]:
        """Return the theme of the book."""
        return "book", {}

    def assemble_doctree(self) -> nodes.document:
        """Return all pages as one document, in which each page of a chapter is a section of it."""
        root = self.config.root_doc
        book: nodes.document = self.env.get_doctree(root)
        book.children = [self._page(root), *map(self._chapter, self._below(root))]
        book["docname"] = root
        return book

    def _chapter(self, docname: str) -> nodes.section:
        """Return a page with the pages below it at its end."""
        page = self._page(docname)
        page += map(self._chapter, self._below(docname))
        return page

    def _below(self, docname: str) -> list[str]:
        return self.env.toctree_includes.get(docname, [])

    def _page(self, docname: str) -> nodes.section:
        """Return a page, with ids that no other page has."""
        tree = self.env.get_and_resolve_doctree(docname, self, tags=self.tags)
        for node in tree.findall(nodes.Element):
            for key in {"ids", "backrefs"} & node.attributes.keys():
                node[key] = [_anchor(docname, ident) for ident in node[key]]
            if "refid" in node:
                node["refid"] = _anchor(docname, node["refid"])
        page = tree.next_node(nodes.section)
        assert page is not None  # noqa: S101 - every page has a title
        # Footnotes stand behind the section; descriptions are for search engines.
        beside = (nodes.meta, nodes.section)
        page += [node for node in tree.children if not isinstance(node, beside)]
        page["ids"].append(f"document-{docname}")
        page["classes"].append("page")
        return page

    def get_doc_context(self, docname: str, body: str, _metatags: str) -> dict[str, Any]:
        """Return what the theme shows."""
        language, config = of(self.config.language), self.config
        tree = global_toctree_for_doc(
            self.env, docname, self, tags=self.tags, collapse=False, titles_only=True
        )
        edition = word(language, "book-edition").format(
            language=language.name,
            version=config.version,
            date=changed(Path(self.confdir)).date().isoformat(),
        )
        return {
            "language": language.tag,
            "title": config.html_title,
            "body": body,
            "metatags": "",  # other extensions add to it
            "home": self.get_target_uri(config.root_doc),
            "toc": self.render_partial(tree)["fragment"],
            "subtitle": config.epub_description,
            "edition": edition,
            "address": config.html_baseurl,
            "contents": word(language, "book-contents"),
        }

    def finish(self) -> None:
        """Print the page, then its front again with the numbers that this shows."""
        self.copy_image_files()
        self.copy_static_files()
        page = Path(self.get_output_path(self.config.root_doc))
        pdf = Path(self.outdir, f"{self.config.epub_basename}.pdf")
        program = chromium.found()
        if program is None:
            print(f"NO PDF OF {pdf.stem}: {chromium.MISSING}", file=sys.stderr)
            return
        chromium.print_page(program, page, pdf)
        with Pdf.open(pdf, allow_overwriting_input=True) as book:
            html = contents.front(page.read_text(encoding="utf-8"), contents.pages(book))
            with self._printed(program, html) as front:
                contents.replace(book, front)
                pdf_text.finish(book, changed(Path(self.confdir)))
                # What tells screen readers the structure is 100,000 small objects: a third, if
                # compressed.
                generate = ObjectStreamMode.generate
                book.save(pdf, object_stream_mode=generate, deterministic_id=True)

    def _printed(self, program: str, html: str) -> Pdf:
        """Return what Chromium makes of a page beside that of the book; nothing is left of it."""
        page = Path(self.outdir, "front.html")
        page.write_text(html, encoding="utf-8")
        made = page.with_suffix(".pdf")
        chromium.print_page(program, page, made)
        pages = BytesIO(made.read_bytes())
        page.unlink()
        made.unlink()
        return Pdf.open(pages)


def _anchor(docname: str, ident: str) -> str:
    """Return an id of a page as the book has it: where Sphinx's links to other pages lead."""
    return f"document-{docname}#{ident}"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the builder and its theme."""
    app.add_html_theme("book", str(Path(__file__).parents[2] / "_themes" / "book"))
    app.add_builder(PdfBuilder)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
