"""The playground's files: what the browser fetches when a reader is about to run a program.

``manifest.json`` names a version, which is a digest of all the others, and the files below it. Each
is packed with gzip here, and unpacked by the page, so that a host which does not pack costs nobody
anything. What takes long is kept in ``.build/playground/`` by what it was made from.
"""

import gzip
import hashlib
import json
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from io import BytesIO
from pathlib import Path

import deflate

from markup import sources
from tools.building.browser import frame, library, node, package, scripts
from tools.building.browser.shapes import shapes
from tools.building.lock import exclusive
from tools.project import Project

FOLDER = "playground"
"""Of the site, and of what builds keep."""
MANIFEST = "manifest.json"
FRAME = "frame.html"
FIRST = {
    "worker": "worker.js.gz",
    "script": "python.js.gz",
    "wasm": "python.wasm.gz",
    "library": "library.zip.gz",
}
"""The files that come before a program runs, by what they are, in the order in which a start needs
them."""
MORE = "more.zip.gz"
"""The rest of the standard library, which comes when a program imports of it."""
_BEST = 12
"""libdeflate's slowest level: 4 % less than the best of zlib."""
_HERE = Path(__file__).resolve().parent


def playground(project: Project, *, fetch: bool) -> dict[str, bytes]:
    """Return the files by their path below the playground's folder.

    `fetch`: go to the network if Pyodide is not kept from an earlier build. `MissingError` if there
    can be no playground here, `BrokenError` if something is wrong with what it is made of.
    """
    keep = project.build / FOLDER
    with exclusive(keep / "lock"):
        packed = _parts(project, keep, fetch=fetch)
    assets = project.docs / frame.SOURCES
    packed[FIRST["worker"]] = _packed(frame.worker(assets).encode())
    return _laid_out(packed, frame.page(assets).encode())


def _laid_out(packed: Mapping[str, bytes], page: bytes) -> dict[str, bytes]:
    """Return all files; `page` is the frame, which is not packed."""
    digest = hashlib.sha256(page)
    for name in sorted(packed):
        digest.update(hashlib.sha256(packed[name]).digest())
    version = digest.hexdigest()[:8]

    def entry(name: str) -> dict[str, object]:
        data = packed[name]
        # The size ends what gzip writes.
        size = int.from_bytes(data[-4:], "little")
        return {"path": f"{version}/{name}", "bytes": len(data), "size": size}

    files = {what: entry(name) for what, name in FIRST.items()}
    manifest = {
        "version": version,
        "files": files,
        "more": entry(MORE) | {"modules": _only_in(packed[MORE], packed[FIRST["library"]])},
        "shapes": shapes(),
    }
    return {
        MANIFEST: f"{json.dumps(manifest)}\n".encode(),
        FRAME: page,
        **{f"{version}/{name}": data for name, data in packed.items()},
    }


def _only_in(archive: bytes, other: bytes) -> list[str]:
    """Return the names that a program can import only with an archive, and not with another one.

    What is inside of a package stands for itself where the other one has the package.
    """
    there = _modules(other)
    missing = {".".join(name[: 1 + (name[:1] in there)]) for name in _modules(archive) - there}
    return sorted(missing)


def _modules(archive: bytes) -> set[tuple[str, ...]]:
    """Return the names of an archive's modules, part by part."""
    with zipfile.ZipFile(BytesIO(gzip.decompress(archive))) as opened:
        names = (name.removesuffix(".pyc").removesuffix("/__init__") for name in opened.namelist())
        return {tuple(name.split("/")) for name in names}


def _parts(project: Project, keep: Path, *, fetch: bool) -> dict[str, bytes]:
    """Return what is made of Pyodide and of our modules, packed."""
    machinery = sources.below(_HERE)
    homes = (project.turns, project.docs / "_ext")
    modules = [path for home in homes for path in sources.below(home, ".py")]
    python = keep / f"python-{_digest(machinery)}"
    compiled = keep / f"library-{_digest([*machinery, *modules])}"
    if not (python.is_dir() and compiled.is_dir()):
        tool = node.found()
        archive = package.fetch(keep, tool) if fetch else package.kept(keep)
        with tempfile.TemporaryDirectory() as name:
            unpacked = Path(name)
            package.unpack(archive, unpacked)
            _keep(python, partial(_of_pyodide, unpacked))
            _keep(compiled, partial(_of_modules, project.root, unpacked, tool))
    paths = [path for folder in (python, compiled) for path in sorted(folder.iterdir())]
    return {path.name: path.read_bytes() for path in paths}


def _of_pyodide(unpacked: Path) -> dict[str, bytes]:
    return {
        FIRST["wasm"]: (unpacked / package.WASM).read_bytes(),
        FIRST["script"]: scripts.classic(unpacked).encode(),
    }


def _of_modules(root: Path, unpacked: Path, tool: node.Node) -> dict[str, bytes]:
    archives = library.compile_all(root, unpacked, tool)
    return {FIRST["library"]: archives["library"], MORE: archives["more"]}


def _keep(folder: Path, make: Callable[[], Mapping[str, bytes]]) -> None:
    """Make a folder of packed files if it is not there, and take away what it replaces."""
    if folder.is_dir():
        return
    with tempfile.TemporaryDirectory(dir=folder.parent) as work:
        new = Path(work, folder.name)
        new.mkdir()
        for name, data in make().items():
            (new / name).write_bytes(_packed(data))
        for old in folder.parent.glob(f"{folder.name.partition('-')[0]}-*"):
            shutil.rmtree(old, ignore_errors=True)
        new.rename(folder)


def _packed(data: bytes) -> bytes:
    return bytes(deflate.gzip_compress(data, _BEST))


def _digest(paths: Iterable[Path]) -> str:
    """Digest Pyodide's version, the packer's and what is packed."""
    digest = hashlib.sha256(f"{package.INTEGRITY} {deflate.__version__} {_BEST}".encode())
    for path in paths:
        digest.update(f"{path.name} ".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]
