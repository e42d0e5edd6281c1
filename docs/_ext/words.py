"""Every word that the directives show, one table per language."""

from typing import Final

ENGLISH: Final = {
    "download": "Download",
    "requires": "Requires Python {version} or newer",
    "output": "Output",
    "output-from": "Output (Python {version}+)",
    "output-only": "Output (Python {version})",
    "output-range": "Output (Python {first} to {last})",
    "output-before": "Output (before Python {version})",
    "nothing": "The program prints nothing.",
    "any-order": "in any order",
    "any-order-lanes": "in any order; lines with the same label keep theirs",
    "wildcard": "“…” stands for text that may differ from run to run.",
    "exit": "Ends with exit status {status}.",
    "exit-error": "Ends with exit status {status}; the last line of the traceback: ",
    "promised-by": "What promises it: {by}",
    "documentation": "Python’s documentation",
    "implementation": "CPython’s implementation, not the documentation",
    "measurement": "nothing; it was measured",
}

CHINESE: Final = {
    "download": "下载",
    "requires": "需要 Python {version} 或更新版本",
    "output": "输出",
    "output-from": "输出（Python {version}+）",
    "output-only": "输出（Python {version}）",
    "output-range": "输出（Python {first} 至 {last}）",
    "output-before": "输出（Python {version} 之前）",
    "nothing": "程序没有任何输出。",
    "any-order": "顺序任意",
    "any-order-lanes": "顺序任意，标签相同的行保持先后",
    "wildcard": "“…”表示每次运行可能不同的内容。",
    "exit": "程序结束时的退出状态为 {status}。",
    "exit-error": "程序结束时的退出状态为 {status}，回溯的最后一行是：",
    "promised-by": "由什么保证：{by}",
    "documentation": "Python 文档",
    "implementation": "CPython 的实现，文档并未承诺",
    "measurement": "没有保证，只是实测如此",
}


def is_chinese(language: str) -> bool:
    """Tell whether a value of Sphinx's ``language`` stands for Chinese."""
    return language.partition("_")[0] == "zh"


def word(language: str, key: str) -> str:
    """Return the words for ``key`` in the page's language (a value of Sphinx's ``language``)."""
    return (CHINESE if is_chinese(language) else ENGLISH)[key]
