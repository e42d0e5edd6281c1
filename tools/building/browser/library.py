"""Compile the modules that the worker needs, by the Python that will run them."""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from tools.building.browser import package
from tools.building.browser.contents import COMMON, ENTRIES
from tools.building.browser.errors import BrokenError
from tools.building.browser.node import Node

INSIDE = Path(__file__).resolve().parent / "inside"
_PATIENCE = 600
"""Seconds; it takes about ten."""


def compile_all(root: Path, unpacked: Path, node: Node) -> dict[str, bytes]:
    """Return two archives by name: ``library``, which the worker begins with, and ``more``.

    `root` is the checkout, `unpacked` the folder of Pyodide's package.
    """
    print("playground: compiling what it runs", flush=True)
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        contents = json.dumps({"entries": ENTRIES, "common": COMMON})
        (work / "contents.json").write_text(contents, encoding="utf-8")
        shutil.copy(INSIDE / "sitecustomize.py", work)
        command = [*node.node, str(INSIDE / "pack.mjs"), str(unpacked), str(root), str(work)]
        done = subprocess.run(
            command, capture_output=True, check=False, encoding="utf-8", timeout=_PATIENCE
        )
        if done.returncode:
            said = done.stderr.strip() or f"Node.js ended with status {done.returncode}"
            raise BrokenError(f"{package.NAME} {package.VERSION}: {said}")
        return {part: (work / f"{part}.zip").read_bytes() for part in ("library", "more")}
