"""Marks, what they mean, and what was found altogether."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "program": ("program", "程序"),
    "documented": ("documented", "文档"),
    "clock": ("clock", "时钟"),
    "queue": ("queue", "队列"),
    "nobody": ("nobody", "无人"),
    "unknown": ("unknown", "未知"),
    "earlier": ("earlier", "提前"),
    "missing": ("missing", "缺失"),
    "means-program": (
        "is printed after the line above in every outcome",
        "在每个结局中都打印在上一行之后",
    ),
    "means-documented": (
        "is printed after it as long as `call_soon` keeps the order of registration",
        "只要 `call_soon` 保持登记顺序，就打印在上一行之后",
    ),
    "means-clock": (
        "is printed after it only because of how long things take",
        "打印在上一行之后，只因为各件事花的时间不同",
    ),
    "means-queue": (
        "is printed after it only because the ready queue happened to be in that order",
        "打印在上一行之后，只因为就绪队列碰巧是这个顺序",
    ),
    "means-nobody": (
        "another run of the same schedule differs: the order of a set, chance, the hour",
        "同一调度方案再运行一次就可能不同：集合的顺序、随机数、时间",
    ),
    "means-unknown": (
        "whether anything promises it is not known",
        "有没有什么保证它，不知道",
    ),
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
    "nothing-proven": ("nothing is proven: {why}", "无法证明：{why}"),
    "cannot-follow": (
        "nothing is proven, for the search cannot follow {what}",
        "无法证明，因为搜索无法跟踪：{what}",
    ),
    "line-of": ("{what} (line {lines})", "{what}（第 {lines} 行）"),
    "places-of": ("{what} ({lines})", "{what}（{lines}）"),
    "lines-of": ("{what} (lines {lines})", "{what}（第 {lines} 行）"),
    "not-kept": (
        "  A notify() that comes before anybody waits wakes nobody, and is not kept.",
        "  没有人等待时的 notify() 谁也唤醒不了，也不会留到以后。",
    ),
    "more-waiting": ("  and {count} more", "  另有 {count} 个"),
    "more-time": ("(--limit SECONDS gives it more time)", "（用 --limit 可以多给它些时间）"),
    "more-errors": ("… {count} more lines", "…… 另有 {count} 行"),
    "stderr-apart": (
        (
            "what goes to stderr is shown, but not compared; to have it compared, print it to"
            " stdout, or log there with logging.basicConfig(stream=sys.stdout)"
        ),
        (
            "写到 stderr 的内容会显示，但不参与比较；想比较就打印到 stdout，"
            "日志则用 logging.basicConfig(stream=sys.stdout)"
        ),
    ),
    "went-on": ("it went on without {what}", "程序没有得到它要的，仍然继续：{what}"),
    "computed": (
        "turn {turn}{lines} computed for about {seconds} s, which the virtual clock does not count",
        "第 {turn} 个轮次{lines}实际计算了大约 {seconds} 秒，虚拟时钟没有把它算进去",
    ),
    "at-lines": (", lines {lines},", "（第 {lines} 行）"),
    "more-lines": (
        "({count} more lines; --json has them all)",
        "（另有 {count} 行；--json 给出全部）",
    ),
}
