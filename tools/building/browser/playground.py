"""The playground's files: what the browser fetches when a reader first runs a program.

``manifest.json`` names a version, which is a digest of all the others, and the files below it. Each
is packed with gzip here, and unpacked by the page, so that a host which does not pack costs nobody
anything. What takes long is kept in ``.build/playground/`` by what it was made from.
"""

import hashlib
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

import deflate

from markup import sources
from tools.building.browser import frame, library, node, package, scripts
from tools.project import Project

FOLDER = "playground"
"""Of the site, and of what builds keep."""
MANIFEST = "manifest.json"
FRAME = "frame.html"
FIRST = {
    "wasm": "python.wasm.gz",
    "script": "python.js.gz",
    "library": "library.zip.gz",
    "worker": "worker.js.gz",
}
"""The files that come before a program runs, by what they are."""
MORE = "more.zip.gz"
"""The rest of the standard library, which comes when a program imports of it."""
_BEST = 12
"""libdeflate's slowest level: 4 % less than the best of zlib."""
_HERE = Path(__file__).resolve().parent


def playground(project: Project, *, fetch: bool) -> dict[str, bytes] | None:
    """Return the files by their path below the playground's folder; None if there can be none.

    Then one line says why. `fetch`: go to the network if Pyodide is not kept from an earlier build.
    """
    assets = project.docs / "_assets" / "sandbox"
    if not assets.is_dir():
        return None  # a project without one
    try:
        parts = _parts(project, fetch=fetch)
    except node.MissingError as error:
        print(f"THE PLAYGROUND IS MISSING: {error}", file=sys.stderr, flush=True)
        return None
    worker = frame.worker(assets).encode()
    packed = {**parts, FIRST["worker"]: (_packed(worker), len(worker))}
    return _laid_out(packed, frame.page(assets).encode())


def _laid_out(packed: Mapping[str, tuple[bytes, int]], page: bytes) -> dict[str, bytes]:
    """Return all files, of packed ones with their sizes unpacked, and the frame."""
    texts = [page, *(packed[name][0] for name in sorted(packed))]
    version = hashlib.sha256(b"".join(hashlib.sha256(text).digest() for text in texts)).hexdigest()
    version = version[:8]

    def entry(name: str) -> dict[str, object]:
        data, size = packed[name]
        return {"path": f"{version}/{name}", "bytes": len(data), "size": size}

    files = {what: entry(name) for what, name in FIRST.items()}
    manifest = {"version": version, "files": files, "more": entry(MORE)}
    return {
        MANIFEST: f"{json.dumps(manifest, indent=2)}\n".encode(),
        FRAME: page,
        **{f"{version}/{name}": data for name, (data, _) in packed.items()},
    }


def _parts(project: Project, *, fetch: bool) -> dict[str, tuple[bytes, int]]:
    """Return what is made of Pyodide and of our modules: packed, and the size unpacked."""
    keep = project.build / FOLDER
    python = f"python-{_digest([*_HERE.glob('*.py')])}"
    homes = (project.turns, project.docs / "_ext")
    modules = [path for home in homes for path in sources.below(home, ".py")]
    compiled = f"library-{_digest([*sources.below(_HERE), *modules])}"
    if not all((keep / name).is_dir() for name in (python, compiled)):
        tool = node.found()
        archive = package.kept(keep)
        if archive is None:
            if not fetch:
                said = f"`nox -s build` fetches {package.NAME} once, {package.SIZE} MB"
                raise node.MissingError(said)
            archive = package.fetch(keep, tool)
        with tempfile.TemporaryDirectory() as name:
            unpacked = package.unpack(archive, Path(name))
            _keep(keep, python, partial(_of_pyodide, unpacked))
            _keep(keep, compiled, partial(_of_modules, project.root, unpacked, tool))
    return {**_read(keep / python), **_read(keep / compiled)}


def _of_pyodide(unpacked: Path) -> dict[str, bytes]:
    return {
        FIRST["wasm"]: (unpacked / package.WASM).read_bytes(),
        FIRST["script"]: scripts.classic(unpacked).encode(),
    }


def _of_modules(root: Path, unpacked: Path, tool: node.Node) -> dict[str, bytes]:
    archives = library.compile_all(root, unpacked, tool)
    return {FIRST["library"]: archives["library"], MORE: archives["more"]}


def _keep(keep: Path, name: str, make: Callable[[], Mapping[str, bytes]]) -> None:
    """Make a folder of packed files if it is not there, and take away what it replaces."""
    if (keep / name).is_dir():
        return
    with tempfile.TemporaryDirectory(dir=keep) as work:
        new = Path(work, name)
        new.mkdir()
        for file, data in make().items():
            (new / file).write_bytes(_packed(data))
            (new / f"{file}.size").write_text(f"{len(data)}\n", encoding="utf-8")
        for old in keep.glob(f"{name.partition('-')[0]}-*"):
            shutil.rmtree(old, ignore_errors=True)
        new.rename(keep / name)


def _read(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.name: (path.read_bytes(), int(Path(f"{path}.size").read_text(encoding="utf-8")))
        for path in sorted(folder.glob("*.gz"))
    }


def _packed(data: bytes) -> bytes:
    return bytes(deflate.gzip_compress(data, _BEST))


def _digest(paths: Iterable[Path]) -> str:
    """Digest Pyodide's version, the packer's and what is packed."""
    versions = f"{package.INTEGRITY} {deflate.__version__} {_BEST}"
    digest = hashlib.sha256(versions.encode())
    for path in sorted(paths):
        digest.update(f"{path.name} ".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]
