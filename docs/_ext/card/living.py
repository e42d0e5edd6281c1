"""The ``{living}`` directive: what the site is, beside a program that runs by itself.

Its content is what stands above: a sentence, and a list of links, which are shown as buttons. Below
stands the program as it was recorded: who has the turn, the ready queue, who waits; its output with
marks, each kind of which is explained once; its code. One frame of it is drawn when the site is
built, and stays where there are no scripts or nothing should move; `living.js` shows the others.
Books have the code, the output and the marks; Markdown tells the turns.
"""

from __future__ import annotations

import json
from dataclasses import astuple
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes

from card import legend
from card import nodes as card
from card.directive import Snippet, UnusableError, marked
from card.frames import Frame, frames
from language.languages import of
from language.words import word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata
    from sphinx.writers.html5 import HTML5Translator

    from card.store import Recorded
    from language.languages import Language
    from markup.markdown import MarkdownWriter
    from turns.snippet.grammar import Snippet as Program


class living_stage(nodes.Invisible, nodes.Element):  # noqa: N801  (nodes are lower-case by convention)
    """The frames in ``film``, the coroutine of each task in ``coroutines``."""


class Living(Snippet):
    """Write ``{living} NAME``; what is wrong with the program is said as of a card."""

    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {}

    def run(self) -> list[nodes.Node]:
        """Build both parts."""
        language = of(self.config.language)
        text = nodes.container("", *self.parse_content_to_nodes(), classes=["living-text"])
        program = card.snippet_card("", classes=["snippet", "living-program"])
        program["assets"] = ("card.css", "home.css", "card.js", "home.js")
        self.set_source_info(program)
        try:
            snippet, recorded = self.read(self.path_of(self.arguments[0]), self.arguments[0])
            program += self.parts(snippet, recorded, language)
        except UnusableError as error:
            self.warn(error.subtype, error.problem, error.location)
            program += nodes.paragraph("", "", nodes.literal("", error.problem))
        return [nodes.container("", text, program, classes=["living"])]

    def parts(
        self, snippet: Program, recorded: Recorded | None, language: Language
    ) -> Iterator[nodes.Node]:
        """Yield the stage, the output with its marks, what they mean, and the code."""
        found = recorded.findings if recorded else None
        if recorded is None or found is None or not found.recording.turns:
            raise UnusableError("living", f"{self.arguments[0]} has no recording that can move")
        try:
            film = frames(found.recording, language)
        except ValueError as error:
            raise UnusableError("living", f"`{{living}}` needs a program {error}") from None
        coroutines = {task.name: task.coroutine for task in found.recording.tasks}
        yield living_stage(film=film, coroutines=coroutines)
        yield from marked(snippet, recorded, found, "living", language)
        yield nodes.paragraph("", word(language, "living-marks"), classes=["living-marks"])
        kinds = dict.fromkeys(mark.because for mark in found.marks)
        items = (nodes.list_item("", _kind(one, language)) for one in kinds)
        yield nodes.bullet_list("", *items, bullet="-", classes=["living-marks"])
        code = card.code_block(snippet, [])
        self.set_source_info(code)
        yield code


def _kind(because: str, language: Language) -> nodes.paragraph:
    """Return the shape of a mark, its word, and what it means."""
    name = word(language, f"mark-{because}")
    said = word(language, "colon") + word(language, f"living-{because}")
    strong = nodes.strong("", name, classes=[f"mark-{because}"])
    return nodes.paragraph(
        "", "", nodes.raw("", legend.mark(because), format="html"), strong, nodes.Text(said)
    )


def _visit_stage(self: HTML5Translator, node: living_stage) -> None:
    if self.builder.embedded:
        raise nodes.SkipNode
    film: list[Frame] = node["film"]
    language = of(self.config.language)
    # The one that shows most is what is seen where nothing moves.
    still = max(range(len(film)), key=lambda index: (film[index].places, -index))
    longest = max((one.said for one in film), key=_wide)
    most = max(len(one.lines) for one in film)
    data = {
        "film": json.dumps([astuple(one) for one in film], ensure_ascii=False),
        "coroutines": json.dumps(node["coroutines"]),
    }
    attributes = "".join(f' data-{key}="{self.attval(text)}"' for key, text in data.items())
    label = self.attval(word(language, "living"))
    rows = "".join(_places(self, film[still], node["coroutines"], language))
    self.body.append(
        f'<div class="living-stage" role="group" aria-label="{label}" data-still="{still}"'
        f'{attributes}>{rows}<p class="living-said" data-longest="{self.attval(longest)}">'
        f"<span>{self.encode(film[still].said)}</span></p>"
        f'<div class="living-lines" lang="en" aria-hidden="true" style="--lines: {most}"></div>'
        '<div class="living-buttons"></div></div>\n'
    )
    raise nodes.SkipNode


def _wide(text: str) -> int:
    return sum(1 if one < "\u2000" else 2 for one in text)


def _places(
    self: HTML5Translator, frame: Frame, coroutines: dict[str, str], language: Language
) -> Iterator[str]:
    """Yield each place with those who are there; each has the class of its state."""
    there: dict[str, Iterable[tuple[str, str, str]]] = {
        "running": [(frame.running, "running", coroutines[frame.running])] * bool(frame.running),
        "ready": [(name, "ready", coroutines[name]) for name in frame.ready],
        "waiting": [(name, "waiting", on) for name, on in frame.waiting],
        "ended": [(name, state, "") for name, state in frame.ended],
    }
    for place, tasks in there.items():
        items = "".join(
            f'<li class="state-{state}" data-task="{self.attval(name)}">'
            f"<b>{self.encode(name)}</b> <span>{self.encode(about)}</span></li>"
            for name, state, about in tasks
        )
        title = self.encode(word(language, f"living-{place}"))
        yield f'<div class="living-{place}"><p>{title}</p><ol lang="en">{items}</ol></div>'


def _tell(self: MarkdownWriter, node: living_stage) -> None:
    language = of(self.config.language)
    self.add(word(language, "told"), prefix_eol=2, suffix_eol=2)
    said = "\n".join(f"- {self.escaped(one.said)}" for one in node["film"])
    self.add(said, suffix_eol=2)
    raise nodes.SkipNode


def _skip(_self: Any, _node: nodes.Element) -> None:  # noqa: ANN401 - any translator
    raise nodes.SkipNode


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the directive and its node."""
    app.setup_extension("card.directive")
    app.add_node(
        living_stage,
        html=(_visit_stage, None),
        markdown=(_tell, None),
        text=(_skip, None),
        latex=(_skip, None),
    )
    app.add_directive("living", Living)
    return {"env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
