"""What ``{versions}`` shows: each program that Pythons disagree about, with their outputs."""

from __future__ import annotations

from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from docutils import nodes

from card import catalogue, elsewhere
from card.tables import cell, table
from language.words import word

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from card.catalogue import Lines, Program
    from language.languages import Language


def sections(env: BuildEnvironment, language: Language) -> list[nodes.Node]:
    """Return for each such program its name, what it says of itself, and the outputs."""
    found: list[nodes.Node] = []
    for _, program in sorted(catalogue.programs(env).items()):
        outputs = _outputs(program)
        if len(outputs) < 2:
            continue
        found.append(nodes.paragraph("", "", *catalogue.named(program, env, language)))
        found.append(_side_by_side(outputs, language))
    return found


def _outputs(program: Program) -> list[tuple[list[str], Lines]]:
    """Return the outputs in the order of the Pythons, each with those that print it."""
    ran = [v for v in catalogue.supported() if program.said(v) in {"same", "differs"}]
    return [(list(same), lines) for lines, same in groupby(ran, key=program.printed)]


def _side_by_side(outputs: list[tuple[list[str], Lines]], language: Language) -> nodes.table:
    """Return a table with a column for each output, and a row for each line."""
    heads = [
        word(language, "versions-python").format(versions=elsewhere.versions(same, language))
        for same, _ in outputs
    ]
    rows = [
        [
            cell(*([] if line is None else [nodes.literal("", line.replace("...", "…"))]))
            for line in row
        ]
        for row in zip_longest(*(lines for _, lines in outputs))
    ]
    return table(heads, rows, [100 // len(outputs)] * len(outputs))
