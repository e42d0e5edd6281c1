"""What a page's script asks for, as files below ``_static/recordings``.

``<chapter>--<name>.js`` has what is played, ``<chapter>--<name>--pictures.js`` the pictures of the
runs under other schedules, and ``<chapter>--<name>--board.js`` the board of the game.
"""

from __future__ import annotations

import functools
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from card.store import Recorded, recordings_of
from language.languages import Language, of
from turns.drawing.picture import draw
from turns.recording.codec import MalformedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

FOLDER = "recordings"


def _files(name: str, recorded: Recorded, language: Language) -> Iterator[tuple[str, str]]:
    """Yield what a card's script may ask for, each with the end of its file's name."""
    key, found = json.dumps(name), recorded.findings
    if found is None:
        return
    yield "", f"turnsRecording({key},{recorded.text});\n"
    pictures = {
        str(one.schedule): draw(found.run(one), language.folder)
        for one in found.departures
        if one.recording.turns
    }
    if recorded.board:
        yield "--board", f"turnsBoard({key},{recorded.board});\n"
    if pictures:
        yield "--pictures", f"turnsPictures({key},{json.dumps(pictures, ensure_ascii=False)});\n"


def address(name: str, recorded: Recorded) -> str:
    """Return the address of a card's files below `_static`, without what they end in.

    Another recording has another one, as the pictures are made of it.
    """
    return _address(f"{_stem(name)}{{}}.js", recorded.text)


def board_address(name: str, recorded: Recorded) -> str:
    """Return the same of the file with its board."""
    return _address(f"{_stem(name)}--board.js", recorded.board)


def _address(file: str, text: str) -> str:
    return f"{FOLDER}/{file}?v={hashlib.sha256(text.encode()).hexdigest()[:8]}"


def _stem(name: str) -> str:
    return name.replace("/", "--")


def _write(
    drawn: dict[str, tuple[Recorded, list[tuple[str, str]]]],
    written: dict[Path, str],
    app: Sphinx,
    exception: Exception | None,
) -> None:
    """Write the files of all cards; remove those of cards that are gone.

    Live preview writes again and again: ``drawn`` are the files of each recording, and ``written``
    the texts of the files that are there, since the last time.
    """
    if exception is not None or app.builder.format != "html" or app.builder.embedded:  # type: ignore[attr-defined]
        return
    folder = Path(app.outdir, "_static", FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    store = recordings_of(app.config)
    language = of(app.config.language)
    found = {}
    for name in store.sources():
        try:
            recorded = store.of(name)
        except MalformedError:
            continue  # the page that shows it says so
        if recorded is None:
            continue
        if name not in drawn or drawn[name][0] is not recorded:
            drawn[name] = recorded, [*_files(name, recorded, language)]
        for end, text in drawn[name][1]:
            path = folder / f"{_stem(name)}{end}.js"
            found[path] = text
            if written.get(path) != text:
                path.write_text(text, encoding="utf-8", newline="\n")
    for path in set(folder.iterdir()) - found.keys():
        path.unlink()
    written.clear()
    written.update(found)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    app.connect("build-finished", functools.partial(_write, {}, {}))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
