"""Words of marks and of what explains them."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "mark-program": ("program", "程序"),
    "mark-documented": ("documented", "文档"),
    "mark-clock": ("clock", "时钟"),
    "mark-queue": ("queue", "队列"),
    "mark-nobody": ("nobody", "无人"),
    "mark-unknown": ("unknown", "未知"),
    # Of a mark: the line can come earlier in another schedule, or be missing there. A line that
    # does not depart is said to be promised its place; the first one, that it is there.
    "mark-program-earlier": (
        "Program: “{line}” is printed after “{above}” in every outcome.",
        "程序：无论什么结局，都会打印“{line}”，而且在“{above}”之后。",
    ),
    "mark-program-missing": (
        "Program: “{line}” is printed in every outcome.",
        "程序：无论什么结局，都会打印“{line}”。",
    ),
    "mark-documented-earlier": (
        (
            "Documented: “{line}” comes after “{above}” because callbacks run in the order of"
            " registration. Schedules that break this promise of the documentation print it"
            " earlier."
        ),
        (
            "文档：“{line}”在“{above}”之后，是因为回调按登记的先后运行，这是文档保证的。"
            "违背这一条的调度方案会更早打印它。"
        ),
    ),
    "mark-documented-missing": (
        (
            "Documented: “{line}” is printed because callbacks run in the order of registration."
            " Some schedules that break this promise of the documentation do not print it."
        ),
        (
            "文档：会打印“{line}”，是因为回调按登记的先后运行，这是文档保证的。"
            "违背这一条的调度方案里，有的不会打印它。"
        ),
    ),
    "mark-clock-earlier": (
        (
            "Clock: “{line}” comes after “{above}” only because of how long things take."
            " Were a timer early, it could come earlier."
        ),
        (
            "时钟：“{line}”在“{above}”之后，只是因为各件事花的时间不同。"
            "定时器若提前触发，它可能出现得更早。"
        ),
    ),
    "mark-clock-missing": (
        (
            "Clock: “{line}” is printed only because of how long things take."
            " Were a timer early, it could be missing."
        ),
        ("时钟：会打印“{line}”，只是因为各件事花的时间不同。定时器若提前触发，它可能根本不出现。"),
    ),
    "mark-queue-earlier": (
        (
            "Queue: nothing in the program promises that “{line}” comes after “{above}”. The ready"
            " queue happened to be in that order; another schedule prints it earlier."
        ),
        (
            "队列：程序里没有什么保证“{line}”在“{above}”之后，只是就绪队列当时恰好这样排。"
            "换一种调度方案，它会出现得更早。"
        ),
    ),
    "mark-queue-missing": (
        (
            "Queue: nothing in the program promises that “{line}” is printed. The ready queue"
            " happened to be in that order; another schedule does not print it at all."
        ),
        (
            "队列：程序里没有什么保证会打印“{line}”，只是就绪队列当时恰好这样排。"
            "换一种调度方案，它根本不会出现。"
        ),
    ),
    "mark-nobody-earlier": (
        (
            "Nobody: another run of the same schedule prints “{line}” earlier. The order of a set,"
            " chance or the time of day decides."
        ),
        "无人：调度方案不变，再运行一次，可能更早打印“{line}”。决定它的是集合的顺序、随机数或当时的时间。",
    ),
    "mark-nobody-missing": (
        (
            "Nobody: another run of the same schedule does not print “{line}”. The order of a set,"
            " chance or the time of day decides."
        ),
        "无人：调度方案不变，再运行一次也可能不打印“{line}”。决定它的是集合的顺序、随机数或当时的时间。",
    ),
    "mark-unknown-earlier": (
        "Unknown: nothing is claimed about where “{line}” stands. The search did not see all.",
        "未知：“{line}”为什么在这里，不作结论，因为搜索没能看到全部。",
    ),
    "mark-unknown-missing": (
        "Unknown: nothing is claimed about “{line}”. The search did not see all.",
        "未知：会不会打印“{line}”，不作结论，因为搜索没能看到全部。",
    ),
    "mark-found-earlier": (
        " A run was found that prints it earlier than “{above}”.",
        "已经找到这样一次运行：它比“{above}”先打印。",
    ),
    "mark-found-missing": (
        " A run was found that does not print it.",
        "已经找到这样一次运行：根本不打印它。",
    ),
    "mark-more": ("What the marks mean", "成因是什么意思"),
    "what-if-earlier": ("What if? Show it earlier", "换一种调度方案：让它提前打印"),
    "what-if-missing": ("What if? Show a run without it", "换一种调度方案：让它不打印"),
    "what-if-said-earlier": (
        "“{line}” is printed when “{above}” has not been.",
        "打印“{line}”的时候，还没有打印“{above}”。",
    ),
    "what-if-said-missing": ("“{line}” is not printed.", "不会打印“{line}”。"),
    "mark-cause": ("Here: {cause}", "在这里：{cause}"),
    "mark-rule": ("The rule", "相关规则"),
    "proof-one-turn": (
        "One turn prints both lines, and nobody else runs in the middle of a turn.",
        "两行由同一个轮次打印，而一个轮次中途不会有别的运行。",
    ),
    "proof-nobody-prints": (
        (
            "In no outcome is there a line between the two: whoever runs there prints nothing,"
            " or the second line never comes."
        ),
        "没有哪种结局在两行之间还有别的行：中间轮到的都不打印，否则第二行根本不会出现。",
    ),
    "proof-from": ("How the line comes about: {cause}", "这一行是这样来的：{cause}"),
    "proof-program": ("The program itself promises that order.", "这个顺序由程序自身保证。"),
    "mark-causes": ("Why each line stands there", "每一行为什么在那里"),
    "mark-cause-of": ("{mark}, “{line}”: {cause}", "{mark}，“{line}”：{cause}"),
    "together": ("Nothing ever comes between.", "中间绝不会插进别的行。"),
}
