"""Challenges: their goals, and what came of an answer."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "aim-never": ("Never print “{first}”.", "任何时候都不打印“{first}”。"),
    "aim-always": ("Always print “{first}”.", "每次都打印“{first}”。"),
    "aim-before": (
        "Always print “{first}” and “{second}”, and “{first}” first.",
        "“{first}”和“{second}”每次都打印，并且“{first}”总在前面。",
    ),
    "aim-lines": (
        "Always print these lines and no others, in any order: {all}.",
        "每次都恰好打印这些行，顺序不限：{all}。",
    ),
    "aim-order": (
        "Always print exactly this, in this order: {all}.",
        "每次都恰好按这个顺序打印：{all}。",
    ),
    "aim-no deadlock": ("No schedule deadlocks.", "任何调度方案下都不死锁。"),
    "aim-no failure": (
        "No schedule ends with an error.",
        "任何调度方案下都不以错误结束。",
    ),
    "quoted": ("“{text}”", "“{text}”"),
    "rule-clock": (
        "Timers may fire as early or as late as they like: a sleep promises no order.",
        "定时器可以任意早、任意晚触发：sleep 保证不了任何顺序。",
    ),
    "rule-prints": (
        "The statements that print stay as they are, in their functions.",
        "打印语句保持原样，留在原来的函数里。",
    ),
    "rule-kept": ("`{code}` stays, and is executed.", "`{code}` 要保留，并且要执行到。"),
    "rule-definition": ("`{code}` stays as it is.", "`{code}` 保持原样。"),
    "rule-without": (
        "`{code}` is used nowhere but in what stays.",
        "除了要保留的部分，哪里都不用 `{code}`。",
    ),
    "grade-reached": (
        "Reached: this is proven for every schedule.",
        "达成：在每一种调度方案下都得到了证明。",
    ),
    "grade-broken": (
        "Not reached. It can go wrong with {count} decisions against the queue: {goal}",
        "还没有达成。只要有 {count} 次不按队列的选择，就会出错：{goal}",
    ),
    "grade-broken-one": (
        "Not reached. It can go wrong with 1 decision against the queue: {goal}",
        "还没有达成。只要有 1 次不按队列的选择，就会出错：{goal}",
    ),
    "grade-broken-normal": (
        "Not reached. The normal run already goes wrong: {goal}",
        "还没有达成。正常运行就已经出错：{goal}",
    ),
    "grade-broken-unseen": (
        "Not reached. Some schedule goes wrong, but the search found no run to show: {goal}",
        "还没有达成。有的调度方案会出错，只是没能找到可以演示的一次运行：{goal}",
    ),
    "grade-unproven": (
        "Not decided. No schedule was found that goes wrong, but not all could be looked at. {why}",
        "无法判定。没有找到会出错的调度方案，但也没能看完全部。{why}",
    ),
    "grade-constraint": ("This is not what is asked. {breach}", "这不符合要求。{breach}"),
    "grade-fails": (
        "The normal run ends with an error: {error}",
        "正常运行以错误结束：{error}",
    ),
    "grade-fails-line": (
        "The normal run ends with an error in line {line}: {error}",
        "正常运行在第 {line} 行以错误结束：{error}",
    ),
    "grade-bad-syntax": (
        "Line {line} is no Python: {error}",
        "第 {line} 行不是合法的 Python：{error}",
    ),
    "breach-line": ("Line {line}: {said}", "第 {line} 行：{said}"),
    "breach-kept": ("`{text}` is missing.", "缺少 `{text}`。"),
    "breach-unexecuted": (
        "`{text}` stands there, but is not sure to be executed.",
        "`{text}` 还在，但不一定执行得到。",
    ),
    "breach-bound": (
        "`{text}` is given another meaning; it has to mean what it meant.",
        "`{text}` 被赋予了新的含义；它的含义要和原来一样。",
    ),
    "breach-import": ("`{text}` may not be imported here.", "这里不能导入 `{text}`。"),
    "breach-more-prints": (
        "`{text}` is no statement that printed before; what prints stays as it is.",
        "原来没有 `{text}` 这样的打印语句；打印语句要保持原样。",
    ),
    "breach-print-gone": (
        "`{text}` is missing in its function; what prints stays as it is.",
        "原来的函数里缺少 `{text}`；打印语句要保持原样。",
    ),
    "breach-without": (
        "`{text}` is not to be used here.",
        "这里不能用 `{text}`。",
    ),
    "state-reached": ("reached", "已达到"),
    "state-broken": ("not reached", "未达到"),
    "state-open": ("not known", "尚不清楚"),
    "end-deadlock": ("It ends in a deadlock.", "它以死锁结束。"),
    "end-failed": ("It ends with an error: {detail}", "它以错误结束：{detail}"),
    "end-exit": ("It ends with exit status {detail}.", "它以退出状态 {detail} 结束。"),
    "grade-schedule": ("That run: --schedule {token}", "重现这次运行：--schedule {token}"),
    "grade-printed": ("It prints:", "它打印："),
    "grade-nothing": ("It prints nothing.", "它什么也没打印。"),
}
