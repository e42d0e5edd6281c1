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
    "abbreviation": ("{short} ({long})", "{short}（{long}）"),
    "task-done": ("done", "已完成"),
    "task-open": ("to do", "未完成"),
    "open-player": ("Step", "单步"),
    "mark-program": ("program", "程序"),
    "mark-clock": ("clock", "时钟"),
    "mark-queue": ("queue", "队列"),
    "mark-unproven": ("?", "？"),
    "mark-program-why": (
        "Program: “{line}” comes after “{above}” in every schedule.",
        "程序：无论怎样调度，“{line}”都在“{above}”之后。",
    ),
    "mark-clock-why": (
        "Clock: “{line}” comes after “{above}” only because of how long things take.",
        "时钟：“{line}”在“{above}”之后，只是因为各件事花的时间不同。",
    ),
    "mark-queue-why": (
        (
            "Queue: nothing promises that “{line}” comes after “{above}”."
            " The ready queue happened to stand so."
        ),
        "队列：没有什么保证“{line}”在“{above}”之后，只是就绪队列当时恰好这样排。",
    ),
    "mark-unproven-why": (
        " The search was cut short, so this is not proven.",
        "搜索没有做完，这一点未经证实。",
    ),
    "mark-more": ("What the marks mean", "成因是什么意思"),
    "what-if": ("What if? Show the other order", "换个顺序会怎样？"),
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
    "player-what-if": (
        "What if? “{second}” and “{first}” change places. {departure}",
        "如果换一种调度方案？“{second}”与“{first}”就会互换先后。{departure}",
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
    "player-possible": (
        (
            "Possible, but not what the queue does:"
            " your order breaks no promise of the program or the clock."
        ),
        "有可能，但队列不是这样排的：你的顺序没有违背程序和时钟的任何保证。",
    ),
    "player-impossible": (
        "Not possible: “{second}” never comes before “{first}”.",
        "不可能：“{second}”绝不会先于“{first}”。",
    ),
    "player-not-seen": (
        "In no schedule that was tried does “{second}” come before “{first}”.",
        "在试过的所有调度方案里，“{second}”都没有先于“{first}”。",
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
