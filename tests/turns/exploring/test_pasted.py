"""What was copied from elsewhere and is no program: one line says what to do, in both languages."""

import re
from pathlib import Path

import pytest

from turns.drawing import problems
from turns.exploring import pasted, watching

PASTED = {
    "await": ("import asyncio\nresult = await asyncio.sleep(1)\n", pasted.TOP),
    "async for": ("async for x in f():\n    pass\n", pasted.TOP),
    "async with": ("async with f():\n    pass\n", pasted.TOP),
    "comprehension": ("print([x async for x in f()])\n", pasted.TOP),
    "a function": ("def main():\n    await f()\n", pasted.DEF),
    "with in a function": ("def main():\n    async with f(): pass\n", pasted.DEF),
    "prompt": (">>> import asyncio\n>>> print(1)\n1\n", pasted.PROMPT),
    "magic": ("import asyncio\n%timeit 1\n", pasted.NOTEBOOK),
    "cell": ("%%time\nprint(1)\n", pasted.NOTEBOOK),
    "shell in a cell": ("!pip install x\n", pasted.NOTEBOOK),
    "fence": ("```python\nprint(1)\n```\n", pasted.FENCE),
    "shell": ("pip install aiohttp\nimport aiohttp\n", pasted.SHELL),
    "run": ("$ python main.py\n", pasted.SHELL),
}
PLAIN = (
    "if 1:\n    a = 1\n\tb = 2\n",
    "def f(:\n    pass\n",
    "print 'x'\n",
    "python = = 1\n",
    "x = 'a\n",
)


@pytest.mark.parametrize("name", PASTED)
def test_it_says_what_to_do(name: str, tmp_path: Path) -> None:
    """Behind what Python says of it."""
    source, how = PASTED[name]
    message = _refused(source, tmp_path)
    said, _, advice = message.rpartition("; ")
    assert said.startswith("syntax error: ")
    assert advice == how
    (chinese,) = problems.lines(message, (), "zh")
    assert chinese.startswith("语法错误：")
    assert re.search(r"；[^；]*[\u4e00-\u9fff]{4}", chinese)


@pytest.mark.parametrize("source", PLAIN)
def test_it_says_no_more_than_python_about_others(source: str, tmp_path: Path) -> None:
    """Whoever has mistyped something sees where, in Python's own words."""
    message = _refused(source, tmp_path)
    assert ";" not in message
    assert [*problems.lines(message, (), "zh")] == [
        "语法错误：" + message.removeprefix("syntax error: ")
    ]


def _refused(source: str, folder: Path) -> str:
    path = folder / "program.py"
    path.write_text(source, encoding="utf-8")
    with pytest.raises(watching.UnwatchableError) as caught:
        watching.loaded(path)
    return str(caught.value)
