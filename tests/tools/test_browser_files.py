"""The playground's files: of which version, how large, when they are made, and where."""

import asyncio
import gzip
import io
import json
import shutil
import zipfile
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import Response

from tools.building import static_site
from tools.building.browser import frame, library, node, package, playground
from tools.building.browser.errors import BrokenError, MissingError
from tools.building.browser.node import Node
from tools.previewing.live_playground import LivePlayground, missing
from tools.project import HERE, Project

MOST = 5_500_000
"""Bytes until a program can run, on any host."""
FRAME = "<meta content=\"script-src 'sha256-$digest'\"><script>$script</script>"


def archive(name: str) -> bytes:
    """Return an archive with one module."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as opened:
        opened.writestr(f"{name}.pyc", name)
    return data.getvalue()


@pytest.fixture
def compiled() -> list[Path]:
    """Return the list of the folders whose modules have been compiled."""
    return []


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compiled: list[Path]) -> Project:
    """Return a project with a small Pyodide, which is kept, and a compiler that is quick."""
    project = Project(tmp_path)
    (project.docs / "_ext").mkdir(parents=True)
    project.turns.mkdir()
    (project.turns / "one.py").write_text("", encoding="utf-8")
    sandbox = project.docs / frame.SOURCES
    sandbox.mkdir(parents=True)
    (sandbox / "frame.html").write_text(FRAME, encoding="utf-8")
    for name in ("frame.js", "worker.js"):
        (sandbox / name).write_text("run();", encoding="utf-8")

    def unpack(_package: Path, folder: Path) -> None:
        (folder / package.WASM).write_bytes(b"wasm" * 1000)
        (folder / package.LOCK).write_text('{"info": {"python": "3.14.2"}}', encoding="utf-8")
        (folder / package.SCRIPT).write_text("createPyodideModule", encoding="utf-8")
        module = "async function _createPyodideModule() {}export default _createPyodideModule;"
        (folder / package.MODULE).write_text(module, encoding="utf-8")

    def compile_all(root: Path, _unpacked: Path, _node: Node) -> dict[str, bytes]:
        compiled.append(root)
        return {"library": archive("turns"), "more": archive("xml")}

    monkeypatch.setattr(node, "found", lambda: Node(("node",), ("npm",)))
    monkeypatch.setattr(package, "kept", lambda _folder: tmp_path)
    monkeypatch.setattr(package, "unpack", unpack)
    monkeypatch.setattr(library, "compile_all", compile_all)
    return project


def manifest_of(files: dict[str, bytes]) -> dict:
    """Return what the page asks for first."""
    return json.loads(files["manifest.json"])


def checked(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return what is packed, unpacked, by its kind; all must be as the manifest says."""
    manifest = manifest_of(files)
    entries = {**manifest["files"], "more": manifest["more"]}
    paths = {entry["path"] for entry in entries.values()}
    assert files.keys() == {*paths, "manifest.json", "frame.html"}
    assert {path.partition("/")[0] for path in paths} == {manifest["version"]}
    unpacked = {}
    for name, entry in entries.items():
        data = files[entry["path"]]
        assert len(data) == entry["bytes"]
        unpacked[name] = gzip.decompress(data)
        assert len(unpacked[name]) == entry["size"]
    return unpacked


def test_the_manifest_names_all_with_their_sizes(small: Project) -> None:
    """On the wire and unpacked."""
    files = playground.playground(small, fetch=False)
    unpacked = checked(files)
    assert unpacked["wasm"] == b"wasm" * 1000
    assert unpacked["worker"] == b"run();"
    assert manifest_of(files)["files"].keys() == {"wasm", "script", "library", "worker"}


def test_what_takes_long_is_kept(small: Project, compiled: list[Path]) -> None:
    """Until what it is made of changes; the version follows everything."""
    version = manifest_of(playground.playground(small, fetch=False))["version"]
    assert manifest_of(playground.playground(small, fetch=False))["version"] == version
    (small.docs / frame.SOURCES / "frame.js").write_text("run(1);", encoding="utf-8")
    second = manifest_of(playground.playground(small, fetch=False))["version"]
    assert second != version
    assert len(compiled) == 1
    (small.turns / "one.py").write_text("changed = 1", encoding="utf-8")
    playground.playground(small, fetch=False)
    assert len(compiled) == 2
    kept = sorted(path.name.partition("-")[0] for path in (small.build / "playground").iterdir())
    assert kept == ["library", "lock", "python"]


def test_what_is_interrupted_is_made_again(
    small: Project, compiled: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half an archive is never taken for one."""
    whole = playground._packed  # noqa: SLF001

    def interrupted(data: bytes) -> bytes:
        if data == archive("xml"):
            raise KeyboardInterrupt
        return whole(data)

    monkeypatch.setattr(playground, "_packed", interrupted)
    with pytest.raises(KeyboardInterrupt):
        playground.playground(small, fetch=False)
    monkeypatch.setattr(playground, "_packed", whole)
    checked(playground.playground(small, fetch=False))
    assert len(compiled) == 2


@pytest.mark.parametrize("fetch", [True, False])
def test_a_site_without_it_is_built_all_the_same(
    small: Project,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    fetch: bool,
) -> None:
    """One line says why: a loud one, if it should have been there."""

    def none() -> Node:
        raise MissingError("there is no Node.js")

    monkeypatch.setattr(node, "found", none)
    assert static_site._playground(small, fetch=fetch) == {}  # noqa: SLF001
    printed = capsys.readouterr()
    if fetch:
        assert printed.err == "THE PLAYGROUND IS MISSING: there is no Node.js\n"
    else:
        assert printed.out == "without the playground: there is no Node.js\n"


def test_live_preview_makes_it_when_it_is_asked_for(
    small: Project, compiled: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each reader begins with the manifest, and gets that of now."""
    live = LivePlayground(small)

    def asked(path: str) -> Response:
        return asyncio.run(live.serve(Request({"type": "http", "path_params": {"path": path}})))

    assert missing(small) == ""
    assert compiled == []
    manifest = json.loads(bytes(asked("manifest.json").body))
    assert asked(manifest["files"]["wasm"]["path"]).body[:2] == b"\x1f\x8b"
    assert asked("frame.html").media_type == "text/html"
    assert asked("elsewhere").status_code == 404
    assert len(compiled) == 1
    (small.turns / "one.py").write_text("changed = 1", encoding="utf-8")
    asked("manifest.json")
    assert len(compiled) == 2

    def none(_folder: Path) -> Path:
        raise MissingError("`nox -s build` fetches it")

    monkeypatch.setattr(package, "kept", none)
    assert missing(small) == "`nox -s build` fetches it"
    (small.turns / "one.py").write_text("changed = 2", encoding="utf-8")
    assert asked("manifest.json").status_code == 404


@pytest.fixture(scope="module")
def real(local: Path) -> dict[str, bytes]:
    """Return the files of the real site."""
    folder = local / "playground"
    if not folder.is_dir():
        pytest.skip("NOT LOOKED AT: the playground is missing; the build says why")
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.mark.slow
@pytest.mark.xdist_group("published")
def test_the_real_one_is_small_enough_to_wait_for(real: dict[str, bytes]) -> None:
    """The host need not pack anything."""
    manifest = manifest_of(real)
    packed = sum(entry["bytes"] for entry in manifest["files"].values())
    around = len(real["manifest.json"]) + len(real["frame.html"])
    assert packed + around <= MOST
    assert checked(real)["wasm"].startswith(b"\0asm")


@pytest.mark.slow
@pytest.mark.xdist_group("published")
def test_the_real_one_has_what_it_runs_compiled_and_nothing_else(real: dict[str, bytes]) -> None:
    """In archives that are the same whenever they are made."""
    unpacked = checked(real)
    names = {}
    for part in ("library", "more"):
        with zipfile.ZipFile(io.BytesIO(unpacked[part])) as opened:
            members = opened.infolist()
        assert {member.compress_type for member in members} == {zipfile.ZIP_STORED}
        assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}
        names[part] = [member.filename for member in members]
        assert names[part] == sorted(names[part])
        others = [name for name in names[part] if not name.endswith(".pyc")]
        assert others == ["dataclass-methods"] * (part == "library")  # compiled, too
    assert {*names["library"]}.isdisjoint(names["more"])
    assert {"asyncio/__init__.pyc", "random.pyc", "language/words/site.pyc"} <= {*names["library"]}
    assert "turns/commands/parser.pyc" not in names["library"]
    assert "xml/__init__.pyc" in names["more"]


@pytest.mark.long
def test_two_compilations_are_the_same(tmp_path: Path) -> None:
    """In another folder, byte by byte; what cannot be imported there is an error that names it."""
    try:
        tool, archived = node.found(), package.kept(HERE.build / "playground")
    except MissingError as error:
        pytest.skip(f"NOT COMPILED: {error}")
    unpacked = tmp_path / "pyodide"
    unpacked.mkdir()
    package.unpack(archived, unpacked)
    other = tmp_path / "an other folder"
    compiled = shutil.ignore_patterns("*.pyc*")
    for name in ("turns", "docs/_ext"):
        shutil.copytree(HERE.root / name, other / name, ignore=compiled)
    first = library.compile_all(HERE.root, unpacked, tool)
    assert library.compile_all(other, unpacked, tool) == first
    (other / "docs/_ext/language/words/site.py").write_text("import sphinx\n", encoding="utf-8")
    with pytest.raises(BrokenError, match="No module named 'sphinx'"):
        library.compile_all(other, unpacked, tool)
