"""The films that a page's script asks for, as files: ``_static/films/<chapter>--<name>.js``.

A page carries the words its scripts say, and loads those scripts only if it has a card with a film.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import snippet_card as card
from films import films_of
from words import script_words

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def _add_scripts(
    app: Sphinx,
    _page: str,
    _template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Load the style on pages with cards, and the script if it has something to do there."""
    cards = list(doctree.findall(card.snippet_card)) if doctree else []
    if cards:
        app.add_css_file("card.css")
    book = app.builder.embedded  # type: ignore[attr-defined]
    if cards and book:
        app.add_css_file("paper.css")  # e-readers do not scroll within a page either
    if book or not any("film" in one for one in cards):
        return
    app.add_js_file("card.js", loading_method="defer")
    words = json.dumps(script_words(app.config.language), ensure_ascii=False)
    safe = words.replace("<", "\\u003c")
    context["body"] += f'<script type="application/json" id="card-words">{safe}</script>\n'


def _write(app: Sphinx, exception: Exception | None) -> None:
    """Write the films of all cards; remove those of cards that are gone."""
    if exception is not None or app.builder.format != "html" or app.builder.embedded:  # type: ignore[attr-defined]
        return
    folder = Path(app.outdir, "_static", "films")
    folder.mkdir(parents=True, exist_ok=True)
    films = films_of(app.config)
    wanted = {}
    for path in films.root.rglob("*.py"):
        name = path.relative_to(films.root).with_suffix("").as_posix()
        film = films.film(name)
        if film is not None:
            data = json.dumps(film, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
            text = f"turnsFilm({json.dumps(name)},{data});\n"
            wanted[folder / f"{name.replace('/', '--')}.js"] = text
    for path in set(folder.iterdir()) - wanted.keys():
        path.unlink()
    for path, text in wanted.items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    app.setup_extension("films")
    app.setup_extension("bundles")
    app.connect("html-page-context", _add_scripts)
    app.connect("build-finished", _write)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
