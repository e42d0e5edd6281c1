"""Pyodide, CPython on WebAssembly: fetched from npm by name and version, checked, and kept."""

import base64
import contextlib
import hashlib
import subprocess
import tarfile
import tempfile
from pathlib import Path

from tools.building.browser.errors import BrokenError, MissingError
from tools.building.browser.node import Node

NAME, VERSION = "pyodide", "314.0.7"
PYTHON = "3.14.2"
"""What it is; `scripts` compares that with what the package says, and a test with the pages."""
INTEGRITY = (
    "sha512-0YvXxEhfEdpLfb/XkM2BFAeMROq0iMUX2bzzH9pOttyM"
    "cWkwq+HbE5uyuGD82LN7y2q+SNvi/6V5JEsOlD2R1A=="
)
"""As ``npm view pyodide@VERSION dist.integrity`` says it."""
SIZE = 6.5
"""MB to fetch."""
SCRIPT, MODULE, WASM = "pyodide.js", "pyodide.asm.mjs", "pyodide.asm.wasm"
LOCK = "pyodide-lock.json"
FILES = (SCRIPT, MODULE, WASM, LOCK, "pyodide.mjs", "python_stdlib.zip")
"""What is used of it, here and in browsers."""
_PATIENCE = 600
"""Seconds, for a line that is slow but not dead."""
_NPM = ("--silent", "--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-factor=2")


def kept(folder: Path) -> Path:
    """Return the package that an earlier build has left in a folder, if it is there and whole."""
    path = folder / f"{NAME}-{VERSION}.tgz"
    if not path.is_file() or _integrity(path) != INTEGRITY:
        raise MissingError(f"`nox -s build` fetches {NAME} {VERSION}, {SIZE} MB, once")
    return path


def fetch(folder: Path, node: Node) -> Path:
    """Return the package, brought into a folder unless it is kept there; says what it fetches."""
    with contextlib.suppress(MissingError):
        return kept(folder)
    print(f"playground: fetching {NAME} {VERSION} from npm, {SIZE} MB, once", flush=True)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as work:
        command = [*node.npm, "pack", f"{NAME}@{VERSION}", *_NPM, "--pack-destination", work]
        try:
            done = subprocess.run(
                command, cwd=work, capture_output=True, check=False, timeout=_PATIENCE
            )
        except subprocess.TimeoutExpired:
            raise MissingError(f"npm did not answer within {_PATIENCE} s") from None
        fetched = next(Path(work).glob("*.tgz"), None)
        if done.returncode or fetched is None:
            raise MissingError(f"npm could not fetch {NAME} {VERSION}: is there a network?")
        if (found := _integrity(fetched)) != INTEGRITY:
            raise MissingError(f"npm brought another {NAME} {VERSION} than is pinned: {found}")
        return fetched.replace(folder / f"{NAME}-{VERSION}.tgz")


def unpack(package: Path, folder: Path) -> None:
    """Put the files of a package that are used into a folder."""
    with tarfile.open(package) as archive:
        for name in FILES:
            try:
                file = archive.extractfile(f"package/{name}")
            except KeyError:
                raise BrokenError(f"{NAME} {VERSION} has no {name}") from None
            assert file is not None  # noqa: S101 - none of these is a folder
            (folder / name).write_bytes(file.read())


def _integrity(path: Path) -> str:
    """Return a file's digest as npm writes it."""
    digest = hashlib.sha512(path.read_bytes()).digest()
    return f"sha512-{base64.b64encode(digest).decode()}"
