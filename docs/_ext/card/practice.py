"""The ``{practice}`` directive: the levels of `card.levels`, each with what it takes to try it.

On the site a level opens to a small card: code, and its question or what plays its goal; nothing
that gives the answer away. `practice.js` keeps what is solved, and then shows the rule behind it.
In print and in books the levels are a list of goals with those rules.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode

from card import levels, playing, question, scripts
from card import nodes as card
from card.saying.causes import proof, sentence
from card.saying.lines import why
from card.store import recordings_of
from language.languages import Language, of
from language.words import word
from markup.targets import targets_of
from turns.exploring.goals import Aim
from turns.recording.codec import MalformedError
from turns.snippet import grammar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata
    from sphinx.writers.html5 import HTML5Translator

    from card.levels import Level
    from card.store import Recorded
    from turns.exploring.findings import Findings

logger = logging.getLogger(__name__)

_RULE = "practice-rule"
"""The type of a link to a rule that is known when all pages are."""
_SAID = (Aim.DEADLOCK, Aim.OUTCOME)
"""Goals that are about more than the place of a line; of others its mark says why."""
STEPS = ("easy", "medium", "hard")


class practice_levels(nodes.enumerated_list):  # noqa: N801  (nodes are lower-case by convention)
    """All levels, and the words above them."""


class practice_level(nodes.list_item):  # noqa: N801
    """A level: what is to be done, its card, and what is behind it."""


class practice_aim(nodes.paragraph):  # noqa: N801
    """What is to be done."""


class practice_card(nodes.container):  # noqa: N801
    """What is tried; only scripts can do something with it."""


class practice_behind(nodes.container):  # noqa: N801
    """Why the level is solved as it is: on the site that is seen when it is."""


class Practice(SphinxDirective):
    """Show all levels; that there are too few of them is a located warning."""

    def run(self) -> list[nodes.Node]:
        """Find the levels, and build them."""
        recorded = dict(self.recorded())
        known = {
            name: (one.findings, snippet.output_for(one.python).lines)
            for name, (one, snippet) in recorded.items()
            if one.findings is not None
        }
        found = levels.levels(known)
        if len(found) < levels.LEAST:
            problem = f"only {len(found)} levels can be made of all snippets, not {levels.LEAST}"
            where = self.get_location()
            logger.warning(problem, location=where, type="practice", subtype="levels")
        shown = practice_levels(
            enumtype="arabic", prefix="", suffix=".", count=len(found), classes=["practice"]
        )
        shown["assets"] = ("card.css", "practice.css", "card.js", "practice.js")
        for number, level in enumerate(found, 1):
            par = level.goal and level.goal[1].par
            node = practice_level(number=number, key=level.key, par=par)
            node["step"] = STEPS[(number - 1) * len(STEPS) // len(found)]
            said = _aim(level, of(self.config.language))
            node += practice_aim("", said, support_smartquotes=False)
            node += practice_card("", self.card(number, level, *recorded[level.snippet]))
            behind = self.behind(level, known[level.snippet][0])
            behind["ids"].append(f"level-{number}-behind")
            node += behind
            shown += node
        return [shown]

    def recorded(self) -> Iterator[tuple[str, tuple[Recorded, grammar.Snippet]]]:
        """Yield the snippets of which something is known; their own cards say what is wrong."""
        store = recordings_of(self.config)
        for name, path in store.sources().items():
            self.env.note_dependency(path)
            self.env.note_dependency(store.pin(name))
            try:
                recorded, snippet = store.of(name), grammar.read(path)
            except (grammar.SnippetError, MalformedError):
                continue
            if recorded is not None and recorded.findings is not None:
                yield name, (recorded, snippet)

    def card(
        self, number: int, level: Level, recorded: Recorded, snippet: grammar.Snippet
    ) -> card.snippet_card:
        """Return the code, and the question or what plays the goal."""
        node = card.snippet_card("", classes=["snippet"], ids=[f"practice-{number}"])
        node["recording"] = level.snippet
        node["address"] = scripts.address(level.snippet, recorded)
        node += nodes.paragraph(
            "", "", nodes.literal("", f"{level.snippet}.py"), classes=["snippet-file"]
        )
        code = card.code_block(snippet, [])
        self.set_source_info(code)
        node += code
        if level.goal:
            node["goal"] = level.goal[0]
            node["board"] = scripts.board_address(level.snippet, recorded)
            assert recorded.findings is not None  # noqa: S101  (for the type checker)
            node += playing.element(recorded.findings, of(self.config.language), level.goal[0])
        elif level.choice:
            node += question.choose(level.kind, level.choice, of(self.config.language))
        return node

    def behind(self, level: Level, found: Findings) -> practice_behind:
        """Return why it is so, and the rule."""
        language = of(self.config.language)
        said = _behind(level, found, language)
        # As quoted lines have it.
        promised = nodes.paragraph("", said, support_smartquotes=False)
        before, _, after = word(language, "practice-rule").partition("{rule}")
        rule = addnodes.pending_xref(
            "",
            nodes.inline(),
            refdoc=self.env.docname,
            refwarn=True,
            reftype=_RULE,
            reftarget=levels.corrects(level) or level.snippet,
            otherwise=levels.rule_of(level, found),
        )
        self.set_source_info(rule)
        more, _ = self.parse_inline(after.format(snippet=level.snippet), lineno=self.lineno)
        link = nodes.paragraph("", "", nodes.Text(before), rule, *more)
        return practice_behind("", promised, link, classes=["behind"])


def _behind(level: Level, found: Findings, language: Language) -> str:
    """Say what promises the line its place, and how it came there; or why nobody reaches a goal."""
    if level.goal:
        _, goal = level.goal
        if goal.par is None:
            return proof(found, goal, language)
        if goal.aim in _SAID:
            return word(language, f"practice-{goal.aim}")
    said = why(found, level.line, language)
    if cause := sentence(found, level.line, language):
        said += word(language, "practice-cause").format(cause=cause)
    return said


def _aim(level: Level, language: Language) -> str:
    """Say what is to be done in a level."""
    if level.goal:
        goal = level.goal[1]
        kind = "missing" if goal.aim is Aim.EARLIER and not goal.above else goal.aim
        said = word(language, f"game-goal-{kind}").format(
            text=goal.text.strip(), above=goal.above.strip(), lines=" " + " / ".join(goal.texts)
        )
        return said + (word(language, "game-with-timers") if goal.mode == "clock" else "")
    assert level.choice is not None  # noqa: S101  (for the type checker)
    above = level.choice.above[: level.line]
    if level.kind == "values":
        key = "practice-values" if above else "predict-ask-first"
        return word(language, key).format(above=above[-1].strip() if above else "")
    line = level.choice.above[level.line].strip()
    return word(language, "predict-ask-promise").format(line=line, above=above[-1].strip())


def _rule(
    app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref, _shown: nodes.Element
) -> nodes.reference | None:
    """Link to a rule: the named one, the one below the card of the snippet, or another one."""
    if node["reftype"] != _RULE:
        return None
    wanted = node["reftarget"]
    # A card proves the rule that stands below it, before the next card.
    pairs = pairwise(targets_of(env).all())
    proven = (rule.key for one, rule in pairs if one.key == wanted and rule.kind == "rule")
    name = next(proven, wanted if wanted.startswith("rule-") else node["otherwise"])
    if name not in env.domains.standard_domain.labels:
        return None
    docname, anchor, title = env.domains.standard_domain.labels[name]
    assert app.builder is not None  # noqa: S101
    return make_refnode(app.builder, node["refdoc"], docname, anchor, nodes.Text(title))


def _visit_levels(self: HTML5Translator, node: practice_levels) -> None:
    if self.builder.embedded:
        self.visit_enumerated_list(node)
        return
    language = of(self.config.language)
    count = word(language, "levels-how-many").format(solved=0, count=node["count"])
    self.body.append(
        f"<noscript><p>{self.encode(word(language, 'practice-noscript'))}</p></noscript>"
        f'<p class="practice-progress"><span role="status">{self.encode(count)}</span></p>'
        f'<div class="practice-levels">\n'
    )


def _depart_levels(self: HTML5Translator, node: practice_levels) -> None:
    if self.builder.embedded:
        self.depart_enumerated_list(node)
    else:
        self.body.append("</div>\n")


def _visit_level(self: HTML5Translator, node: practice_level) -> None:
    if self.builder.embedded:
        self.visit_list_item(node)
        return
    language = of(self.config.language)
    step = self.encode(word(language, f"practice-{node['step']}"))
    number = node["number"]
    par = f' data-par="{node["par"]}"' if node["par"] else ""
    aim = self.encode(node[0].astext())
    self.body.append(
        f'<details id="level-{number}" data-level="{self.attval(node["key"])}"{par}>'
        f'<summary><b>{number}</b> <span class="practice-aim">{aim}</span>'
        f' <span class="practice-step practice-{node["step"]}">{step}</span></summary>\n'
    )


def _depart_level(self: HTML5Translator, node: practice_level) -> None:
    if self.builder.embedded:
        self.depart_list_item(node)
    else:
        self.body.append("</details>\n")


def _visit_aim(self: HTML5Translator, node: practice_aim) -> None:
    if not self.builder.embedded:
        raise nodes.SkipNode  # it is the summary
    self.visit_paragraph(node)


def _depart_aim(self: HTML5Translator, node: practice_aim) -> None:
    self.depart_paragraph(node)


def _visit_card(self: HTML5Translator, _node: practice_card) -> None:
    if self.builder.embedded:
        raise nodes.SkipNode


def _skip(_self: Any, _node: nodes.Element) -> None:  # noqa: ANN401 - any translator
    raise nodes.SkipNode


def _pass(_self: Any, _node: nodes.Element) -> None:  # noqa: ANN401 - any translator
    """Show what is inside, and nothing around it."""


def add_nodes(app: Sphinx) -> None:
    """Register the nodes; builders without visitors of their own show a list without cards."""
    app.add_node(practice_levels, html=(_visit_levels, _depart_levels))
    app.add_node(practice_level, html=(_visit_level, _depart_level))
    app.add_node(practice_aim, html=(_visit_aim, _depart_aim))
    app.add_node(
        practice_card,
        html=(_visit_card, _pass),
        text=(_skip, None),
        latex=(_skip, None),
        markdown=(_skip, None),
    )
    app.add_node(practice_behind)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the directive and its nodes."""
    app.setup_extension("markup.targets")
    app.add_directive("practice", Practice)
    app.connect("missing-reference", _rule)
    add_nodes(app)
    return {"env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
