"""The pages, built as they are published: their address is known, and so is their source's."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools.project import BUILT_FROM, HERE

SITE = "https://example.org/book"
SOURCE = "https://github.com/someone/book"


def built(folder: Path, **environment: str) -> dict[str, bytes]:
    """Build a copy of this checkout in ``folder`` and return its files by name."""
    for name in (".git", *BUILT_FROM):
        ignored = shutil.ignore_patterns("*.pyc.*", "*.mo")  # what is compiled comes along
        if (HERE.root / name).is_dir():  # an archive has no .git
            shutil.copytree(HERE.root / name, folder / name, ignore=ignored)
    addresses = {"SITE_URL": f"{SITE}/", "SOURCE_URL": SOURCE}
    command = [sys.executable, "-m", "tools.build", "--builder", "html"]
    subprocess.run(command, cwd=folder, check=True, env={**os.environ, **addresses, **environment})
    site = folder / "_site"
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}
