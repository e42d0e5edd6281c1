"""The films that a page's script asks for, as files: ``_static/films/<chapter>--<name>.js``."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import TYPE_CHECKING

from card.recordings import Film, films_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


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
    app.connect("build-finished", functools.partial(_write, {}))
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
