"""What a page's script asks for, as files: ``_static/recordings/<chapter>--<name>.js``."""

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
    digest = hashlib.sha256(recorded.text.encode()).hexdigest()
    return f"{FOLDER}/{name.replace('/', '--')}.js?v={digest[:8]}"


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
        path = folder / f"{name.replace('/', '--')}.js"
        found[path] = text = f"turnsRecording({json.dumps(name)},{recorded.text});\n"
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
