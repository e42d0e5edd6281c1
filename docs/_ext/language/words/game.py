"""Words of the game in which the reader is the scheduler."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "game-who": ("Who runs next?", "下一个轮到谁？"),
    "game-done": ("✓ Solved", "✓ 解决了"),
    "game-over": ("The program is over", "程序已结束"),
    "game-over-deadlock": ("Deadlock", "死锁"),
    "game-own-_run_until_complete_cb": (
        "asyncio.run: what it ran is over, so the loop stops",
        "asyncio.run：它运行的协程已经结束，循环停止",
    ),
    "game-own-BaseEventLoop.shutdown_asyncgens": (
        "asyncio.run: closes the async generators that are left",
        "asyncio.run：关闭还没结束的异步生成器",
    ),
    "game-own-BaseEventLoop.shutdown_default_executor": (
        "asyncio.run: ends the threads of its pool",
        "asyncio.run：结束线程池里的线程",
    ),
    "game-own-TaskGroup._on_task_done": (
        "TaskGroup: notes that a task is over",
        "TaskGroup：记下有个任务结束了",
    ),
    "game-own-_wait._on_completion": (
        "asyncio.wait: notes that one is over",
        "asyncio.wait：记下有一个结束了",
    ),
    "game-own-gather._done_callback": (
        "gather: notes that one is over",
        "gather：记下有一个结束了",
    ),
    "game-usual": ("first in the queue", "排在队首"),
    "game-passed-over": ("first in the queue, passed over", "排在队首，被跳过了"),
    "game-costs": ("costs a departure", "算一次偏离"),
    "game-goes-on": ("goes on from line {line}", "从第 {line} 行往下走"),
    "game-begins": ("begins at line {line}", "从第 {line} 行开始"),
    "game-due": ("due at {when}, fires early", "{when}到期，提前触发"),
    "game-off-map": ("not on this map", "不在这张图上"),
    "game-early-timers": ("Pending timers", "未到期的定时器"),
    "game-early": ("timers may fire early", "定时器可以提前触发"),
    "game-early-large": (
        "With early timers there would be too many states for a map.",
        "如果允许定时器提前触发，状态就多得画不成图了。",
    ),
    "game-part": (
        "This program has more states than this map: here is what lies near the normal run.",
        "这个程序的状态比这张图多：这里只有正常运行附近的部分。",
    ),
    "game-take-back": ("Take back", "悔一步"),
    "game-restart": ("Start again", "重新开始"),
    "game-claim": ("It is impossible", "做不到"),
    "game-show-me": ("Give up: show me", "认输，演示一下"),
    "game-show-par": ("show", "显示"),
    "game-goal": ("Goal", "目标"),
    "game-no-goal": ("none: just play", "不设目标，随便走走"),
    "game-goal-earlier": (
        "Print “{text}” before “{above}”",
        "让“{text}”先于“{above}”打印",
    ),
    "game-goal-missing": (
        "Let the program end without printing “{text}”",
        "让程序到结束也不打印“{text}”",
    ),
    "game-goal-between": (
        "Print anything between “{above}” and “{text}”",
        "让“{above}”和“{text}”之间打印出别的行",
    ),
    "game-goal-deadlock": ("Make it deadlock", "让它死锁"),
    "game-goal-outcome": ("Print exactly this:{lines}", "恰好打印出：{lines}"),
    "game-with-timers": (" (timers may fire early)", "（定时器可以提前触发）"),
    "game-departures": ("Departures: {count}", "偏离次数：{count}"),
    "game-par": ("Par: {par}", "标准次数：{par}"),
    "game-no-par": ("none", "无"),
    "game-left": ("Outcomes still possible: {count}", "仍有可能的结局：{count}"),
    "game-help": (
        "A departure lets somebody go first, or holds the first one back until you let him run.",
        "让后面的先走，或者扣住队首、直到你放行，都算一次偏离。",
    ),
    "game-then": (" ", ""),
    "game-ran-on": (
        "Nothing more is printed, so the rest has run by itself.",
        "不会再打印什么了，剩下的已经自动走完。",
    ),
    "game-end-finished": ("The program has ended.", "程序结束了。"),
    "game-end-failed": (
        "The program has ended with {detail}.",
        "程序以 {detail} 结束。",
    ),
    "game-end-exit": (
        "The program has ended with exit status {detail}.",
        "程序结束，退出状态为 {detail}。",
    ),
    "game-end-deadlock": ("Deadlock: {waiting}.", "死锁：{waiting}。"),
    "game-waits-at": ("{name} waits at line {line} for {what}", "{name} 在第 {line} 行等待 {what}"),
    "game-waits-for": ("{name} waits for {what}", "{name} 等待 {what}"),
    "game-held-by": (", which {holder} holds", "（在 {holder} 手里）"),
    "game-one-left": (
        "From here only one outcome is left: {rest}. ",
        "从这里开始只剩一种结局：{rest}。",
    ),
    "game-left-lines": ("it still prints {lines}", "接下来打印{lines}"),
    "game-left-nothing": ("nothing more is printed", "不再打印任何内容"),
    "game-doomed": ("A deadlock can no longer be avoided.", "死锁已经无法避免。"),
    "game-reached-par": (
        "Goal reached. Departures: {count}, which is par.",
        "达到目标，偏离 {count} 次，正好是标准次数。",
    ),
    "game-reached-over": (
        "Goal reached. Departures: {count}; par is {par}.",
        "达到目标，偏离 {count} 次；标准次数是 {par}。",
    ),
    "game-out-of-reach": (
        "From here the goal can no longer be reached. Take back.",
        "从这里已经达不到目标了。悔一步吧。",
    ),
    "game-missed": (
        "The goal is not reached. Take back, or start again.",
        "没有达到目标。悔一步，或者重新开始。",
    ),
    "game-proof": (
        "Right: no schedule does that. {looked} {why}",
        "对，任何调度方案都做不到。{looked}{why}",
    ),
    "game-proof-told": (
        "No schedule does that. {looked} {why}",
        "任何调度方案都做不到。{looked}{why}",
    ),
    "game-looked": (
        "All {count} outcomes were looked at.",
        "全部 {count} 种结局都看过了。",
    ),
    "game-looked-one": (
        "The program has one outcome, whoever runs next.",
        "无论下一个轮到谁，程序都只有一种结局。",
    ),
    "game-looked-many": (
        "Every state of the program was looked at; it has at least {count} outcomes.",
        "程序的每个状态都看过了，结局至少有 {count} 种。",
    ),
    "game-looked-early": (
        " If timers may fire early, {count}; not there either.",
        "如果允许定时器提前触发，结局有 {count} 种，其中也没有。",
    ),
    "game-refuted": (
        "It is possible. Start again, or take back.",
        "做得到。重新开始，或者悔几步。",
    ),
    "game-shown": ("This is how. Departures: {count}.", "就是这样：偏离 {count} 次。"),
}
