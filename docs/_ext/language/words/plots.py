"""Words of the drawings of figures: what is measured, in which unit, and the name of each bar."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "plot-alt": ("{title} {bars}", "{title}{bars}"),
    "plot-bar": ("{name}: {value} {unit}", "{name}：{value} {unit}"),
    "plot-bars": ("; ", "；"),
    "plot-end": (".", "。"),
    "plot-computing": (
        "Seconds for four computations on two cores.",
        "两个核上，四段计算一共用多少秒。",
    ),
    "plot-computing-late": (
        "Milliseconds by which a heartbeat of the loop is late meanwhile, at most.",
        "计算期间，事件循环的心跳最多迟到多少毫秒。",
    ),
    "plot-latency": (
        "Milliseconds by which a heartbeat is late at most, for four lengths of a chunk.",
        "一块算多久，心跳最多迟到多少毫秒。",
    ),
    "plot-connections": (
        "Megabytes that open connections take, with both ends in one process.",
        "两端都在同一个进程里，打开的连接占多少兆字节。",
    ),
    "plot-s": ("s", "秒"),
    "plot-ms": ("ms", "毫秒"),
    "plot-mb": ("MB", "MB"),
    "plot-loop": ("in the loop", "事件循环里"),
    "plot-thread": ("threads", "线程"),
    "plot-interpreter": ("sub-interpreters", "子解释器"),
    "plot-process": ("processes", "进程"),
    "plot-chunk": ("chunks of {figure} ms", "每块 {figure} 毫秒"),
    "plot-count": ("{figure} connections", "{figure} 个连接"),
}
