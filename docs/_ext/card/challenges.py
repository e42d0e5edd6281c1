"""The ``{challenges}`` directive: programs that a reader is to mend, each with its goals.

It names them, one a line; `turns.grading.grammar` reads their files. On the site a challenge opens
to its program, and `challenges.js` puts an editor in its place that grades answers. In print and in
books it is the program, its goals, and the command that grades.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from card import nodes as card
from card.quoting import quoting
from card.without_scripts import show_inside, without_scripts
from language.languages import CHINESE, of
from language.words import word
from turns.grading import saying
from turns.grading.grammar import ChallengeFile, explained, read
from turns.grading.request import as_json
from turns.snippet.source import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata
    from sphinx.writers.html5 import HTML5Translator

logger = logging.getLogger(__name__)

_CODE = re.compile(r"`([^`]+)`")


class challenge(nodes.container):  # noqa: N801  (nodes are lower-case by convention)
    """A challenge: what is asked, and all that belongs to it; ``data`` is for the script."""


class challenge_aim(nodes.paragraph):  # noqa: N801
    """What is asked."""


class challenge_solution(nodes.container):  # noqa: N801
    """A solution, and why it is one; on the site only."""


class Challenges(SphinxDirective):
    """Show the challenges that the content names, from easy to hard."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Build them; a file that cannot be used is a located warning."""
        return [node for name in self.content if name.strip() for node in self.made(name.strip())]

    def made(self, name: str) -> Iterator[nodes.Node]:
        """Yield a challenge; nothing if there is none."""
        folder = Path(self.config.challenges_root)
        path, solved = folder / f"{name}.py", folder / "solutions" / f"{name}.py"
        for one in (path, solved):
            self.env.note_dependency(one)
        try:
            file, solution = read(path), explained(solved)
        except SourceError as error:
            # Without a line Sphinx would take the path for the name of a page.
            is_placed = error.lineno > 0
            logger.warning(
                error.message if is_placed else str(error),
                location=f"{error.path}:{error.lineno}" if is_placed else self.get_location(),
                type="challenges",
                subtype="malformed",
            )
            return
        yield self.challenge(file, path, solution)

    def challenge(
        self, file: ChallengeFile, path: Path, solution: tuple[str, str, str]
    ) -> challenge:
        """Return a challenge with all that belongs to it."""
        language = of(self.config.language)
        is_chinese = language is CHINESE
        name = file.challenge.name
        node = challenge(ids=[f"challenge-{name.replace('_', '-')}"], classes=["challenge"])
        self.set_source_info(node)
        node["data"], node["name"] = as_json(file.challenge), name
        node["assets"] = ("card.css", "challenges.css", "card.js", "challenges.js")
        node += challenge_aim("", "", *_inline(file.chinese if is_chinese else file.english))
        download = "/" + Path(os.path.relpath(path, self.env.srcdir)).as_posix()
        link = card.download_link(name, download, language)
        node += nodes.paragraph("", "", link, classes=["snippet-file"])
        lang = language.folder
        goals = [saying.goal(goal, lang) for goal in file.challenge.goals]
        node += self.listed("goals", goals)
        node += self.code(file.code)
        node += self.listed("rules", [*saying.rules(file.challenge, lang)])
        rule, _ = self.parse_inline(
            word(language, "challenge-rule").format(rule=f"[](#{file.rule})"), lineno=self.lineno
        )
        node += nodes.paragraph("", "", *rule, classes=["challenge-rule"])
        locally = nodes.paragraph("", "", *_inline(word(language, "challenge-grade")))
        command = f"python -m turns grade {name}.py answer.py"
        console = nodes.literal_block(command, command, language="sh")
        node += without_scripts("", locally, console)
        english, chinese, code = solution
        why = nodes.paragraph("", "", *_inline(chinese if is_chinese else english))
        node += challenge_solution("", why, self.code(code))
        return node

    def code(self, text: str) -> nodes.literal_block:
        """Return a program."""
        code = text.strip("\n")
        block = nodes.literal_block(code, code, language="python")
        self.set_source_info(block)
        return block

    def listed(self, kind: str, sentences: list[str]) -> nodes.container:
        """Return sentences below their title."""
        items = (
            nodes.list_item("", nodes.paragraph("", "", *_inline(sentence)))
            for sentence in sentences
        )
        title = nodes.paragraph("", word(of(self.config.language), f"challenge-{kind}"))
        shown = nodes.container("", title, classes=[f"challenge-{kind}"])
        shown += nodes.bullet_list("", *items)
        return shown


def _inline(text: str) -> Iterator[nodes.Node]:
    """Yield a sentence as nodes: what stands between backquotes, or is quoted, is code."""
    for index, part in enumerate(_CODE.split(text)):
        if index % 2:
            yield nodes.literal("", part)
        else:
            yield from quoting(part)


def _visit(self: HTML5Translator, node: challenge) -> None:
    if self.builder.embedded:
        self.visit_container(node)
        return
    data = json.dumps(json.loads(node["data"]), ensure_ascii=False, separators=(",", ":"))
    self.body.append(
        f'<details class="challenge" id="{node["ids"][0]}" data-name="{node["name"]}"'
        f' data-challenge="{self.attval(data)}">\n'
    )


def _depart(self: HTML5Translator, node: challenge) -> None:
    if self.builder.embedded:
        self.depart_container(node)
    else:
        self.body.append("</details>\n")


def _visit_aim(self: HTML5Translator, node: challenge_aim) -> None:
    if self.builder.embedded:
        self.visit_paragraph(node)
        self.body.append("<strong>")
    else:
        self.body.append("<summary>")


def _depart_aim(self: HTML5Translator, node: challenge_aim) -> None:
    if self.builder.embedded:
        self.body.append("</strong>")
        self.depart_paragraph(node)
    else:
        self.body.append("</summary>\n")


def _visit_solution(self: HTML5Translator, _node: challenge_solution) -> None:
    if self.builder.embedded:
        raise nodes.SkipNode
    title = self.encode(word(of(self.config.language), "challenge-solution"))
    self.body.append(f'<details class="challenge-solution"><summary>{title}</summary>\n')


def _depart_solution(self: HTML5Translator, _node: challenge_solution) -> None:
    self.body.append("</details>\n")


def _skip(_self: Any, _node: nodes.Element) -> None:  # noqa: ANN401 - any translator
    raise nodes.SkipNode


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the directive and its nodes."""
    app.add_config_value("challenges_root", "challenges", "env", str)
    app.add_directive("challenges", Challenges)
    app.setup_extension("card.without_scripts")
    app.add_node(challenge, html=(_visit, _depart), markdown=(show_inside, show_inside))
    app.add_node(challenge_aim, html=(_visit_aim, _depart_aim))
    app.add_node(
        challenge_solution, html=(_visit_solution, _depart_solution), markdown=(_skip, None)
    )
    return {"env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
