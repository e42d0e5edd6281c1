"""Which edition of the book this is: the date of its last change."""

from __future__ import annotations

import functools
import os
import subprocess
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

UNKNOWN = datetime(1980, 1, 1, tzinfo=UTC)
"""Stands for the date where it is not known: the first that a zip file can have."""


@functools.cache
def changed(docs: Path) -> datetime:
    """Return SOURCE_DATE_EPOCH, else when the folder's last commit was made, else `UNKNOWN`."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or _committed(docs)
    return datetime.fromtimestamp(int(epoch), tz=UTC) if epoch else UNKNOWN


def _committed(docs: Path) -> str:
    command = ["git", "log", "-1", "--format=%ct", "--", ".", "../snippets"]
    try:
        return subprocess.run(
            command, cwd=docs, capture_output=True, check=True, encoding="utf-8"
        ).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""  # no Git, or no repository: sources from an archive
