"""Words of a card: its file, its output, and what has no place of its own."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "download": ("Download", "下载"),
    "edit": ("Edit and run", "修改并运行"),
    "card-no-editor": ("The editor could not be loaded.", "无法加载编辑器。"),
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
    "results": ("Output (on {environments})", "输出（{environments}）"),
    "results-python": ("Python {versions}", "Python {versions}"),
    "results-loop": ("uvloop with Python {versions}", "Python {versions} 上的 uvloop"),
    "results-range": ("{first} to {last}", "{first} 至 {last}"),
    "results-comma": (", ", "、"),
    "results-and": (" and ", " 和 "),
    "reference-line": ("line {first}", "第 {first} 行"),
    "reference-lines": ("lines {first}–{last}", "第 {first}–{last} 行"),
    "reference-turn": ("turn {number}", "第 {number} 个轮次"),
    "card-comma": (", ", "、"),
    "card-runs-in-turn": (
        "line {line} runs in turn {turns}",
        "第 {line} 行在第 {turns} 个轮次运行",
    ),
    "card-runs-in-turns": (
        "line {line} runs in turns {turns}",
        "第 {line} 行在第 {turns} 个轮次运行",
    ),
    "card-runs-never": ("line {line} runs in no turn", "第 {line} 行没有在任何轮次中运行"),
    "told": ("Turn by turn:", "逐个轮次来看："),
    "open-player": ("Step", "单步"),
    "open-game": ("Choose who runs next", "你来选轮到谁"),
    "card-no-recording": (
        "The recording of this program could not be loaded.",
        "无法加载这个程序的运行记录。",
    ),
    "quoted": ("“{text}”", "“{text}”"),
}
