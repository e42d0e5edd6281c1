"""The words of pictures and of what tells their story, a row for each: key, English, Chinese."""

import re
from typing import Final

from turns.drawing.reasons import reason

LANGUAGES: Final = ("en", "zh")
_WORDS: Final[dict[str, tuple[str, str]]] = {
    "title": ("The turns of the program, from left to right", "程序的各个轮次，从左到右"),
    "loop": ("the loop", "事件循环"),
    "outside": ("outside", "循环之外"),
    "is-ready": ("ready", "就绪"),
    "thread": ("thread", "线程"),
    "process": ("process", "进程"),
    "job": (
        "From turn {begins} to turn {ends}, {thread} runs {name}.",
        "第 {begins} 轮到第 {ends} 轮期间，{thread} 运行 {name}。",
    ),
    "meanwhile": (" Outside of turns, {text} is printed.", "轮次之外打印了 {text}。"),
    "time": ("{time} s", "{time} 秒"),
    "folded": ("… {count} more turns …", "…… 另有 {count} 个轮次 ……"),
    "space": (" ", ""),
    "comma": (", ", "、"),
    "stop": (".", "。"),
    "turn": ("Turn {n}, {time} s: {who} runs", "第 {n} 轮，{time} 秒：{who} 运行"),
    "prints": (", prints {text}", "，打印 {text}"),
    "writes": (", writes {text} to stderr", "，向 stderr 写了 {text}"),
    "waits-for": (", then waits for {on}", "，然后等待 {on}"),
    "waiting": (", then waits", "，然后等待"),
    "ready": (", then goes to the end of the queue", "，然后排到队尾"),
    "done": (" and is done", "，完成"),
    "cancelled": (" and ends cancelled", "，以取消结束"),
    "failed": (" and fails with {on}", "，因 {on} 失败"),
    "stopped": (" and is stopped", "，被中止"),
    # Marks, and what they mean; what was found altogether.
    "program": ("program", "程序"),
    "documented": ("documented", "文档"),
    "clock": ("clock", "时钟"),
    "queue": ("queue", "队列"),
    "nobody": ("nobody", "无人"),
    "unknown": ("unknown", "未知"),
    "earlier": ("earlier", "提前"),
    "missing": ("missing", "缺失"),
    "means-program": (
        "comes after the line above in every outcome",
        "在每个结局中都排在上一行之后",
    ),
    "means-documented": (
        "comes after it as long as `call_soon` keeps the order of registration",
        "只要 `call_soon` 保持登记顺序，就排在上一行之后",
    ),
    "means-clock": (
        "comes after it only because of how long things take",
        "排在上一行之后，只因为各件事花的时间不同",
    ),
    "means-queue": (
        "comes after it only because the ready queue happened to be in that order",
        "排在上一行之后，只因为就绪队列碰巧是这个次序",
    ),
    "means-nobody": (
        "another run of the same schedule differs: the order of a set, chance, the hour",
        "同一调度方案再运行一次就可能不同：集合的次序、随机数、时间",
    ),
    "means-unknown": ("not known: nothing is claimed", "不作任何断言"),
    "together": (
        "nothing ever comes between the lines {first} to {last}",
        "第 {first} 行到第 {last} 行输出之间从不插入别的行",
    ),
    "queue-schedules": ("queue schedules", "队列调度方案"),
    "clock-schedules": ("clock schedules", "时钟调度方案"),
    "exactly": (
        "exactly {count} outcomes of all {schedules}",
        "全部{schedules}恰好有 {count} 种结局",
    ),
    "exactly-one": ("exactly 1 outcome of all {schedules}", "全部{schedules}恰好有 1 种结局"),
    "at-least": (
        "at least {count} outcomes of {schedules} ({why})",
        "{schedules}至少有 {count} 种结局（{why}）",
    ),
    "at-least-one": (
        "at least 1 outcome of {schedules} ({why})",
        "{schedules}至少有 1 种结局（{why}）",
    ),
    "none-seen": (
        "no outcome of {schedules} was seen ({why})",
        "没有看到{schedules}的任何结局（{why}）",
    ),
    "nothing-proven": ("nothing is proven: {why}", "没有得到证明：{why}"),
    "went-on": ("it went on without {what}", "程序没有得到它要的，仍然继续：{what}"),
    "computed": (
        "turn {turn}{lines} computed for about {seconds} s, which the virtual clock does not count",
        "第 {turn} 轮{lines}实际计算了大约 {seconds} 秒，虚拟时钟没有把它算进去",
    ),
    "at-lines": (", lines {lines},", "（第 {lines} 行）"),
    "more-lines": (
        "({count} more lines; --json has them all)",
        "（另有 {count} 行；--json 给出全部）",
    ),
    # A game in which somebody chooses who runs next.
    "play-looking": (
        "{name}: looking at what it can print …",
        "{name}：先看看它能打印什么 ……",
    ),
    "play-turn": (
        "Turn {turn}, {time} s. Who runs next?",
        "第 {turn} 轮，{time} 秒。下一个轮到谁？",
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
    # Why a line stands where it stands: how its turn came; then what promises its place.
    "came-begun": ("The program starts {who}{at}", "程序启动了 {who}{at}"),
    "came-begun-callback": ("The program asks for {who}{at}", "程序登记了 {who}{at}"),
    "came-made": ("{by} creates {who}{in_turn}{at}", "{by}{in_turn}创建了 {who}{at}"),
    "came-yielded": (
        "{who} goes to the end of the queue{in_turn}{at}",
        "{who}{in_turn}让出，回到队尾{at}",
    ),
    "came-woken": (
        "{who} waits for {on}{since} until {by} lets it go on{in_turn}{at}",
        "{who} 等待 {on}{since}，{by}{in_turn}让它继续{at}",
    ),
    "came-ended": (
        "{who} waits for {on}{since} until {by} ends{in_turn}",
        "{who} 等待 {on}{since}，{by}{in_turn}结束，它才继续",
    ),
    "came-failed": (
        "{who} waits for {on}{since} until {by} fails{in_turn}: {error}",
        "{who} 等待 {on}{since}，{by}{in_turn}失败，它才继续：{error}",
    ),
    "came-due": (
        "{who} waits for {on}{since}, due at {due} s",
        "{who} 等待 {on}{since}，{due} 秒到期",
    ),
    "came-due-callback": ("{who} is due at {due} s{at}", "{who} 定在 {due} 秒运行{at}"),
    "came-cancelled": (
        "{by} cancels {who}{in_turn}{at}, while it waits for {on}{since}",
        "{by}{in_turn}取消了 {who}{at}，它正在等待 {on}{since}",
    ),
    "came-cancelled-ready": (
        "{by} cancels {who}{in_turn}{at}, while it is ready{since}",
        "{by}{in_turn}取消了 {who}{at}，它正处于就绪状态{since}",
    ),
    "came-cancelled-first": (
        "{by} cancels {who}{in_turn}{at}, before its first turn: none of its lines run",
        "{by}{in_turn}取消了 {who}{at}，它还没运行过：它的代码一行都不会执行",
    ),
    "holds": (
        "Meanwhile {who} holds the thread, from {begins} s to {ends} s (turn {turn}).",
        "其间 {who} 占着线程，从 {begins} 秒到 {ends} 秒（第 {turn} 轮）。",
    ),
    "came-asked": (
        "{by} asks for {who}{in_turn}{at}",
        "{by}{in_turn}登记了 {who}{at}",
    ),
    "came-thread": ("The thread {by} lets {who} go on{at}", "线程 {by} 让 {who} 继续{at}"),
    "came-io": (
        "{who} waits for {on}{since} until something comes from the network",
        "{who} 等待 {on}{since}，直到网络上有了数据",
    ),
    "came-behind": (", behind {names}", "，排在 {names} 之后"),
    "at-line": (" (line {line})", "（第 {line} 行）"),
    "nobody-it": ("the program", "程序"),
    "in-turn": (" in turn {turn}", " 在第 {turn} 轮"),
    "same-turn": (
        "The same turn prints the line above: nothing that suspends is awaited in between.",
        "上一行由同一个轮次打印：两行之间没有真正挂起的 await，插不进任何东西。",
    ),
    "same-turn-here": (
        "In this run, the same turn prints the line above.",
        "在这次运行中，上一行由同一个轮次打印。",
    ),
    "same-task": (
        "{who} prints the line above, too: a coroutine runs from top to bottom.",
        "上一行也由 {who} 打印：协程自上而下执行。",
    ),
    "after": (
        "That cannot happen before the line above.",
        "这不可能发生在上一行之前。",
    ),
    "always": ("Every schedule prints it.", "任何调度方案都会打印它。"),
    "always-after": (
        "No schedule prints it before the line above.",
        "没有任何调度方案会让它早于上一行。",
    ),
    "registered": (
        "Callbacks run in the order in which `call_soon` registers them; that is documented.",
        "`call_soon` 登记的回调按登记顺序运行，文档对此有承诺。",
    ),
    "by-clock": ("Only the clock puts it here.", "只是时钟让它排在这里。"),
    "by-time": (
        "Only the clock puts it here: {time} s comes after {above} s.",
        "只是时钟让它排在这里：{time} 秒晚于 {above} 秒。",
    ),
    "by-chance": (
        "Another run of the same schedule differs, by a set's order, by chance or the hour.",
        "同一调度方案再运行一次就会不同：集合的次序、随机数或时间使然。",
    ),
    "could-go-first": (
        "In turn {turn}, {instead} could run instead of {usual}: both are ready.",
        "第 {turn} 轮时 {usual} 和 {instead} 都已就绪，也可以先运行 {instead}。",
    ),
    "could-come-early": (
        "In turn {turn}, {instead} could come before {usual}, if its time ({due} s) came early.",
        "第 {turn} 轮时，如果 {instead} 提前到期（原定 {due} 秒），它会先于 {usual} 运行。",
    ),
    "could-go-on": (
        "In turn {turn}, {instead} could go on before {usual}.",
        "第 {turn} 轮时 {instead} 也可以先于 {usual} 继续。",
    ),
    "could-be-held": (
        "In turn {turn}, {usual} could be kept waiting while others run.",
        "第 {turn} 轮时 {usual} 也可以继续等着，让别的先运行。",
    ),
    "timeout": ("the timeout of {name}", "{name} 的超时"),
    "waker": ("what wakes {name}", "唤醒 {name} 的回调"),
    "then-earlier": (
        "Then the line above comes later, or not at all.",
        "那样上一行就会更晚打印，或者不打印。",
    ),
    "then-missing": ("Then this line is not printed.", "那样这一行就不会打印。"),
    "more-decisions": ("That takes {count} such decisions.", "这需要 {count} 次这样的选择。"),
}


def counted(count: int, inexact: str, mode: str, lang: str) -> str:
    """Say in one line how many outcomes there are; ``inexact``: why it may be more."""
    schedules = say(lang, f"{mode}-schedules")
    key = "none-seen" if not count else "at-least" if inexact else "exactly"
    return say(
        lang,
        f"{key}-one" if count == 1 else key,
        count=f"{count:,}",
        schedules=schedules,
        why=reason(inexact, lang),
    )


_BETWEEN_CHINESE = re.compile(r"(?<=[\u2e80-\uffff]) (?=[\u2e80-\uffff])")
"""A space that is one too many: what was filled in begins or ends with Chinese."""


def say(lang: str, key: str, **values: object) -> str:
    """Return the words for ``key`` in one of `LANGUAGES`, with ``{names}`` filled in."""
    text = _WORDS[key][LANGUAGES.index(lang)].format(**values)
    return _BETWEEN_CHINESE.sub("", text)
