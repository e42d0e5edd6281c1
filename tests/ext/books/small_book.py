"""A small book, and a process that builds it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1] / "roots_book"


EPOCH = {"SOURCE_DATE_EPOCH": "1700000000"}


def build_book(
    folder: Path, builder: str, *, dated: bool = True, **environment: str
) -> tuple[Path, str]:
    """Build below a folder; return the folder of the output, and what was written to stderr."""
    inherited = {name: value for name, value in os.environ.items() if name not in EPOCH}
    source = shutil.copytree(ROOT, folder / "docs")
    conf = source / "conf.py"
    place = "Path(__file__).resolve().parents[3]"
    text = conf.read_text(encoding="utf-8")
    assert place in text
    conf.write_text(text.replace(place, f"Path({str(ROOT.parents[2])!r})"), encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-b", builder]
    places = ["-d", folder / "doctrees", source, folder / "output"]
    done = subprocess.run(
        [*command, *places],
        check=True,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**inherited, **(EPOCH if dated else {}), **environment},
    )
    return folder / "output", done.stderr
