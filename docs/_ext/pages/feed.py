"""The page of changes as an Atom feed beside it, so that readers hear of what is new.

Each section of the page whose label ends in a date is an entry. Ids do not depend on where the site
is published, and links are absolute where its address is known.
"""

from __future__ import annotations

import re
import uuid
from datetime import UTC, datetime
from html import escape
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from docutils import nodes
from feedgenerator import Atom1Feed  # type: ignore[import-untyped]

from language.languages import of
from markup.made import FEED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

PAGE = "changes"
_DATE = re.compile(r"-(\d{4}-\d\d-\d\d)$")


def tags(app: Sphinx, root: str) -> Iterator[str]:
    """Yield the tag that leads to the feed, if there is one; ``root`` leads to its folder."""
    if PAGE in app.env.found_docs:
        title = escape(app.env.titles[PAGE].astext())
        kind = "application/atom+xml"
        yield f'<link rel="alternate" type="{kind}" title="{title}" href="{root}{FEED}">'


def write(app: Sphinx, page: str, doctree: nodes.document | None) -> None:
    """Write the feed beside the page that it is made of."""
    if page == PAGE and doctree is not None:
        Path(app.outdir, FEED).write_text(feed(app, doctree), encoding="utf-8", newline="\n")


def feed(app: Sphinx, doctree: nodes.document) -> str:
    """Return the feed of the changes on a page."""
    here = of(app.config.language)
    base = app.config.html_baseurl
    address = urljoin(base, app.builder.get_target_uri(PAGE))
    atom = Atom1Feed(
        title=app.config.html_title,
        subtitle=app.env.titles[PAGE].astext(),
        description=None,
        link=address,
        feed_url=urljoin(base, FEED),
        feed_guid=_urn(here.folder),
        language=here.tag,
        author_name=app.config.author,
    )
    for section in doctree.findall(nodes.section):
        date = _DATE.search(section["ids"][0])
        if date is None:
            continue
        title = section.next_node(nodes.title)
        atom.add_item(
            title=title.astext() if title else "",
            link=f"{address}#{section['ids'][0]}",
            description=escape(" ".join(one.astext() for one in section.findall(nodes.paragraph))),
            pubdate=datetime.fromisoformat(date[1]).replace(tzinfo=UTC),
            unique_id=_urn(f"{here.folder}#{section['ids'][0]}"),
        )
    text = StringIO()
    atom.write(text, "utf-8")
    return text.getvalue() + "\n"


def _urn(name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"whose-turn-is-it/{name}").urn
