"""Find the supported CPythons of this machine and put uvloop beside each."""

import hashlib
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from findpython import Finder

SUPPORTED = ("3.11", "3.12", "3.13", "3.14", "3.15")
FREE_THREADED = ("3.13t", "3.14t", "3.15t")
"""Builds without the global interpreter lock."""
EAGER = tuple(name for name in SUPPORTED if int(name.partition(".")[2]) >= 12)
"""Those that have an eager task factory, with which programs are run as well."""
_NAME = re.compile(
    rf"python(3|{'|'.join(map(re.escape, SUPPORTED + FREE_THREADED))})?(\.exe)?", re.IGNORECASE
)
_FACTS = """\
import sys, sysconfig
t = "t" if sysconfig.get_config_var("Py_GIL_DISABLED") else ""
print(sys.implementation.name, "%d.%d" % sys.version_info[:2] + t, sys.hexversion)
"""


class NotInstallableError(Exception):
    """uvloop cannot be had for a version; the reason in one line."""


@dataclass(frozen=True)
class Python:
    """An installed CPython."""

    executable: Path
    name: str
    """As in `SUPPORTED` and `FREE_THREADED`."""
    build: int
    """``sys.hexversion``: the higher, the newer."""


def installed() -> list[Python]:
    """Return one interpreter of each supported version: this one for its own, else the newest.

    `findpython` says where interpreters are. Asking every one of its finds would take seconds,
    so links and names for the same file are asked once, and scripts (pyenv's shims) not at all.
    """
    files = {
        python.real_path
        for provider in Finder().setup_providers()
        for python in provider.find_pythons()
    }
    binaries = [file for file in sorted(files) if _NAME.fullmatch(file.name) and _is_binary(file)]
    with ThreadPoolExecutor() as pool:
        found = [python for python in pool.map(_ask, binaries) if python]
    here = _ask(Path(sys.executable))
    newest = {python.name: python for python in sorted(found, key=lambda python: python.build)}
    if here is not None:
        newest[here.name] = here
    return [newest[name] for name in (*SUPPORTED, *FREE_THREADED) if name in newest]


def with_uvloop(python: Python, requirements: Path, cache: Path) -> Path:
    """Install uvloop for ``python`` into a folder below ``cache``, once, and return the folder.

    ``requirements`` pins the version and its hashes; `NotInstallableError` says why it cannot be.
    """
    if sys.platform == "win32":
        raise NotInstallableError("uvloop does not exist for Windows")
    digest = hashlib.sha256(requirements.read_bytes()).hexdigest()[:12]
    folder = cache / f"{python.name}-{digest}"
    if folder.is_dir():
        return folder
    cache.mkdir(parents=True, exist_ok=True)
    # Installed beside and then renamed: an interrupted installation is never taken for a whole one.
    with tempfile.TemporaryDirectory(dir=cache) as temporary:
        target = Path(temporary) / "uvloop"
        _pip(python, requirements, target)
        try:
            target.rename(folder)
        except OSError:
            if not folder.is_dir():  # else another process was faster, with the same result
                raise
    return folder


def _pip(python: Python, requirements: Path, target: Path) -> None:
    version = python.name.removesuffix("t")
    abi = f"cp{python.name.replace('.', '')}"
    command = [
        *(sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"),
        *("--no-input", "--no-deps", "--retries=1", "--only-binary=:all:", "--require-hashes"),
        *("--implementation=cp", f"--python-version={version}", f"--abi={abi}"),
        *(f"--target={target}", f"--requirement={requirements}"),
    ]
    try:
        done = subprocess.run(
            command,
            check=False,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=120,
        )
    except subprocess.TimeoutExpired:
        raise NotInstallableError("pip did not end in 120 s") from None
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if line.strip()] or ["pip failed"]
        errors = [line for line in lines if line.startswith("ERROR:")] or lines
        raise NotInstallableError(errors[-1])


def _is_binary(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return opened.read(2) != b"#!"
    except OSError:
        return False


def _ask(executable: Path) -> Python | None:
    """Ask an interpreter what it is; None if it is no CPython or does not run."""
    command = [str(executable), "-I", "-S", "-c", _FACTS]
    try:
        answer = subprocess.run(
            command, check=True, capture_output=True, encoding="utf-8", timeout=20
        ).stdout.split()
    except (OSError, UnicodeError, subprocess.SubprocessError):
        return None
    if len(answer) != 3 or answer[0] != "cpython":
        return None
    return Python(executable, answer[1], int(answer[2]))


def exact(executable: str) -> str:
    """Return the version of an interpreter as it says it, such as ``3.14.0``."""
    command = [executable, "-I", "-S", "-c", "import platform; print(platform.python_version())"]
    return subprocess.run(
        command, check=True, capture_output=True, encoding="utf-8", timeout=20
    ).stdout.strip()


def pinned_uvloop(requirements: Path) -> str:
    """Return the version of uvloop that a file of requirements asks for."""
    found = re.search(r"^uvloop==(\S+)", requirements.read_text("utf-8"), re.MULTILINE)
    return found[1] if found else ""
