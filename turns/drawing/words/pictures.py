"""What pictures of a run, and tables of it, say."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
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
}
