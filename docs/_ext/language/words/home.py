"""Words of the home page: the program that moves, what is shown of cards, and the chapters."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "living": ("A program that runs by itself, turn by turn", "逐个轮次自动演示的程序"),
    "living-running": ("Has the turn", "轮到"),
    "living-ready": ("Ready queue", "就绪队列"),
    "living-waiting": ("Waiting", "等待"),
    "living-ended": ("Done", "结束"),
    "living-due": (
        (
            "{turn} (the loop), {time} s: until now nobody could run."
            " A timer is due, and {names} joins the queue."
        ),
        "{turn}（事件循环），{time} 秒：在此之前没有任务可运行。定时器到期，{names} 进入队列。",
    ),
    "living-woken": (
        "{turn} (the loop), {time} s: {names} has what it waited for, and joins the queue.",
        "{turn}（事件循环），{time} 秒：{names} 等的结果有了，进入队列。",
    ),
    "living-turn": ("Turn {numbers}", "第 {numbers} 个轮次"),
    "living-turns": ("Turns {numbers}", "第 {numbers} 个轮次"),
    "living-and": (" and ", " 和 "),
    "living-marks": (
        "Each line says what its place depends on:",
        "每一行都标明它的位置取决于什么：",
    ),
    "living-program": (
        "always printed, never before the line above",
        "一定会打印，而且不会早于上一行",
    ),
    "living-documented": (
        "it is here in every order that the documentation allows",
        "只要遵守文档承诺的次序，它就在这里",
    ),
    "living-clock": ("only because of how long things take", "只是因为各自花的时间不同"),
    "living-queue": ("only because of the order in the ready queue", "只是因为就绪队列恰好这样排"),
    "living-nobody": ("another run may differ", "换一次运行就可能不同"),
    "living-unknown": ("nothing is claimed", "不作判断"),
    "home-rest": ("Pause", "暂停"),
    "home-move": ("Play", "播放"),
    "home-one-step": ("Next step", "下一步"),
    "extract-whole": ("The whole program", "完整的程序"),
    "extract-then": (" ", ""),
}
