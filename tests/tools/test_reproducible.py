"""The same sources make the same site, byte by byte."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from project import HERE


def built(folder: Path, **environment: str) -> dict[str, bytes]:
    """Build a copy of this checkout in ``folder`` and return its files by name."""
    for name in ("docs", "snippets", "tools"):
        ignored = shutil.ignore_patterns("__pycache__", "*.mo")
        shutil.copytree(HERE.root / name, folder / name, ignore=ignored)
    command = [sys.executable, folder / "tools/build.py"]
    subprocess.run(command, check=True, env={**os.environ, **environment})
    site = folder / "_site"
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def test_two_builds_are_the_same(tmp_path: Path) -> None:
    """In folders with other names, with other hash seeds, in another time zone."""
    one = built(tmp_path / "one", PYTHONHASHSEED="1", TZ="Asia/Shanghai")
    two = built(tmp_path / "an other folder", PYTHONHASHSEED="2", TZ="America/New_York")
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []
