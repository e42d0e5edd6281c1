"""The Chromium of this machine, which prints the book and which tests and benchmarks drive."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NAMES = (
    "chromium-headless-shell",  # without windows: a page opens in a third of the time
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
)
MISSING = f"no {' or '.join(NAMES)} on the PATH; set CHROMIUM"
PATIENCE = 900.0
"""Seconds for printing a book; it takes half a minute, and longer on a busy machine."""


def found() -> str | None:
    """Return the program that CHROMIUM names, or one on the PATH; None if there is none.

    An empty CHROMIUM asks for none: whoever needs no PDF saves most of the time of a build.
    """
    named = os.environ.get("CHROMIUM")
    return next(filter(None, map(shutil.which, NAMES)), None) if named is None else named or None


def print_page(program: str, page: Path, pdf: Path) -> None:
    """Print an HTML file, tagged and with bookmarks; `RuntimeError` if no PDF comes of it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [
            *(program, "--headless", "--disable-gpu", "--disable-background-networking"),
            *(("--no-sandbox",) if _is_root() else ()),  # Chromium has none for root
            *(f"--user-data-dir={profile}", f"--print-to-pdf={pdf}"),
            *("--no-pdf-header-footer", "--generate-pdf-document-outline", page.as_uri()),
        ]
        pdf.unlink(missing_ok=True)
        done = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)
    if done.returncode or not pdf.is_file():
        said = done.stderr.decode(errors="replace").strip()
        raise RuntimeError(f"{program} printed nothing, exit status {done.returncode}: {said}")


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
