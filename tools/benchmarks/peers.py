"""Documentation to compare with: furo's and Sphinx's, built from their sdists as they say there."""

import shutil
import subprocess
import sys
import tarfile
import tempfile
import venv
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path


@dataclass(frozen=True)
class Peer:
    """A project in the version that this site is built with."""

    name: str
    """On the package index."""
    docs: str
    """The folder in its sdist."""
    needs: tuple[str, ...]
    """What its documentation is built with, besides itself."""
    pages: tuple[str, ...]
    """Its home page, and a page of text, code and pictures."""


PEERS = (
    Peer(
        "furo",
        "docs",
        # furo's own directive for examples fails with 5.2.
        ("myst-parser==5.1.0", "sphinx-copybutton", "sphinx-design", "sphinx-inline-tabs"),
        ("index.html", "reference/images.html"),
    ),
    Peer(
        "sphinx",
        "doc",
        ("sphinxcontrib-websupport",),
        ("index.html", "tutorial/describing-code.html"),
    ),
)


def built(peer: Peer, tools: Path) -> Path:
    """Return the folder of a peer's pages, built once for each version."""
    pages = tools / f"{peer.name}@{version(peer.name)}"
    if pages.is_dir():
        return pages
    with tempfile.TemporaryDirectory() as temporary:
        pages.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(_build(peer, Path(temporary)), pages)
    return pages


def _build(peer: Peer, folder: Path) -> Path:
    """Build a peer's pages in a folder, with an environment of their own."""
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python"

    def run(*arguments: str) -> None:
        done = subprocess.run(
            [str(python), "-m", *arguments],
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            sys.exit(f"{peer.name}: {' '.join(arguments)}\n{done.stdout}{done.stderr}")

    same = [f"{name}=={version(name)}" for name in ("furo", "sphinx")]
    run("pip", "install", "--quiet", *same, *peer.needs)
    (wanted,) = (one for one in same if one.startswith(peer.name))
    run("pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:", wanted)
    (archive,) = folder.glob("*.tar.gz")
    with tarfile.open(archive) as files:
        files.extractall(folder, filter="data")
    source = folder / archive.name.removesuffix(".tar.gz") / peer.docs
    # The inventories of other projects would have to be fetched.
    run("sphinx", "-q", "-b", "html", "-D", "intersphinx_mapping=", str(source), "pages")
    return folder / "pages"
