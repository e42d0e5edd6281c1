"""An extension for test roots: records and pins their snippets before pages are read."""

import json
from typing import Final

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from card.store import recordings_of
from tools.building.record_missing import fill
from turns.exploring.findings import Answer
from turns.recording.codec import encode

_KNOWN: Final[dict[tuple[str, bytes], Answer]] = {}
"""What has been recorded in this process, by name and text: that takes longer than a build."""


def _record(app: Sphinx, *_: object) -> None:
    store = recordings_of(app.config)
    for name, path in store.missing().items():
        if (name, path.read_bytes()) in _KNOWN:
            store.keep(_KNOWN[name, path.read_bytes()])
    fill(store)
    for name, path in store.sources().items():
        recorded = store.of(name)
        if recorded is not None:
            _KNOWN[name, path.read_bytes()] = recorded.answer
        if recorded is not None and not recorded.is_pinned:
            store.pin(name).parent.mkdir(parents=True, exist_ok=True)
            store.pin(name).write_text(json.dumps(encode(recorded.answer)), encoding="utf-8")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the step."""
    app.connect("env-before-read-docs", _record)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
