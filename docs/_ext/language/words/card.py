"""Words of a card: its file, its output, and what has no place of its own."""

from typing import Final

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
    "told": ("Turn by turn:", "逐轮来看："),
    "open-player": ("Step", "单步"),
    "card-no-recording": (
        "The recording of this program could not be loaded.",
        "无法加载这个程序的运行记录。",
    ),
}
