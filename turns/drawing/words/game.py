"""A game in which somebody chooses who runs next."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "play-looking": (
        "{name}: looking at what it can print …",
        "{name}：先看看它能打印什么 ……",
    ),
    "play-turn": (
        "Turn {turn}, {time} s. Who runs next?",
        "第 {turn} 个轮次，{time} 秒。下一个轮到谁？",
    ),
    "play-usual": ("  (next in the queue: Enter)", "（队首，直接回车）"),
    "play-held": ("  (held back)", "（被按住）"),
    "play-due": ("  (a timer, due at {due} s)", "（定时器，{due} 秒到期）"),
    "play-keys": (
        "1 to {most}: who runs; Enter: the first in the queue; h: hold it back; u: undo; q: quit",
        "1 到 {most}：选谁运行；回车：队首；h：按住队首；u：撤销；q：退出",
    ),
    "play-goals": ("Something to reach:", "可以试着达到："),
    "play-which": ("Which one? (Enter: none) ", "选哪一个？（回车：不选）"),
    "play-end": ("The run is over. It printed:", "运行结束，打印了："),
    "play-normal": ("That is the normal outcome.", "这是正常的结局。"),
    "play-outcome": (
        "That is outcome {number}. Decisions that it takes at least: {par}.",
        "这是第 {number} 种结局，至少需要 {par} 次选择。",
    ),
    "play-decisions": (
        "Decisions against the queue: {count}. To repeat it: --schedule {token}",
        "与队列不同的选择：{count} 次。要重现它：--schedule {token}",
    ),
    "play-again": (
        "u: undo the last choice and go on; Enter: end ",
        "u：撤销上一次选择再来；回车：结束 ",
    ),
    "goal-earlier": ("Print “{text}” before “{above}”.", "让“{text}”先于“{above}”打印。"),
    "goal-missing": ("Let “{text}” not be printed.", "让“{text}”不打印。"),
    "goal-between": (
        "Print anything between “{above}” and “{text}”.",
        "让“{above}”和“{text}”之间打印出别的行。",
    ),
    "goal-outcome": ("Print exactly this: {texts}.", "让它恰好这样打印：{texts}。"),
    "goal-deadlock": ("Make it deadlock.", "让它死锁。"),
    "goal-reached": (
        "Reached. Decisions that it takes at least: {par}.",
        "达到了。至少需要 {par} 次选择。",
    ),
    "goal-not-reached": (
        "Not reached. Decisions with which it can be done: {par}.",
        "没有达到。用 {par} 次选择可以做到。",
    ),
    "goal-impossible": (
        "Not reached, and nobody can: the program promises that order in every schedule.",
        "没有达到，谁也做不到：程序在任何调度方案下都保证这个顺序。",
    ),
}
