"""Words for all outcomes of a program, and for what never comes apart."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "outcomes-exactly": ("exactly {count}", "恰好有 {count} 种"),
    "outcomes-at-least": ("at least {count}", "至少有 {count} 种"),
    "outcomes-unknown": (
        "How many outcomes this program has is not known.",
        "不知道这个程序有几种结局。",
    ),
    "outcomes-one": (
        "This program has exactly one outcome.",
        "这个程序只有一种结局。",
    ),
    "outcomes-many": (
        "This program has {count} outcomes.",
        "这个程序{count}结局。",
    ),
    "outcomes-one-clock": (
        (
            "As long as its timers keep their times, this program has exactly one outcome;"
            " if one could fire early, as when a real server answers sooner, {clock}."
        ),
        (
            "只要定时器都准时，这个程序就只有一种结局；"
            "如果定时器可以提前触发（好比真实的服务器答得更快），{clock}。"
        ),
    ),
    "outcomes-many-clock": (
        (
            "As long as its timers keep their times, this program has {count} outcomes;"
            " if one could fire early, as when a real server answers sooner, {clock}."
        ),
        (
            "只要定时器都准时，这个程序就{count}结局；"
            "如果定时器可以提前触发（好比真实的服务器答得更快），{clock}。"
        ),
    ),
    "outcomes-deadlock": (" It ends in a deadlock.", "它以死锁告终。"),
    "outcomes-deadlock-one": (" One of them is a deadlock.", "其中一种是死锁。"),
    "outcomes-deadlocks": (" {count} of them are deadlocks.", "其中 {count} 种是死锁。"),
    "outcomes-deadlocks-some": (" Some of them are deadlocks.", "其中有的是死锁。"),
    "outcomes-deadlock-clock": (
        " With an early timer it can end in a deadlock.",
        "定时器提前触发时，它可能以死锁告终。",
    ),
    "outcomes-circle": (" What is stuck: {all}.", "死锁时，{all}。"),
    "waits-held": (
        "{task} waits{line} for {thing}, which {holder} holds",
        "{task} {line}等 {thing}（在 {holder} 手里）",
    ),
    "waits": ("{task} waits{line} for {thing}", "{task} {line}等 {thing}"),
    "waits-line": (" at line {line}", "在第 {line} 行"),
    "waits-and": (", and ", "；"),
    "ends-finished": ("it finishes", "程序正常结束"),
    "ends-deadlock": ("it ends in a deadlock: {all}", "以死锁告终：{all}"),
    "ends-failed": ("it fails with {detail}", "以 {detail} 失败"),
    "ends-exit": ("its exit status is {detail}", "退出状态为 {detail}"),
    # what is different in an outcome
    "differs": ("{said}.", "{said}。"),
    "differs-and": ("; ", "；"),
    "differs-before": ("“{line}” comes before “{above}”", "“{line}”比“{above}”先打印"),
    "differs-order": ("in this order: {lines}", "顺序变成：{lines}"),
    "differs-instead": (
        "“{line}” is printed instead of “{usual}”",
        "打印的是“{line}”，不是“{usual}”",
    ),
    "differs-missing-one": ("{lines} is not printed", "没有打印{lines}"),
    "differs-missing": ("{lines} are not printed", "没有打印{lines}"),
    "differs-more-one": ("{lines} is printed besides", "还多打印了{lines}"),
    "differs-more": ("{lines} are printed besides", "还多打印了{lines}"),
    "differs-others": ("{count} more lines", "另外 {count} 行"),
    "outcome-early": ("With an early timer: {said}", "定时器提前触发时：{said}"),
    "outcomes-others": (
        "One outcome is shown above. What else could happen:",
        "其中一种就是上面显示的。此外还可能：",
    ),
    "outcome-play": ("Play", "播放"),
    "outcome-one-more": ("One more that is not listed.", "还有 1 种，没有列出。"),
    "outcome-more": ("{count} more that are not listed.", "还有 {count} 种，没有列出。"),
    "together-two": (
        " Nothing ever comes between lines {first} and {last} of the output.",
        "输出的第 {first} 行和第 {last} 行之间绝不会插进别的行。",
    ),
    "together-more": (
        " Nothing else ever comes among lines {first} to {last} of the output.",
        "输出的第 {first} 行到第 {last} 行之间绝不会插进别的行。",
    ),
}
