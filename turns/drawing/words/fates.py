"""What became of tasks, where no line tells it."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "besides": ("What no line tells:", "输出里看不出来的："),
    "tasks": ("Tasks: {names}.", "任务：{names}。"),
    "fact-failed": (
        "{task} fails in turn {turn}{at}: {error}.",
        "{task} 在第 {turn} 个轮次失败{at}：{error}。",
    ),
    "fact-outlived": (
        "{task} is cancelled, but the thread {by}, which it had asked, goes on until turn {turn}.",
        "{task} 被取消了，替它做事的线程 {by} 没有停，一直做到第 {turn} 个轮次。",
    ),
    "fact-left": (
        "{task} is left in the midst, waiting for {on}{at}: no loop runs any more.",
        "{task} 停在半路，还在等待 {on}{at}：事件循环已经不再运行。",
    ),
    "fact-left-ready": (
        "{task} is left in the midst, ready to go on{at}: no loop runs any more.",
        "{task} 停在半路，已经就绪{at}：事件循环已经不再运行。",
    ),
}
