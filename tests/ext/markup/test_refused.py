"""What pages may not be written in is named, with its line and what to write; nothing else is."""

import pytest

from markup.elements import DIRECTIVES, INSTEAD, ROLES
from markup.refused import refusals
from tools.project import HERE, LANGUAGES

WRONG = [
    ("It costs $x_1$ here.", 1, "write {math}`…`"),
    (r"\begin{equation}", 1, "formulas stand in {math}"),
    ("One ~~two three.", 1, "`~~` without its counterpart"),
    ("An ==important== word.", 1, "write **strong**"),
    ("[x] done", 1, "a task stands in a list"),
    ("!!! note", 1, "write :::{note}"),
    ("> [!NOTE]\n> Text.", 1, "write :::{note}"),
    ("Text.\n\n::: note\nText.\n:::", 3, "`:::{note}`"),
    (":author: me", 1, "write a definition list"),
    ("{.wide}\nText.", 1, "attributes in braces"),
    ("Text.[^lost]", 1, "has no text; write `[^lost]: …` below"),
    ("See [there][lost].", 1, "a link whose address is missing"),
    ("See https://example.org.", 1, "write <https://…>"),
    ("A {{ lost.", 1, "braces without their counterpart"),
    ("Python {{ older }}.", 1, "nothing is called {{ older }}; there is oldest, newest, recorded"),
    ("{{ oldest + newest }}", 1, "nothing is called {{ oldest + newest }}"),
    ("Some<br>break.", 1, "HTML is not supported (<br>)"),
    ("One.\n\n<div>\nText.\n</div>", 3, "HTML is not supported (<div>)"),
    ("<!-- a comment -->", 1, "begin the line with `%`"),
    ("One line  \nand another.", 1, "a line that is broken by hand"),
    ("Text.\n\n    indented code", 3, "put it between ``` and ```"),
    ("One.\n\n+++\n\nTwo.", 3, "`+++` breaks are not supported"),
    (":::{dropdown} Title\nText.\n:::", 1, "write {admonition} with `:collapsible: closed`"),
    (":::{mermaid}\na --> b\n:::", 1, "write {figure} with an SVG file"),
    (":::{notes}\nText.\n:::", 1, "did you mean :::{note}?"),
    (":::{zzz}\n:::", 1, "CONTRIBUTING.md has every directive"),
    ("A {numref}`table`.", 1, "with words: `[the table](#its-name)`"),
    ("A {trem}`turn`.", 1, "did you mean {term}`…`?"),
    ("A {zzzzzz}`x`.", 1, "CONTRIBUTING.md has every role"),
    (":::{note}\n:class: dropdown\n\nText.\n:::", 2, "to fold it, write `:collapsible: closed`"),
    (":::{figure} a.png\n:scale: 50\n:::", 2, "has no `:scale:`; its options: `:alt:`"),
    (":::{figure} a.png\n---\nalt: A\nscale: 50\n---\n:::", 4, "has no `:scale:`"),
    ("{abbr}`GIL（全局解释器锁）`", 1, "with these brackets"),
    ("：：：{note} Text.", 1, "full-width signs make no fence"),
    (":::{snippet} a/b\n：predict：\n:::", 2, "make no option"),
    ("（label）=", 1, "make no label; write `(label)=`"),
    ("##\u3000Title", 1, "a space behind its `#`"),
    ("##Title", 1, "a space behind its `#`"),
    ("```pycon\n>>> 1\n1\n```", 1, "write ```{doctest}"),
    ("```{doctest}\n>>> 1  # doctest: +SKIP\n2\n```", 1, "take `+SKIP` away"),
    # within others, with the line of the page
    (":::{note}\nFine.\n\nSome<br>break.\n:::", 4, "HTML"),
    ("- One.\n\n  ```{note}\n  A {kbd}`x`.\n  ```", 4, "{kbd}`…` is not supported; write `code`"),
    (":::{glossary}\nterm\n    A<br>b.\n:::", 3, "HTML"),
    (":::{versionadded} 3.12 Some<br>break.\n:::", 1, "HTML"),
    (":::{admonition} A {kbd}`x`\nText.\n:::", 1, "{kbd}"),
    ("One.[^a]\n\n[^a]: A<br>b.", 3, "HTML"),
    ("| a |\n| --- |\n| $x$ |", 3, "{math}"),
    ("A *stressed {kbd}`x`* word.", 1, "{kbd}"),
]


@pytest.mark.parametrize(("text", "lineno", "part"), WRONG, ids=[one[0][:30] for one in WRONG])
def test_what_is_refused(text: str, lineno: int, part: str) -> None:
    """One line for each, with its place and what is right."""
    (found,) = refusals(text)
    assert found[0] == lineno
    assert part in found[1]
    assert "\n" not in found[1]


@pytest.mark.parametrize(
    "text",
    [
        "`$x$`, `{{ x }}`, `<br>`, `~~` and `[^x]` as code.",
        "```text\n$x$ <br> {{ x }} https://example.org\n```",
        "Prices: $5 and 6 $.",
        "An address, <https://example.org>, and [one](https://example.org).",
        "A set {a, b}, and a < b > c.",
        "% a comment <br>",
        ":::{code-block} text\n$x$ <br>\n:::",
        ":::{math}\n\\begin{matrix} a \\end{matrix}\n:::",
        "A{sub}`1`, {abbr}`GIL (lock)`, {py:func}`asyncio.sleep`.",
        "Python {{ oldest }}.\n\n{{ newest }}",
        "- [ ] open\n- [x] done",
        "4. four\n5. five",
        "Text.[^a]\n\n[^a]: More.",
        "[turn]{#here} and [Wort]{lang=de}.",
    ],
)
def test_what_is_not(text: str) -> None:
    """Code shows everything, and some signs mean nothing where they stand."""
    assert refusals(text) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_style_page_shows_all_there_is(language: str) -> None:
    """What no page shows is looked at by nobody."""
    pages = {path.stem: path.read_text("utf-8") for path in HERE.docs.glob(f"{language}/**/*.md")}
    assert all(refusals(text) == [] for text in pages.values())
    everywhere = "\n".join(pages.values())
    unseen = [name for name in DIRECTIVES if f"{{{name}}}" not in everywhere]
    there = {"en", "zh"} - {language}
    roles = {name for name in ROLES if not name.startswith("py:")} - {language}
    unseen += [name for name in roles if f"{{{name}}}`" not in everywhere]
    assert there < roles
    assert unseen == []


def test_what_to_write_instead_is_there() -> None:
    """No advice names what would be refused in its turn."""
    assert INSTEAD.keys() & (DIRECTIVES.keys() | ROLES) == set()
    for advice in INSTEAD.values():
        named = advice.partition("{")[2].partition("}")[0]
        assert not named or named in DIRECTIVES or named in ROLES
