"""Words of the practice page: its levels, and what is kept of them."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "practice-outcome": (
        "Asyncio’s own queue leads to another outcome; nothing in the program rules this one out.",
        "asyncio 自己的队列会走到另一种结局，但程序里没有什么排除这一种。",
    ),
    "practice-values": ("What is printed after “{above}”?", "“{above}”之后打印什么？"),
    "practice-easy": ("easy", "简单"),
    "practice-medium": ("medium", "中等"),
    "practice-hard": ("hard", "较难"),
    "practice-deadlock": (
        (
            "Asyncio’s own queue never leads there, but another schedule does: each waits for what"
            " another one holds."
        ),
        "asyncio 自己的队列走不到这一步，换一种调度方案却会：谁都在等别人手里的东西。",
    ),
    "practice-cause": (" In the normal run: {cause}", "正常运行时：{cause}"),
    "levels-behind": ("Why, and the rule", "为什么，以及相关规则"),
    "practice-rule": (
        "The rule behind it: {rule}. The program and its picture: {{snippet}}`{snippet}`.",
        "背后的规则：{rule}。程序和它的图：{{snippet}}`{snippet}`。",
    ),
    "practice-noscript": (
        (
            "The levels are played with JavaScript. Without it they are a list of goals:"
            " open one to see its program."
        ),
        "关卡要用 JavaScript 来玩。没有它，这里就是目标清单，打开一项能看到程序。",
    ),
    "levels-how-many": ("{solved} of {count} solved.", "{count} 关里通过了 {solved} 关。"),
    "levels-next-level": ("Next level: {number}", "下一关：第 {number} 关"),
    "levels-forget-all": ("Forget this", "清除记录"),
    "levels-solved": ("solved", "已通过"),
    "levels-solved-in": (
        "solved with {departures} departures; par is {par}",
        "已通过，偏离 {departures} 次，标准次数是 {par}",
    ),
    "levels-solved-in-one": (
        "solved with 1 departure, which is par",
        "已通过，偏离 1 次，正好是标准次数",
    ),
}
