"""Words of what a run in the page shows beyond a built card, and of editing a card's program."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "playground-printed": ("Output so far", "目前的输出"),
    "playground-stderr": ("Written to stderr", "写到 stderr 的内容"),
    "playground-traceback": ("The whole traceback", "完整的回溯"),
    "playground-left-out": ("… {count} lines are not shown", "…… 另有 {count} 行没有显示"),
    "playground-facts": ("What no line tells:", "输出里看不出来的："),
    "playground-earlier": ("Below is the earlier result.", "下面仍是之前的结果。"),
    "playground-start-over": ("Start over", "重新开始"),
    "playground-original": ("Back to the original", "回到原程序"),
    "playground-open-in-playground": ("Open in the playground", "在演练场中打开"),
}
