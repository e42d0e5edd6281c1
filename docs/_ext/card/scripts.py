"""The films that a page's script asks for, as files: ``_static/films/<chapter>--<name>.js``.

A page loads the scripts of cards only if it has a card with a film.
"""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from card import nodes as card
from card.recordings import Film, films_of

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def _add_scripts(
    app: Sphinx,
    _page: str,
    _template: str,
    _context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Load the style on pages with cards, and the script if it has something to do there."""
    cards = list(doctree.findall(card.snippet_card)) if doctree else []
    if cards:
        app.add_css_file("card.css", priority=900)  # after the site's own
    book = app.builder.embedded  # type: ignore[attr-defined]
    if cards and book:
        app.add_css_file("paper.css", priority=900)  # e-readers do not scroll within a page either
    if book or not any("film" in one for one in cards):
        return
    app.add_js_file("card.js", loading_method="defer")


def _write(written: dict[Path, str], app: Sphinx, exception: Exception | None) -> None:
    """Write the films of all cards; remove those of cards that are gone.

    Live preview writes again and again: ``written`` are the addresses of the films, by their files,
    that are there since the last time.
    """
    if exception is not None or app.builder.format != "html" or app.builder.embedded:  # type: ignore[attr-defined]
        return
    folder = Path(app.outdir, "_static", "films")
    folder.mkdir(parents=True, exist_ok=True)
    films = films_of(app.config)
    found = {}
    for name in films.sources():
        path, address = folder / f"{name.replace('/', '--')}.js", films.address(name)
        if written.get(path) == address or _write_film(path, name, films.film(name)):
            found[path] = address
    for path in set(folder.iterdir()) - found.keys():
        path.unlink()
    written.clear()
    written.update(found)


def _write_film(path: Path, name: str, film: Film | None) -> bool:
    """Write a film, if there is one and its file does not have it; tell if there is one."""
    if film is None:
        return False
    data = json.dumps(film, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    text = f"turnsFilm({json.dumps(name)},{data});\n"
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8", newline="\n")
    return True


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    app.setup_extension("card.recordings")
    app.connect("html-page-context", _add_scripts)
    app.connect("build-finished", functools.partial(_write, {}))
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
