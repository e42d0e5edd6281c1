"""Every word that the site's own machinery shows, a row for each: its key, English, Chinese.

A row has both or is not valid Python. Words of furo and of Sphinx are in ``docs/_locale``, those of
pictures in `turns.drawing.words`.
"""

from __future__ import annotations

from typing import Final

from language.languages import CHINESE, Language

WORDS: Final[dict[str, tuple[str, str]]] = {
    "download": ("Download", "下载"),
    "requires": ("Requires Python {version} or newer", "需要 Python {version} 或更新版本"),
    "output": ("Output", "输出"),
    "output-from": ("Output (Python {version}+)", "输出（Python {version}+）"),
    "output-only": ("Output (Python {version})", "输出（Python {version}）"),
    "output-range": ("Output (Python {first} to {last})", "输出（Python {first} 至 {last}）"),
    "output-before": ("Output (before Python {version})", "输出（Python {version} 之前）"),
    "nothing": ("The program prints nothing.", "程序没有任何输出。"),
    "unpinned": (
        "Recorded on Python {python}; not pinned yet.",
        "在 Python {python} 上录制，尚未固定。",
    ),
    "any-order": ("in any order", "顺序任意"),
    "any-order-lanes": (
        "in any order; lines with the same label keep theirs",
        "顺序任意，标签相同的行保持先后",
    ),
    "wildcard": (
        "“…” stands for text that may differ from run to run.",
        "“…”表示每次运行可能不同的内容。",
    ),
    "exit": ("Ends with exit status {status}.", "程序结束时的退出状态为 {status}。"),
    "exit-error": (
        "Ends with exit status {status}; the last line of the traceback: ",
        "程序结束时的退出状态为 {status}，回溯的最后一行是：",
    ),
    "promised-by": ("What promises it: {by}", "由什么保证：{by}"),
    "colon": (": ", "："),
    "told": ("Turn by turn:", "逐轮来看："),
    "llms-site": ("About this site", "关于本站"),
    "llms-list": ("every page as Markdown, by chapter", "每一页的 Markdown，按章排列"),
    "llms-summary": (
        (
            "How Python schedules coroutines, in English and in Chinese.\n"
            "Every program is run, the order of its output checked,"
            " and every rule says who promises it."
        ),
        (
            "中英双语讲解 Python 怎样调度协程。\n"
            "每个程序都跑过，输出的先后都核对过，每条规则都写明由谁保证。"
        ),
    ),
    "documentation": ("Python’s documentation", "Python 文档"),
    "implementation": (
        "CPython’s implementation, not the documentation",
        "CPython 的实现，文档并未承诺",
    ),
    "measurement": ("nothing; it was measured", "没有保证，只是实测如此"),
    "and-so-on": (", ", "、"),
    "abbreviation": ("{short} ({long})", "{short}（{long}）"),
    "task-done": ("done", "已完成"),
    "task-open": ("to do", "未完成"),
    "open-player": ("Step", "单步"),
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
            "要是有定时器提前触发，它就可能更早打印。"
        ),
    ),
    "mark-clock-missing": (
        (
            "Clock: “{line}” is printed only because of how long things take."
            " Were a timer early, it could be missing."
        ),
        (
            "时钟：会打印“{line}”，只是因为各件事花的时间不同。"
            "要是有定时器提前触发，它就可能根本不打印。"
        ),
    ),
    "mark-queue-earlier": (
        (
            "Queue: nothing promises that “{line}” comes after “{above}”. The ready queue happened"
            " to stand so; another schedule prints it earlier."
        ),
        (
            "队列：没有什么保证“{line}”在“{above}”之后，只是就绪队列当时恰好这样排。"
            "换一种调度方案，它会更早打印。"
        ),
    ),
    "mark-queue-missing": (
        (
            "Queue: nothing promises that “{line}” is printed. The ready queue happened to stand"
            " so; another schedule does not print it at all."
        ),
        (
            "队列：没有什么保证会打印“{line}”，只是就绪队列当时恰好这样排。"
            "换一种调度方案，它根本不会打印。"
        ),
    ),
    "mark-nobody-earlier": (
        (
            "Nobody: another run of the same schedule prints “{line}” earlier. The order of a set,"
            " chance or the time of day decides."
        ),
        "无人：调度方案不变，再运行一次也会更早打印“{line}”。决定它的是集合的顺序、随机数或当时的时间。",
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
        "已经找到一次运行，它打印得比“{above}”早。",
    ),
    "mark-found-missing": (
        " A run was found that does not print it.",
        "已经找到一次运行，根本不打印它。",
    ),
    "mark-more": ("What the marks mean", "成因是什么意思"),
    "what-if-earlier": ("What if? Show it earlier", "换种调度会怎样？看它提前"),
    "what-if-missing": ("What if? Show a run without it", "换种调度会怎样？看没有它的运行"),
    # what a card says of all outcomes
    "outcomes-exactly": ("exactly {count}", "恰好有 {count} 种"),
    "outcomes-at-least": ("at least {count}", "至少有 {count} 种"),
    "outcomes-unknown": (
        "How many outcomes this program has is not known.",
        "不知道这个程序有几种结局。",
    ),
    "outcomes-one": (
        "This program has exactly one outcome.",
        "这个程序只有一种结局。",
    ),
    "outcomes-many": (
        "This program has {count} outcomes.",
        "这个程序{count}结局。",
    ),
    "outcomes-one-clock": (
        "This program has exactly one outcome; if timers could fire early, {clock}.",
        "这个程序只有一种结局；要是定时器可以提前触发，{clock}。",
    ),
    "outcomes-many-clock": (
        "This program has {count} outcomes; if timers could fire early, {clock}.",
        "这个程序{count}结局；要是定时器可以提前触发，{clock}。",
    ),
    "outcomes-deadlock": (" It ends in a deadlock.", "它以死锁告终。"),
    "outcomes-deadlock-one": (" One of them is a deadlock.", "其中一种是死锁。"),
    "outcomes-deadlocks": (" {count} of them are deadlocks.", "其中 {count} 种是死锁。"),
    "outcomes-deadlocks-some": (" Some of them are deadlocks.", "其中有的是死锁。"),
    "outcomes-deadlock-clock": (
        " With an early timer it can end in a deadlock.",
        "定时器提前触发时，它可能以死锁告终。",
    ),
    "outcomes-circle": (" There {all}.", "死锁时，{all}。"),
    "outcomes-held": (
        "{task} waits at line {line} for {thing}, which {holder} holds",
        "{task} 在第 {line} 行等 {thing}，而它在 {holder} 手里",
    ),
    "outcomes-held-and": (", and ", "；"),
    "together-two": (
        " Nothing ever comes between lines {first} and {last}.",
        "第 {first} 行和第 {last} 行之间绝不会插进别的行。",
    ),
    "together-more": (
        " Nothing else ever comes among lines {first} to {last}.",
        "第 {first} 行到第 {last} 行之间绝不会插进别的行。",
    ),
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
    "card-no-recording": (
        "The recording of this program could not be loaded.",
        "无法加载这个程序的运行记录。",
    ),
    "card-moved": (
        "“{text}” is line {place} of {count}.",
        "“{text}”现在是第 {place} 行，共 {count} 行。",
    ),
    "card-try-again": ("Try again", "再试一次"),
    # the player
    "player-comma": (", ", "、"),
    "player-seconds": ("{time} s", "{time} 秒"),
    "player-player": ("Turn by turn", "逐轮播放"),
    "player-first": ("First turn", "第一轮"),
    "player-back": ("Back", "上一轮"),
    "player-play": ("Play", "播放"),
    "player-pause": ("Pause", "暂停"),
    "player-next": ("Next turn", "下一轮"),
    "player-last": ("Last turn", "最后一轮"),
    "player-close": ("Close", "关闭"),
    "player-slider": ("Turn", "轮次"),
    "player-speed": ("Speed", "速度"),
    "player-slow": ("slow", "慢速"),
    "player-normal": ("normal", "常速"),
    "player-fast": ("fast", "快速"),
    "player-loop-turns": ("show the loop’s own turns ({count})", "显示循环自身的轮次（{count}）"),
    "player-queue": ("Ready queue", "就绪队列"),
    "player-the-loop": ("the loop", "事件循环"),
    "player-empty": ("empty", "空"),
    "player-timers": ("Timers", "定时器堆"),
    "player-clock": ("clock {when}", "时钟 {when}"),
    "player-will-wake": ("wakes {task}", "唤醒 {task}"),
    "player-tasks": ("Tasks", "任务"),
    "player-task": ("Task", "任务"),
    "player-state": ("State", "状态"),
    "player-line": ("Line", "行"),
    "player-waits": ("Waits for", "等待对象"),
    "player-output": ("Output so far", "目前的输出"),
    "player-more": ("{count} more", "另有 {count} 个"),
    "player-state-none": ("not yet", "未创建"),
    "player-state-ready": ("ready", "就绪"),
    "player-state-waiting": ("waiting", "等待"),
    "player-state-done": ("done", "完成"),
    "player-state-cancelled": ("cancelled", "已取消"),
    "player-state-failed": ("failed", "失败"),
    "player-state-stopped": ("stopped", "已中止"),
    "player-turn": ("Turn {n} of {last}, {when}: ", "第 {n} 轮（共 {last} 轮），{when}："),
    "player-sentence": ("{text}.", "{text}。"),
    "player-and-then": (", ", "，"),
    "player-quoted": ("“{text}”", "“{text}”"),
    "player-bracket": (" ({text})", "（{text}）"),
    "player-callback": ("the callback {name}", "回调 {name}"),
    "player-loop-callback": ("the loop’s own {name}", "循环自身的 {name}"),
    "player-runs": ("{who} runs", "{who} 运行"),
    "player-runs-line": ("{who} runs line {lines}", "{who} 运行第 {lines} 行"),
    "player-runs-lines": ("{who} runs lines {lines}", "{who} 运行第 {lines} 行"),
    "player-creates": ("creates {names}", "创建 {names}"),
    "player-wakes": ("wakes {names}", "唤醒 {names}"),
    "player-prints": ("prints {names}", "打印{names}"),
    "player-errors": ("writes {names} to stderr", "向 stderr 写了{names}"),
    "player-then-ready": ("goes to the end of the queue", "回到队尾"),
    "player-then-waiting": ("waits at line {line} for {on}", "在第 {line} 行等待 {on}"),
    "player-then-waiting-at": ("waits at line {line}", "在第 {line} 行等待"),
    "player-then-waiting-for": ("waits for {on}", "等待 {on}"),
    "player-then-done": ("done", "执行完毕"),
    "player-then-cancelled": ("ends cancelled", "以取消告终"),
    "player-then-failed": ("fails with {on}", "以 {on} 失败"),
    "player-then-stopped": ("is stopped", "被中止"),
    "player-outside": (" Outside of turns, {names} is printed.", "轮次之外打印了{names}。"),
    "player-omitted": (" {count} more turns are not shown.", "其后 {count} 轮未显示。"),
    "player-error": (" The program ends with {error}.", "程序以 {error} 结束。"),
    "player-exit": (
        " The program ends with exit status {exit}.",
        "程序结束时的退出状态为 {exit}。",
    ),
    "player-what-if-earlier": (
        "What if? “{line}” is printed when “{above}” has not been. {departure}",
        "如果换一种调度方案？打印“{line}”的时候，还没有打印“{above}”。{departure}",
    ),
    "player-what-if-missing": (
        "What if? “{line}” is not printed. {departure}",
        "如果换一种调度方案？不会打印“{line}”。{departure}",
    ),
    "player-here": (
        "Here the loop takes {taken} instead of {usual}.",
        "就在这里，循环选的是 {taken}，不是 {usual}。",
    ),
    "player-there": (
        "In turn {n} the loop takes {taken} instead of {usual}.",
        "在第 {n} 轮，循环选的是 {taken}，不是 {usual}。",
    ),
    "player-departs": ("The two runs differ from turn {n} on.", "两次运行从第 {n} 轮起不同。"),
    "player-timer-of": ("the timer of {task}", "{task} 的定时器"),
    "player-callback-for": ("a callback for {task}", "{task} 的唤醒回调"),
    "player-normal-run": ("Back to the normal run", "回到正常运行"),
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
    # search and code on every page
    "site-search": ("Search", "搜索"),
    "site-results": ("Results", "结果"),
    "site-count": ("{count} results", "{count} 条结果"),
    "site-none": (
        "Nothing was found for “{query}”. Try a single word of it, or look into the",
        "没有找到“{query}”。可以只搜其中一个词，或者看看",
    ),
    "site-glossary": ("glossary", "术语表"),
    "site-failed": ("The index of the search could not be loaded.", "无法加载搜索索引。"),
    "site-copy": ("Copy", "复制"),
    "site-copied": ("Copied", "已复制"),
    "book-edition": ("{language}, version {version}, {date}", "{language}，{version} 版，{date}"),
    "book-contents": ("Contents", "目录"),
    # live preview
    "preview-warnings": ("Build warnings", "构建警告"),
    "preview-crash": ("Build failed; pages are old", "构建失败：页面还是旧的"),
}


def word(language: Language, key: str) -> str:
    """Return the words for ``key`` in a language."""
    return WORDS[key][language is CHINESE]


def words_of(language: Language, prefix: str) -> dict[str, str]:
    """Return the words whose keys begin with a prefix, by the rest of their keys."""
    return {
        key.removeprefix(prefix): word(language, key) for key in WORDS if key.startswith(prefix)
    }
