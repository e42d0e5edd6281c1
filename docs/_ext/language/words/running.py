"""Words of what a run in the page shows beyond a built card, and of editing a card's program."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "answer-printed": ("Output so far", "目前的输出"),
    "answer-stderr": ("Written to stderr, and not compared", "stderr（不参与比较）"),
    "answer-traceback": ("The whole traceback", "完整的回溯"),
    "answer-advice-module": (
        "This page has the standard library and no packages. Run it with turns on your machine.",
        "页面里只有标准库，没有第三方包。请在自己的机器上用 turns 运行它。",
    ),
    "answer-advice-input": (
        "Nobody can type here while a program runs: write its input into the program.",
        "程序在这里运行时没有人能输入：请把要输入的内容直接写进程序。",
    ),
    "answer-left-out": ("… {count} lines are not shown", "…… 另有 {count} 行没有显示"),
    "answer-facts": ("What no line tells:", "输出里看不出来的："),
    "answer-earlier": ("Below is the earlier result.", "下面仍是之前的结果。"),
    "playground-discard": ("Discard changes", "放弃改动"),
    "playground-original": ("Back to the original", "回到原程序"),
    "playground-open-in-playground": ("Open in the playground", "在演练场中打开"),
}
