"""The parity check: what it catches, what it lets pass, and how it says so."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tools.checking import parity
from tools.project import HERE

ZH = """\
---
myst:
  html_meta:
    description: "一圈里发生了什么"
---

(one-pass-page)=
# 一圈

事件循环先看[就绪队列](#ready-queue-page)。
再看 {py:func}`asyncio.sleep`。

:::{snippet} event_loop/two_kettles
:emphasize-lines: 9,10
:caption: 两只水壶
小的先响。
:::

(one-pass-order)=
## 先后

(a-label)=

- 第一
- 第二

  ```python
  print("a")
  print("b")
  ```

:::{note} 这里要注意
见 {snippet}`水壶 <event_loop/two_kettles>` 和 {term}`轮次`。

```{doctest}
>>> 1 + 1
2
```
:::

| 甲 | 乙 |
|---|---|
| 1 | 2 |
"""

EN = """\
---
myst:
  html_meta:
    description: "What happens in one pass"
---

(one-pass-page)=
# One pass

The loop looks at the [ready queue](#ready-queue-page) first.
Then at {py:func}`asyncio.sleep`.

:::{snippet} event_loop/two_kettles
:emphasize-lines: 9,10
:caption: Two kettles
The small one whistles first.
:::

(one-pass-order)=
## Order

(a-label)=

- First
- Second

  ```python
  print("a")
  print("b")
  ```

:::{note} Watch this
See {snippet}`the kettles <event_loop/two_kettles>` and {term}`turn`, and another {term}`pass`.

```{doctest}
>>> 1 + 1
2
```
:::

| A | B |
|---|---|
| 1 | 2 |
"""

Site = Callable[..., Path]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Return a function that writes both trees, English changed by one replacement."""

    def write(old: str = "", new: str = "", exceptions: str = "") -> Path:
        assert EN.count(old) == 1 or not old, old
        for language, text in (("zh", ZH), ("en", EN.replace(old, new) if old else EN)):
            (tmp_path / language / "event-loop").mkdir(parents=True)
            (tmp_path / language / "event-loop" / "one-pass.md").write_text(text, encoding="utf-8")
        (tmp_path / "parity.toml").write_text(exceptions, encoding="utf-8")
        return tmp_path

    return write


def test_translated_prose_passes(site: Site) -> None:
    """Titles, captions, sentences and terms may differ: that is what a translation is."""
    assert parity.check(site()) == []


@pytest.mark.parametrize(
    ("old", "new", "lines", "says"),
    [
        ("(a-label)=\n", "", (22, 23), "label differs: zh has “a-label”, en has nothing here"),
        (
            "asyncio.sleep`.\n",
            "asyncio.sleep`.\n\nOne more.\n",
            (10, 10),
            "paragraph differs: zh has n",
        ),
        ("(a-label)=", "(b-label)=", (22, 22), "zh has “a-label”, en has “b-label”"),
        (
            "(one-pass-order)=\n",
            "",
            (20, 19),
            "heading differs: zh has “(one-pass-order)= ##”, en has “##”",
        ),
        ("(one-pass-order)=", "(order)=", (20, 20), "en has “(order)= ##”"),
        ("## Order", "### Order", (20, 20), "en has “(one-pass-order)= ###”"),
        (
            ":::{snippet} event_loop/two_kettles",
            ":::{snippet} event_loop/three",
            (13, 13),
            "zh has “{snippet} event_loop/two_kettles”, en has “{snippet} event_loop/three”",
        ),
        (":emphasize-lines: 9,10", ":emphasize-lines: 9", (13, 13), "“:emphasize-lines: 9”"),
        (":emphasize-lines: 9,10\n", "", (13, 13), "“:emphasize-lines: 9,10”"),
        (":caption: Two kettles\n", "", (13, 13), "in {snippet} event_loop/two_kettles"),
        ('print("b")', 'print("c")', (29, 29), 'zh has “print("b")”, en has “print("c")”'),
        ("```python", "```text", (27, 27), "zh has “```python”, en has “```text”"),
        (">>> 1 + 1", ">>> 1 + 2", (36, 36), "doctest differs: in {doctest}"),
        (":::{note} Watch this", ":::{tip} Watch this", (32, 32), "en has “{tip}”"),
        ("- First\n", "- First\n- And a half\n", (24, 24), "en has “3 items”"),
        ("| 1 | 2 |\n", "", (41, 41), "zh has “2 columns, 2 rows”, en has “2 columns, 1 rows”"),
        ("[ready queue](#ready-queue-page)", "queue", (10, 8), "zh has “#ready-queue-page”"),
        ("{py:func}`asyncio.sleep`", "sleep", (11, 8), "zh has “{py:func}`asyncio.sleep`”"),
        (
            "the kettles <event_loop/two_kettles>",
            "event_loop/three",
            (33, 20),
            "zh has “{snippet}`event_loop/two_kettles`”, en has nothing here",
        ),
        ("    description", "    keywords", (1, 1), "front matter differs"),
    ],
)
def test_a_slip_is_reported_once_where_it_is(
    site: Site, old: str, new: str, lines: tuple[int, int], says: str
) -> None:
    """Each slip gives one line (a replaced target two) with both places and both versions."""
    docs = site(old, new)
    problems = parity.check(docs)
    page = "event-loop/one-pass.md"
    assert len(problems) == 1 + ("three>" in new or new == "event_loop/three"), problems
    assert problems[0].startswith(
        f"{docs.as_posix()}/zh/{page}:{lines[0]} ↔ {docs.as_posix()}/en/{page}:{lines[1]}: "
    )
    assert says in problems[0]
    assert "; " in problems[0], "it also says what would be right"


def test_one_lost_heading_is_one_difference(site: Site) -> None:
    """What follows a slip is aligned again, links of the merged section included."""
    problems = parity.check(site("(one-pass-order)=\n## Order\n", ""))
    assert [problem.split(": ")[1] for problem in problems] == ["heading differs"]


def test_code_that_left_its_admonition_is_reported(site: Site) -> None:
    """The same blocks in the same order are not parallel if their nesting differs."""
    fence = "\n```{doctest}\n>>> 1 + 1\n2\n```\n:::"
    moved = ":::\n\n```{doctest}\n>>> 1 + 1\n2\n```\n"
    assert parity.check(site(fence, moved))


@pytest.mark.parametrize("missing", ["zh", "en"])
def test_a_missing_page_is_reported(site: Site, missing: str) -> None:
    """A page in one language only is a difference, whichever language it is."""
    docs = site()
    (docs / missing / "event-loop" / "one-pass.md").unlink()
    (problem,) = parity.check(docs)
    assert f"page differs: {'zh lacks it' if missing == 'zh' else 'zh has it'}" in problem


def test_a_missing_picture_is_reported(site: Site) -> None:
    """Files that are not Markdown must be there in both trees; editors' files do not count."""
    docs = site()
    (docs / "zh" / "loop.svg").write_text("<svg/>", encoding="utf-8")
    (docs / "zh" / ".DS_Store").write_text("", encoding="utf-8")
    (problem,) = parity.check(docs)
    assert "loop.svg:1: file differs: zh has it, en lacks it" in problem


EXCEPTION = """
[[exception]]
page = "event-loop/one-pass.md"
kind = "label"
value = "b-label"
reason = "{reason}"
"""


def test_an_exception_allows_its_difference_only(site: Site) -> None:
    """A reasoned exception silences what it names."""
    allowed = EXCEPTION.format(reason="A reader of English knows it by another name.")
    assert parity.check(site("(a-label)=", "(b-label)=", allowed)) == []


def test_a_stale_exception_fails(site: Site) -> None:
    """An exception that matches no difference must go."""
    (problem,) = parity.check(site(exceptions=EXCEPTION.format(reason="It was so once.")))
    assert "stale exception: event-loop/one-pass.md, label, 'b-label'" in problem


@pytest.mark.parametrize(
    ("exceptions", "says"),
    [
        (EXCEPTION.format(reason=" "), "exception 1: reason is missing, empty or unknown"),
        ('[[exception]]\npage = "a.md"\n', "kind, reason, value is missing"),
        (EXCEPTION.format(reason="x") + "more = 1\n", "more is missing, empty or unknown"),
        ("[[exceptions]]\n", "unknown exceptions"),
        ("= 1", "not TOML"),
    ],
)
def test_a_malformed_exception_is_named(site: Site, exceptions: str, says: str) -> None:
    """An exception without a reason, or with a slip in it, is an error and not an exception."""
    docs = site(exceptions=exceptions)
    with pytest.raises(parity.UnreadableError, match=says):
        parity.check(docs)


@pytest.mark.parametrize(
    ("old", "new", "status", "says"),
    [
        ("", "", 0, "parallel"),
        ("## Order", "### Order", 1, "heading differs"),
        ("    description:", "  - :", 2, "one-pass.md:1: cannot be read"),
    ],
)
def test_the_command_line_says_it_by_its_exit_status(
    site: Site, old: str, new: str, status: int, says: str
) -> None:
    """It runs by itself, and in a console that has no Chinese."""
    ran = subprocess.run(
        [sys.executable, "-m", "tools.checking.parity", str(site(old, new))],
        env={"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        encoding="ascii",
        check=False,
    )
    assert ran.returncode == status, ran.stderr
    assert says in ran.stdout + ran.stderr


def test_the_pages_of_this_site_are_parallel() -> None:
    """The real trees: the same call that the build makes."""
    assert parity.check(HERE.docs) == []
