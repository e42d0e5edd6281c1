"""Why nothing is proven, in the language of whoever reads it."""

import re
from dataclasses import dataclass
from typing import Final

_CHINESE: Final = {
    "out of time": "时间用完",
    "out of turns": "轮次用完",
    "the search was ended": "搜索被结束",
    "nobody has asked for clock schedules": "没有要求看时钟调度方案",
    "the order of a set decides": "由集合的顺序决定",
    "a fresh process prints other lines": "换一个新进程运行，打印的行不同",
    "a run could not be repeated in a fresh process": "有一次运行在新进程里无法重现",
    "there was no time to repeat a run in a fresh process": "没时间在新进程里重现",
    "there was no way to repeat a run in a fresh process": "没能在新进程里重现",
    "there was no time to try in a fresh process what chance decides": "没时间在新进程里试偶然因素",
    "what chance decides could not be tried in a fresh process": "偶然因素没能在新进程里试",
    "two runs of the same schedule print different lines": "同一调度方案两次运行，打印的行不同",
    "there is no end of them, or there are too many to count": "没有尽头，或者多得数不清",
    "what is left behind is destroyed in an order that nobody decides": "留下的东西销毁顺序不定",
}
_AT_LINE: Final = re.compile(r"^(?:(\S+), )?line (\d+): (.*)$")
_WHATS: Final = {
    "the order of a set": "集合的顺序",
    "a text that may have an address in it": "可能含有内存地址的文本",
}
_SEVERAL: Final = "; "


def reason(text: str, lang: str) -> str:
    """Return a reason, or several, in a language; what is not in the table stays as it is."""
    if lang != "zh":
        return text
    return "；".join(_chinese(one) for one in text.split(_SEVERAL))


@dataclass(frozen=True, slots=True)
class Place:
    """What a line of the program has that cannot be followed."""

    what: str
    where: str
    """The line; of another file than the program's own, behind its name."""


def place(text: str, lang: str) -> Place | None:
    """Return the place that a reason names, if it names one."""
    match = _AT_LINE.match(text)
    if match is None:
        return None
    file, line, what = match.groups()
    return Place(
        _WHATS.get(what, what) if lang == "zh" else what, f"{file}:{line}" if file else line
    )


def _chinese(text: str) -> str:
    if found := place(text, "zh"):
        return f"第 {found.where} 行：{found.what}"
    return _CHINESE.get(text, text)
