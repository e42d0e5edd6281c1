"""The languages of the site, and all that is said of one language alone."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """A language of the site."""

    folder: str
    """Of its pages and of its output; also Sphinx's tag for a build of it."""
    sphinx: str
    """Sphinx's code: the value of ``language``. "zh-CN" would silently mean English."""
    tag: str
    """BCP 47, for readers' software: what is written, wherever it is read."""
    opengraph: str
    """What the OpenGraph protocol calls it."""
    name: str
    """Its own name for itself."""
    title: str
    """The site's, as are those that follow."""
    author: str
    description: str
    """One line."""
    date: str
    """How dates are written, for `strftime`."""
    python_docs: str
    """Where Python's documentation has it."""
    book: str
    """The identifier of the book, by which shelves know a new edition. Drawn once."""


CHINESE = Language(
    folder="zh",
    sphinx="zh_CN",
    tag="zh-Hans",
    opengraph="zh_CN",
    name="中文",
    title="轮到谁了？",
    author="《轮到谁了？》作者",
    description="Python 怎样调度协程：每个程序都跑过，每个顺序都核对过",
    date="%Y-%m-%d",
    python_docs="https://docs.python.org/zh-cn/3/",
    book="urn:uuid:32af282a-28cd-5396-9072-efbbcb6292d6",
)
ENGLISH = Language(
    folder="en",
    sphinx="en",
    tag="en",
    opengraph="en_US",
    name="English",
    title="Whose turn is it?",
    author="The authors of Whose turn is it?",
    description="How Python schedules coroutines: every program run, every order checked",
    date="%B %-d, %Y",
    python_docs="https://docs.python.org/3/",
    book="urn:uuid:36c3a115-931e-55bc-b23b-ec90ccfe050c",
)
LANGUAGES = (CHINESE, ENGLISH)
"""The order in which they are built and listed."""
BY_FOLDER = {language.folder: language for language in LANGUAGES}


def of(code: str) -> Language:
    """Return the language of a build, by Sphinx's code for it; LookupError if there is none."""
    for language in LANGUAGES:
        if language.sphinx == code:
            return language
    known = " or ".join(repr(language.sphinx) for language in LANGUAGES)
    raise LookupError(f"no language of the site has the code {code!r}; write {known}")


_CODE = re.compile(r"`[^`]*`")
_CHARACTER = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[A-Za-z]+")


def of_text(text: str) -> Language:
    """Return the language of most words, whatever words of the other the text quotes."""
    words = _CODE.sub("", text)
    return CHINESE if len(_CHARACTER.findall(words)) > len(_WORD.findall(words)) else ENGLISH


def other(language: Language) -> Language:
    """Return the language that the switch leads to."""
    return next(one for one in LANGUAGES if one is not language)
