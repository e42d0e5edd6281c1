"""Scripts and styles as readers get them."""

import gzip
import re
from pathlib import Path

import pytest
from pygments.lexers import JavascriptLexer
from pygments.token import Comment

from language.languages import CHINESE, ENGLISH
from language.words import words_of
from pages.bundles import SCRIPTS, WORDS, script, style
from pages.bundles import SOURCES as FOLDER


def sources(*bundles: str) -> str:
    """Return the scripts of bundles as they are written."""
    return "".join(read(bundle, name) for bundle in bundles for name in SCRIPTS[bundle])


def read(bundle: str, name: str) -> str:
    """Return a script as it is written."""
    return (FOLDER / bundle / f"{name}.js").read_text(encoding="utf-8")


def tokens(code: str) -> list[str]:
    """Return the parts of a script that mean something."""
    found = JavascriptLexer().get_tokens(code)
    return [text for kind, text in found if kind not in Comment and text.strip()]


@pytest.mark.parametrize("bundle", SCRIPTS)
def test_only_comments_and_spaces_go(bundle: str) -> None:
    """The library does not know a template in a template's text: it would take spaces from it."""
    got = tokens(script(bundle, ENGLISH).partition("\n")[2])
    assert got == tokens("".join(read(bundle, name) for name in SCRIPTS[bundle]))


def test_a_module_that_is_not_listed_is_an_error(tmp_path: Path) -> None:
    """Nobody wonders why a new file does nothing."""
    (tmp_path / "card").mkdir()
    (tmp_path / "card" / "new.js").touch()
    with pytest.raises(ValueError, match=r"new\.js: not listed"):
        script("card", ENGLISH, tmp_path)


def test_cards_weigh_little() -> None:
    """A card and its player are at most 25 KB, compressed as a server does, most of it late.

    The game, which comes when a reader asks for his turn, is 10 KB more; practice has its own page.
    What edits and runs a program is 20 KB; the menu of programs comes when it is opened.
    """
    sizes = {
        bundle: sum(
            len(gzip.compress(text.encode())) for text in (script(bundle, CHINESE), style(bundle))
        )
        for bundle in SCRIPTS
        if bundle != "site"
    }
    assert sizes["card"] + sizes["player"] <= 25_000, sizes
    assert sizes["card"] <= 11_200, sizes
    assert sizes["game"] <= 10_000, sizes
    assert sizes["practice"] <= 2_000, sizes
    assert sizes["playground"] <= 15_500, sizes
    assert sizes["answer"] <= 6_500, sizes


def test_every_word_is_there_and_is_used() -> None:
    """The scripts ask for the words of both tables, and for no others."""
    both = sources("card", "player")
    asked = set(re.findall(r'\bsay\(\s*"([\w-]+)"', both))
    at_once = set(words_of(ENGLISH, WORDS["card"]))
    words = at_once | set(words_of(ENGLISH, WORDS["player"]))
    assert asked <= words, "asked for, but in no table"
    quoted = set(re.findall(r'["`]([\w-]+)["`]', both)) | set(re.findall(r"\b(\w+):", both))
    computed = {
        word for word in words if word.startswith(("then-", "state-", "what-if-", "mistake-"))
    }
    assert words - computed <= quoted, "in the tables, but not asked for"
    assert all(f'say("{word}"' in sources("card") for word in at_once), "could come with the player"
    practised = set(words_of(ENGLISH, WORDS["practice"]))
    assert all(f'"{word}"' in sources("practice") for word in practised)
    assert set(re.findall(r'\bsay\(\s*"([\w-]+)"', sources("practice"))) <= {*practised, *words}
    tables = [words_of(ENGLISH, WORDS[bundle]) for bundle in SCRIPTS]
    assert len(set().union(*tables)) == sum(map(len, tables)), "one hides another of its name"
    for bundle in ("site", "search"):
        its = set(words_of(ENGLISH, WORDS[bundle]))
        assert set(re.findall(r'\bsay\(\s*"([\w-]+)"', sources(bundle))) <= its
        unused = {word for word in its if f'"{word}"' not in sources(bundle)}
        assert unused <= {"search"}  # a template asks for that
