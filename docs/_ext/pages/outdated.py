"""Read a page again whenever its text, or a file that it shows, is another one.

Sphinx asks whether a file is newer than the page's last reading. One that is put back with its old
date is not, nor is any if the clock was ahead.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata


def _digests(env: BuildEnvironment) -> dict[str, dict[str, str]]:
    """Return what each page was made of: the digests of files, by their paths, by page."""
    if not hasattr(env, "read_digests"):
        env.read_digests = {}  # type: ignore[attr-defined]
    found: dict[str, dict[str, str]] = env.read_digests  # type: ignore[attr-defined]
    return found


def _files(env: BuildEnvironment, docname: str) -> Iterator[str]:
    yield str(env.doc2path(docname))
    for name in sorted(env.dependencies.get(docname, ())):
        yield str(Path(env.srcdir, name))


def _digest(path: str) -> str:
    """Return a file's digest; one that cannot be read has none."""
    with suppress(OSError):
        stat = Path(path).stat()
        return _of_one(path, stat.st_ino, stat.st_ctime_ns, stat.st_mtime_ns, stat.st_size)
    return ""


@cache
def _of_one(path: str, *_state: int) -> str:
    """Return the digest of a file in a state: live preview asks for all of them at each save.

    Two saves may have the same date; their files, or the times at which they changed, differ.
    """
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def _note(app: Sphinx, _doctree: nodes.document) -> None:
    """Keep what was read: what is saved meanwhile is newer, which Sphinx sees."""
    env = app.env
    docname = env.current_document.docname
    _digests(env)[docname] = {path: _digest(path) for path in _files(env, docname)}


def _outdated(
    _app: Sphinx, env: BuildEnvironment, _added: set[str], changed: set[str], _removed: set[str]
) -> list[str]:
    """Return the pages of which something is another text."""
    return [
        docname
        for docname, before in _digests(env).items()
        if docname in env.found_docs
        and docname not in changed
        and any(_digest(path) != then for path, then in before.items())
    ]


def _forget(_app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    _digests(env).pop(docname, None)


def _merge(
    _app: Sphinx, env: BuildEnvironment, docnames: Iterable[str], other: BuildEnvironment
) -> None:
    _digests(env).update({docname: _digests(other)[docname] for docname in docnames})


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the events."""
    app.connect("doctree-read", _note)
    app.connect("env-get-outdated", _outdated)
    app.connect("env-purge-doc", _forget)
    app.connect("env-merge-info", _merge)
    return {"env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
