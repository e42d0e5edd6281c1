"""Scripts and styles as readers get them."""

import gzip
import re
from pathlib import Path

import pytest

from language.languages import CHINESE, ENGLISH
from language.words import words_of
from pages.bundles import SCRIPTS, WORDS, compact, script, style
from pages.bundles import SOURCES as FOLDER


def sources(*bundles: str) -> str:
    """Return the scripts of bundles as they are written."""
    paths = (path for bundle in bundles for path in (FOLDER / bundle).glob("*.js"))
    return "".join(path.read_text(encoding="utf-8") for path in paths)


def test_comments_and_indents_go() -> None:
    """Code stays line by line, and so does what only looks like a comment."""
    text = '// one\nif (a) {\n  // two\n  b("http://c");\n\n}\n'
    assert compact(text) == 'if (a) {\nb("http://c");\n}\n'
    assert compact("/* one\n   two */\n\na {\n  b: c; /* three */\n}\n") == "a {\nb: c; }\n"


def test_a_module_that_is_not_listed_is_an_error(tmp_path: Path) -> None:
    """Nobody wonders why a new file does nothing."""
    (tmp_path / "card").mkdir()
    (tmp_path / "card" / "new.js").touch()
    with pytest.raises(ValueError, match=r"new\.js: not listed"):
        script("card", ENGLISH, tmp_path)


def test_the_sources_are_what_compacting_expects() -> None:
    """No line has code and a comment that would be left, and no text spans lines."""
    for bundle in SCRIPTS:
        text = script(bundle, CHINESE)
        assert all(line.count("`") % 2 == 0 for line in text.split("\n"))
        assert not re.search(r"^\s", text + style(bundle), re.MULTILINE)


def test_cards_weigh_little() -> None:
    """Scripts and styles are at most 20 KB, compressed as a server does; half comes late."""
    sizes = {
        bundle: sum(len(gzip.compress(text.encode())) for text in (script(bundle, CHINESE), css))
        for bundle, css in (("card", style("card")), ("player", style("player")))
    }
    assert sum(sizes.values()) <= 20_000, sizes
    assert sizes["card"] <= 10_000, sizes


def test_every_word_is_there_and_is_used() -> None:
    """The scripts ask for the words of both tables, and for no others."""
    both = sources("card", "player")
    asked = set(re.findall(r'\bsay\(\s*"([\w-]+)"', both))
    at_once = set(words_of(ENGLISH, WORDS["card"]))
    words = at_once | set(words_of(ENGLISH, WORDS["player"]))
    assert asked <= words, "asked for, but in no table"
    quoted = set(re.findall(r'["`]([\w-]+)["`]', both)) | set(re.findall(r"\b(\w+):", both))
    computed = {word for word in words if word.startswith(("then-", "state-"))}
    assert words - computed <= quoted, "in the tables, but not asked for"
    assert all(f'say("{word}"' in sources("card") for word in at_once), "could come with the player"
    asked = set(re.findall(r"\bwords\.(\w+)", sources("site")))
    asked |= {"search"}  # a template asks for that
    assert asked == set(words_of(ENGLISH, WORDS["site"]))
