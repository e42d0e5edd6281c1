"""The folder of a preview: outside the checkout, so that none sees its own output change."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.building.lock import take

_PREFIX = "turns-preview-"
_LOCK = "lock"


@contextmanager
def own_folder() -> Iterator[Path]:
    """Make a folder and remove it at the end; if this process is killed, the next preview does."""
    _remove_left()
    with tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        with (folder / _LOCK).open("a", encoding="utf-8") as lock:
            take(lock)
            yield folder


def _remove_left() -> None:
    """Remove the folders in which nobody lives."""
    for path in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*/{_LOCK}"):
        with path.open("a", encoding="utf-8") as lock:
            is_left = take(lock)
        if is_left:
            shutil.rmtree(path.parent, ignore_errors=True)
