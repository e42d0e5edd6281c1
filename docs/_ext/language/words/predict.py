"""Words of the questions that a card asks, and of its verdicts."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "predict-ask": (
        (
            "What does it print, and in which order?"
            " Put the lines in order: drag them, press the arrows, or use the keys ↑ and ↓."
        ),
        "它会打印什么，顺序如何？请排好这些行：可以拖动，可以点箭头，也可以用 ↑、↓ 键。",
    ),
    "predict-check": ("Check", "核对"),
    "predict-show": ("Show me", "直接看答案"),
    "predict-up": ("Up: {text}", "上移：{text}"),
    "predict-down": ("Down: {text}", "下移：{text}"),
    "card-moved": (
        "“{text}” is line {place} of {count}.",
        "“{text}”现在是第 {place} 行，共 {count} 行。",
    ),
    "card-try-again": ("Try again", "再试一次"),
    "player-right": ("Right: that is the order.", "正确，就是这个顺序。"),
    "player-wrong": ("That is not the order.", "不是这个顺序。"),
    "player-possible": (
        "Possible, but not what asyncio’s queue does: another schedule prints your order.",
        "有可能，但 asyncio 的队列不是这样排的：换一种调度方案，就会打印出你的顺序。",
    ),
    "player-ruled-out": (
        (
            "The documentation rules it out: callbacks run in the order of registration."
            " Nothing else in the program forbids your order."
        ),
        "文档排除了这种顺序：回调要按登记的先后运行。除此之外，程序里没有什么不允许你的顺序。",
    ),
    "player-impossible-first": (
        "Not possible: in no outcome is “{line}” printed first.",
        "不可能：无论什么结局，最先打印的都不会是“{line}”。",
    ),
    "player-impossible": (
        "Not possible from line {place} on: in no outcome does “{line}” follow the lines above it.",
        "从第 {place} 行起就不可能了：上面几行这样排，无论什么结局，接下来都不会是“{line}”。",
    ),
    "player-yours": ("Your order", "你的顺序"),
    "player-real": ("What it prints", "实际输出"),
    "player-score": (
        "In this chapter: {right} of {tried} right at the first try.",
        "本章：{tried} 题里第一次就排对 {right} 题。",
    ),
    "player-forget": ("Forget this", "清除记录"),
}
