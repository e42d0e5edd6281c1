"""Why a program was stopped, in the language of whoever reads it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from turns.drawing.words import say
from turns.recording.recording import Waiting

_WHY: Final = {
    "a watched program starts no process": "被观察的程序不能启动子进程",
    "a watched program starts threads through the threading module": (
        "被观察的程序只能用 threading 模块启动线程"
    ),
    "only asyncio's own loop can be watched": "只能观察 asyncio 自己的事件循环",
    "there is no network in a browser": "浏览器里没有网络",
    "there is only one interpreter in a browser": "浏览器里只有一个解释器",
    "there is only one process in a browser": "浏览器里只有一个进程",
    "this part of the standard library is not in the browser": "浏览器里没有标准库的这一部分",
    "it needs a stack of its own, and this browser cannot switch between stacks": (
        "线程要有自己的栈，而这个浏览器不能切换栈"
    ),
    "signals come in real time, and a watched program runs in virtual time": (
        "信号按真实时间到来，而被观察的程序按虚拟时间运行"
    ),
    "the signal would reach more than the program": "信号不只会送到这个程序",
    "the processes of a watched program are simulated": "被观察的程序的进程是模拟的",
}
"""By the reason why something is refused."""
_INSTEAD: Final = {
    "put a coroutine in its place that sleeps as long and returns what it would": (
        "请换成一个协程：sleep 同样久，返回同样的结果"
    ),
    "use concurrent.futures.ProcessPoolExecutor, whose processes are simulated, or threads": (
        "请改用 concurrent.futures.ProcessPoolExecutor（它的进程是模拟的），或者改用线程"
    ),
    "use threading.Thread": "请改用 threading.Thread",
    "take this one out": "请去掉它",
    "use a process pool, whose processes are simulated": "请改用进程池（它的进程是模拟的）",
    "let its tasks or threads share an object": "请让任务或线程共享一个对象",
    "run the program with turns on your machine": "请在自己的机器上用 turns 运行这个程序",
    "let it talk to a server of its own, on localhost": "请让它连接自己在 localhost 上的服务器",
    "Chrome and Edge can from version 137 on, Firefox from 153, Safari from 27": (
        "从 Chrome 和 Edge 137、Firefox 153、Safari 27 起可以"
    ),
    "use asyncio.timeout() or loop.call_later()": "请改用 asyncio.timeout() 或 loop.call_later()",
    "use loop.add_signal_handler() and an asyncio.Event": (
        "请改用 loop.add_signal_handler() 和 asyncio.Event"
    ),
    "send it to os.getpid() alone": "请只发给 os.getpid()",
    "raise an exception in the job instead": "请改为在任务函数里抛出异常",
    "a notebook can await at the top, and a program cannot: put it into async def main(), and"
    " start that with asyncio.run(main())": (
        "笔记本可以在最外层 await，程序不行：请把它放进 async def main()，"
        "再用 asyncio.run(main()) 启动"
    ),
    "only a function made by async def can await": "只有 async def 定义的函数里才能 await",
    "take out the >>> and ... of the prompt, and the output": (
        "请去掉行首的 >>> 和 ...，也不要带上输出"
    ),
    "this is a notebook's command and no Python: take it out": (
        "这是笔记本的命令，不是 Python，请去掉"
    ),
    "this is the edge of a block of code in a text: take it out": (
        "这是文章里代码块的边界，请去掉"
    ),
    "this is a command for a terminal and no Python: take it out": (
        "这是终端里的命令，不是 Python，请去掉"
    ),
}
"""By what to do instead."""
_MESSAGES: Final = (
    (
        r"deadlock: all wait, and nothing is left that could wake one",
        "死锁：全都在等待，再也没有什么能唤醒其中任何一个",
    ),
    (
        r"stopped after ([\d,]+) turns; it may never end: the last ([\d,]+) were of (.+)",
        r"运行 \1 轮后停止，它可能永远不会结束：最后 \2 轮属于 \3",
    ),
    (
        r"stopped: it was still running after (\S+) s and ([\d,]+) turns, the last of (.+)",
        r"已停止：过了 \1 秒、\2 轮，它还在运行，最后的轮次属于 \3",
    ),
    (
        r"stopped: it was still running after (\S+) s and ([\d,]+) turns",
        r"已停止：过了 \1 秒、\2 轮，它还在运行",
    ),
    (r"two runs of it print different lines", "两次运行打印的内容不一样"),
    (r"stopped: it printed more than ([\d,]+) characters", r"已停止：打印超过了 \1 个字符"),
    (
        r"stopped: it waits for what nobody has sent from outside of the program",
        "已停止：它在等程序之外的人发来数据，而没有人发",
    ),
    (
        r"stopped: it waits for connections on (\S+), and nothing in this program makes one",
        r"已停止：它在 \1 上等待连接，而这个程序里没有谁来连接",
    ),
    (
        r"stopped: it waits for datagrams on (\S+), and nothing in this program sends one",
        r"已停止：它在 \1 上等待数据报，而这个程序里没有谁来发送",
    ),
    (r"the program ended itself at once with (.+)", r"程序用 \1 立即结束了自己"),
    (
        r"a watched program runs on asyncio's own loop: take out `(.+)`(?: \((\S+)\))?",
        r"被观察的程序运行在 asyncio 自己的事件循环上：请去掉 `\1`（\2）",
    ),
    (
        r"(\S+) has a scheduler of its own, which cannot be watched: use asyncio(?: \((\S+)\))?",
        r"\1 有它自己的调度器，无法观察：请改用 asyncio（\2）",
    ),
)
"""Patterns of messages, and what they are in Chinese."""
_REFUSED: Final = re.compile(r"(?P<call>.+?)(?: at (?P<where>\S+))?: (?P<why>[^;]+); (?P<how>.+)")
_STATES: Final = {
    "runs": "正在运行",
    "waits": "在等待",
    "a turn": "等一个轮次",
    "waits for its loop's turns": "等它的事件循环轮到它",
}


def lines(message: str, waiting: Sequence[Waiting], lang: str) -> Iterator[str]:
    """Yield why it was stopped, and a line for each that waits."""
    yield message if lang != "zh" else _chinese(message)
    for one in waiting:
        yield f"  {one if lang != 'zh' else _waits(one)}"
    if any(one.on == "Condition.wait()" for one in waiting):
        yield say(lang, "not-kept")


def _chinese(message: str) -> str:
    kind, _, said = message.partition(": ")
    if kind == "syntax error":  # in Python's own words
        found, _, how = said.rpartition("; ")
        return f"语法错误：{f'{found}；{_INSTEAD[how]}' if how in _INSTEAD else said}"
    for pattern, chinese in _MESSAGES:
        if match := re.fullmatch(pattern, message):
            return _busy(match.expand(chinese).replace("（）", ""))
    match = _REFUSED.fullmatch(message)
    if match is None or match["why"] not in _WHY:
        return message
    where = f"（{match['where']}）" if match["where"] else ""
    how = _INSTEAD.get(match["how"], match["how"])
    return f"{match['call']}{where}：{_WHY[match['why']]}；{how}"


def _busy(text: str) -> str:
    """Say in Chinese which tasks were busy, and where."""
    text = re.sub(r" at line (\d+)(?:, |(?= and )|$)", r"（第 \1 行）、", text).rstrip("、")
    return re.sub(r"、? and (\d+) more$", r"，另有 \1 个", text).replace(" and ", "、")


def _waits(one: Waiting) -> str:
    place = f"第 {one.line} 行，" if one.line else ""
    of = f"（{one.thing}）" if one.thing else ""
    held = f"，由 {one.holder} 持有" if one.holder else ""
    done = f"，还有 {one.unfinished} 项没有调用 task_done()" if one.unfinished else ""
    return f"{one.name}：{place}{_STATES.get(one.on, one.on)}{of}{held}{done}"
