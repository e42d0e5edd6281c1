"""An extension for test roots: records and pins their snippets before pages are read."""

import json

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from card.store import recordings_of
from tools.building.record_missing import fill
from turns.recording.codec import encode


def _record(app: Sphinx, *_: object) -> None:
    store = recordings_of(app.config)
    fill(store)
    for name in store.sources():
        recorded = store.of(name)
        if recorded is not None and not recorded.is_pinned:
            store.pin(name).parent.mkdir(parents=True, exist_ok=True)
            store.pin(name).write_text(json.dumps(encode(recorded.answer)), encoding="utf-8")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the step."""
    app.connect("env-before-read-docs", _record)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
