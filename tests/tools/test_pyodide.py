"""Pyodide comes by name and version, is checked, is kept, and is as expected."""

import base64
import hashlib
import io
import json
import os
import sys
import tarfile
from pathlib import Path

import pytest

from tools.building.browser import node, package, scripts
from tools.building.browser.errors import BrokenError, MissingError
from tools.building.browser.node import Node
from tools.project import HERE, LANGUAGES

# Stands for npm: puts the package that lies beside it where it is told to, and counts.
NPM = """\
import pathlib, shutil, sys
here = pathlib.Path(__file__).parent
with open(here / "calls", "a") as calls:
    print(*sys.argv[1:3], file=calls)
shutil.copy(here / "package.tgz", sys.argv[sys.argv.index("--pack-destination") + 1])
"""
MODULE = (
    "async function _createPyodideModule() { import.meta.url }export default _createPyodideModule;"
)
FILES = {
    "pyodide.js": "var loadPyodide; createPyodideModule\n//# sourceMappingURL=pyodide.js.map\n",
    "pyodide.asm.mjs": MODULE,
    "pyodide.asm.wasm": "wasm",
    "pyodide-lock.json": '{"info": {"python": "3.14.2"}, "packages": {"numpy": {}}}',
    "pyodide.mjs": "",
    "python_stdlib.zip": "",
    "README.md": "not used",
}


def packed(files: dict[str, str]) -> bytes:
    """Return a package as npm has it."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz") as archive:
        for name, text in files.items():
            member = tarfile.TarInfo(f"package/{name}")
            member.size = len(text)
            archive.addfile(member, io.BytesIO(text.encode()))
    return data.getvalue()


@pytest.fixture
def npm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Node:
    """Return an npm that has a small package, which is pinned."""
    folder = tmp_path / "npm"
    folder.mkdir()
    (folder / "npm.py").write_text(NPM, encoding="utf-8")
    data = packed(FILES)
    (folder / "package.tgz").write_bytes(data)
    digest = base64.b64encode(hashlib.sha512(data).digest()).decode()
    monkeypatch.setattr(package, "INTEGRITY", f"sha512-{digest}")
    return Node((sys.executable,), (sys.executable, str(folder / "npm.py")))


def test_it_is_fetched_once(npm: Node, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line says what and how much; the next time it is there."""
    first = package.fetch(tmp_path / "kept", npm)
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert f"{package.NAME} {package.VERSION}" in said
    assert f"{package.SIZE} MB" in said
    assert package.fetch(tmp_path / "kept", npm) == first == package.kept(tmp_path / "kept")
    assert capsys.readouterr().out == ""
    asked = (tmp_path / "npm/calls").read_text(encoding="utf-8").splitlines()
    assert asked == [f"pack {package.NAME}@{package.VERSION}"]


def test_a_damaged_one_is_fetched_again(npm: Node, tmp_path: Path) -> None:
    """As if it were not there."""
    path = package.fetch(tmp_path / "kept", npm)
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    with pytest.raises(MissingError, match="nox -s build"):
        package.kept(path.parent)
    assert package.fetch(path.parent, npm).read_bytes() == whole


def test_another_one_than_is_pinned_is_not_taken(npm: Node, tmp_path: Path) -> None:
    """Whoever put it where npm found it."""
    (tmp_path / "npm/package.tgz").write_bytes(packed({**FILES, "pyodide.js": "else"}))
    with pytest.raises(MissingError, match=r"another .* than is pinned"):
        package.fetch(tmp_path / "kept", npm)
    assert [*(tmp_path / "kept").iterdir()] == []


def test_without_a_network_it_is_missing(npm: Node, tmp_path: Path) -> None:
    """In one line."""
    (tmp_path / "npm/package.tgz").unlink()
    with pytest.raises(MissingError, match=r"^npm could not fetch .* is there a network\?$"):
        package.fetch(tmp_path / "kept", npm)


@pytest.mark.skipif(os.name == "nt", reason="its programs are no scripts")
def test_without_node_it_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The line says where to get one; an old one is none."""
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingError, match=r"no Node\.js.*requirements/node\.txt"):
        node.found()
    for program in ("node", "npm"):
        path = tmp_path / program
        path.write_text("#!/bin/sh\necho v12.22.9\n", encoding="utf-8")
        path.chmod(0o755)
    with pytest.raises(MissingError, match=r"v12\.22\.9.*requirements/node\.txt"):
        node.found()


def test_its_scripts_become_a_classic_one(npm: Node, tmp_path: Path) -> None:
    """Without what only a module may have, and with what it is told instead of asking for it."""
    package.unpack(package.fetch(tmp_path, npm), tmp_path)
    assert not (tmp_path / "README.md").exists()
    first, *rest = scripts.classic(tmp_path).splitlines()
    assert json.loads(first.removeprefix("globalThis._lock=").removesuffix(";")) == {
        "info": {"python": "3.14.2"},
        "packages": {},
    }
    assert rest == [
        "var loadPyodide; createPyodideModule",
        'globalThis._createPyodideModule=(async function() { "" });',
    ]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("pyodide.asm.mjs", "export default _createPyodideModule;", "export { it };"),
        ("pyodide.asm.mjs", "async function", "var it = async function"),
        ("pyodide.asm.mjs", "import.meta.url", "import.meta.dirname"),
        ("pyodide.js", "createPyodideModule", "createModule"),
    ],
)
def test_another_shape_of_its_scripts_is_noticed(
    tmp_path: Path, name: str, old: str, new: str
) -> None:
    """A new version is looked at by somebody."""
    for file, text in FILES.items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    (tmp_path / name).write_text(FILES[name].replace(old, new), encoding="utf-8")
    with pytest.raises(BrokenError, match=r"pyodide\."):
        scripts.classic(tmp_path)


def test_a_package_without_a_file_is_noticed(
    npm: Node, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is named."""
    path = package.fetch(tmp_path, npm)
    monkeypatch.setattr(package, "FILES", ("pyodide.cjs",))
    with pytest.raises(BrokenError, match=r"has no pyodide\.cjs"):
        package.unpack(path, tmp_path)


def test_the_real_one_says_how_large_it_is() -> None:
    """`SIZE` is said before it is there."""
    try:
        path = package.kept(HERE.build / "playground")
    except MissingError as error:
        pytest.skip(f"NOT LOOKED AT: {error}")
    assert round(path.stat().st_size / 1e6, 1) == package.SIZE


def test_another_python_than_is_written_down_is_found(tmp_path: Path) -> None:
    """By the lock file, which says what the package is."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text.replace(package.PYTHON, "3.99.1"), encoding="utf-8")
    with pytest.raises(BrokenError, match=r"of Python 3\.99\.1, and package\.py says 3\.14\.2"):
        scripts.classic(tmp_path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_names_the_python_that_it_has(language: str) -> None:
    """Whoever pins another one has to change the page, too."""
    page = HERE.docs / language / "playground.md"
    assert f"CPython {package.PYTHON}" in page.read_text("utf-8"), f"{page}: see package.PYTHON"
