"""Where the sources of a page are, and which edition of the site it belongs to.

The ``{repository}`` role links words to the repository, such as in a sentence that asks for issues.
Without ``SOURCE_URL`` there are no links, only the role's words, and without a history no edition.
"""

from __future__ import annotations

import functools
import subprocess
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes
from sphinx.util.docutils import SphinxRole

from language.languages import of
from language.words import word

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


class Commit(NamedTuple):
    """The last change of all that the site is made of."""

    short: str
    full: str
    when: datetime


def sources(app: Sphinx, page: str) -> dict[str, Any]:
    """Return what the template shows: addresses ``repository``, ``edit``, ``commit``; ``edition``.

    Each is empty where it is not known, or where the page has no source.
    """
    url, commit = app.config.source_url, last_commit(str(app.confdir))
    language = of(app.config.language)
    edition = ""
    if commit:
        edition = word(language, "page-edition").format(
            date=commit.when.date().isoformat(), commit=commit.short
        )
    has_source = bool(url) and page in app.env.found_docs
    path = app.env.doc2path(page, base=False) if has_source else ""
    return {
        "repository": url,
        "edit": f"{url}/edit/main/docs/{language.folder}/{path}" if has_source else "",
        "commit": f"{url}/commit/{commit.full}" if url and commit else "",
        "edition": edition,
    }


@functools.cache
def last_commit(docs: str) -> Commit | None:
    """Return the last commit of the checkout; None without Git, or without a history."""
    command = ["git", "log", "-1", "--format=%h %H %cI"]
    try:
        done = subprocess.run(command, cwd=docs, capture_output=True, check=True, encoding="utf-8")
    except (OSError, subprocess.CalledProcessError):
        return None
    short, full, when = done.stdout.split()
    return Commit(short, full, datetime.fromisoformat(when))


class Repository(SphinxRole):
    """Write ``{repository}`words```."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return the words, linked if it is known where the repository is."""
        url = self.config.source_url
        words = nodes.Text(self.text)
        return [nodes.reference("", "", words, refuri=url) if url else words], []


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the value and the role; `pages.assembly` asks for the rest."""
    app.add_config_value("source_url", "", "env", str)
    app.add_role("repository", Repository())
    return {"parallel_read_safe": True, "parallel_write_safe": True}
