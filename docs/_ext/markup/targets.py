"""Named targets of our own directives: ``[](#name)`` and ``{ref}`` find them and show their title.

The standard domain takes titles from sections and figures only, and does not compare the labels
that parallel readers found. So a directive marks its node here, a domain of ours keeps the marks
(and thereby purges and merges them), and once all pages are read they become standard labels.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from docutils import nodes
from sphinx.domains import Domain
from sphinx.util import logging
from sphinx.util.nodes import make_refnode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment
    from sphinx.util.docutils import SphinxDirective
    from sphinx.util.typing import ExtensionMetadata

logger = logging.getLogger(__name__)


class Target(NamedTuple):
    """One marked node: what it is, where it is and how a link to it reads."""

    kind: str
    """The directive's name; also the type of every warning about it."""
    key: str
    """What a role names it by: for a snippet its path."""
    is_default: bool
    """Whether the anchor follows from the key, since there is no ``:name:``."""
    docname: str
    lineno: int
    anchor: str
    title: str


def mark(directive: SphinxDirective, node: Element, anchor: str, title: str, key: str) -> None:
    """Give ``node`` the id ``anchor`` and make it a target; warn if the page has that id."""
    document = directive.state.document
    if anchor in document.ids:
        logger.warning(
            "the anchor %r is on this page already; give this one another `:name:`",
            anchor,
            location=directive.get_location(),
            type=directive.name,
            subtype="duplicate",
        )
        return
    node["ids"].append(anchor)
    document.set_id(node)
    default = "name" not in directive.options
    docname, lineno = directive.env.docname, directive.lineno
    node["named_target"] = Target(directive.name, key, default, docname, lineno, anchor, title)


class TargetsDomain(Domain):
    """Keeps the targets of each page and resolves the roles that name one by its key."""

    name = "targets"
    label = "Named targets"
    initial_data: ClassVar[dict[str, Any]] = {"targets": {}}

    @property
    def by_page(self) -> dict[str, list[Target]]:
        """The targets of each page, in the order in which they stand there."""
        targets: dict[str, list[Target]] = self.data["targets"]
        return targets

    def all(self) -> Iterator[Target]:
        """Yield every target, pages in alphabetical order."""
        for _docname, targets in sorted(self.by_page.items()):
            yield from targets

    def find(self, kind: str, key: str) -> Target:
        """Return the one target of a kind that has the key; raise `LookupError` that says why not.

        Of several, the one without ``:name:`` is meant; links lead to the others by their names.
        """
        same_kind = [target for target in self.all() if target.kind == kind]
        found = [target for target in same_kind if target.key == key]
        if len(found) > 1:
            found = [target for target in found if target.is_default] or found
        if len(found) == 1:
            return found[0]
        if found:
            anchors = ", ".join(f"[](#{target.anchor})" for target in found)
            raise LookupError(
                f"several cards show {key!r}, none under its own name; link to {anchors}"
            )
        near = difflib.get_close_matches(
            key, sorted({target.key for target in same_kind}), cutoff=0.75
        )
        hint = f"; did you mean {' or '.join(map(repr, near))}?" if near else ""
        raise LookupError(f"no page shows {key!r}{hint}")

    def clear_doc(self, docname: str) -> None:
        """Forget the targets of a page that is read again or gone."""
        self.by_page.pop(docname, None)

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process read."""
        self.by_page.update({d: t for d, t in otherdata["targets"].items() if d in docnames})

    def process_doc(self, _env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Collect the marked nodes of a page."""
        if found := [
            node["named_target"]
            for node in document.findall(nodes.Element)
            if "named_target" in node
        ]:
            self.by_page[docname] = found

    def resolve_xref(  # noqa: PLR0913, PLR0917  (the signature is Sphinx's)
        self,
        _env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        """Link to the one target of kind ``typ`` with key ``target``."""
        try:
            there = self.find(typ, target)
        except LookupError as problem:
            logger.warning(str(problem), location=node, type=typ, subtype="ref")
            # The text alone, so that Sphinx has nothing left to complain about.
            return contnode  # type: ignore[return-value]
        return make_refnode(builder, fromdocname, there.docname, there.anchor, contnode)

    def resolve_any_xref(self, *_args: object) -> list[tuple[str, nodes.reference]]:
        """Add nothing: by their anchors the targets are found as standard labels."""
        return []


def targets_of(env: BuildEnvironment) -> TargetsDomain:
    """Return the targets of all pages."""
    domain = env.get_domain(TargetsDomain.name)
    assert isinstance(domain, TargetsDomain)  # noqa: S101  (for the type checker)
    return domain


def register_labels(_app: Sphinx, env: BuildEnvironment) -> None:
    """Make every target a standard label; warn where a name is taken."""
    standard = env.domains.standard_domain
    for target in targets_of(env).all():
        here = (target.docname, target.anchor)
        there = standard.anonlabels.setdefault(target.anchor, here)
        if there == here:
            standard.labels[target.anchor] = (*here, target.title)
        else:
            logger.warning(
                "the anchor %r is also in %s; give this one another `:name:`",
                target.anchor,
                env.doc2path(there[0], base=False),
                location=(target.docname, target.lineno),
                type=target.kind,
                subtype="duplicate",
            )


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the domain and the step that runs once all pages are read."""
    app.add_domain(TargetsDomain)
    app.connect("env-updated", register_labels)
    return {
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
