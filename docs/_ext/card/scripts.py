"""What a page's script asks for, as files: ``_static/recordings/<chapter>--<name>.js``.

The board, which few readers ask for, is one of its own: ``<chapter>--<name>--board.js``.
"""

from __future__ import annotations

import functools
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from card.store import Recorded, recordings_of
from turns.recording.codec import MalformedError

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

FOLDER = "recordings"


def address(name: str, recorded: Recorded) -> str:
    """Return the address of a recording's file below `_static`; another one has another."""
    return _address(_file(name), recorded.text)


def board_address(name: str, recorded: Recorded) -> str:
    """Return the same of the file with its board."""
    return _address(_board_file(name), recorded.board)


def _file(name: str) -> str:
    return f"{name.replace('/', '--')}.js"


def _board_file(name: str) -> str:
    return _file(f"{name}/board")


def _address(file: str, text: str) -> str:
    return f"{FOLDER}/{file}?v={hashlib.sha256(text.encode()).hexdigest()[:8]}"


def _write(written: dict[Path, str], app: Sphinx, exception: Exception | None) -> None:
    """Write the recordings of all cards; remove those of cards that are gone.

    Live preview writes again and again: ``written`` are the texts of the files that are there since
    the last time.
    """
    if exception is not None or app.builder.format != "html" or app.builder.embedded:  # type: ignore[attr-defined]
        return
    folder = Path(app.outdir, "_static", FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    store = recordings_of(app.config)
    found = {}
    for name in store.sources():
        try:
            recorded = store.of(name)
        except MalformedError:
            continue  # the page that shows it says so
        if recorded is None or recorded.findings is None:
            continue
        found[folder / _file(name)] = f"turnsRecording({json.dumps(name)},{recorded.text});\n"
        if recorded.board:
            text = f"turnsBoard({json.dumps(name)},{recorded.board});\n"
            found[folder / _board_file(name)] = text
    for path, text in found.items():
        if written.get(path) != text:
            path.write_text(text, encoding="utf-8", newline="\n")
    for path in set(folder.iterdir()) - found.keys():
        path.unlink()
    written.clear()
    written.update(found)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    app.connect("build-finished", functools.partial(_write, {}))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
