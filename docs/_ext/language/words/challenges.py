"""Words of the page of challenges: programs that a reader is to mend, and what becomes of that."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "challenge-goals": ("Goals, in every schedule", "目标（每种调度方案都要达到）"),
    "challenge-rules": ("What counts besides", "此外"),
    "challenge-rule": (
        "The rule behind it: {rule}.",
        "背后的规则：{rule}。",
    ),
    "challenge-grade": (
        "On your machine, save your program as a file, and let `turns` grade it:",
        "在自己的机器上，把改好的程序存成文件，让 `turns` 判定：",
    ),
    "challenge-solution": ("Show a solution", "显示一种解法"),
    "challenges-edit-and-grade": ("Edit and grade", "修改并判定"),
    "challenges-count-solved": (
        "{solved} of {count} solved.",
        "{count} 题里解出了 {solved} 题。",
    ),
    "challenges-is-solved": ("solved", "已解出"),
    "challenges-next-unsolved": ("Next: {title}", "下一题：{title}"),
    "challenges-forget-solved": ("Forget this", "清除记录"),
    "challenges-no-grading": (
        "The editor could not be loaded. Press again to try once more.",
        "编辑器没能加载，再点一次重试。",
    ),
    "grading-challenge-code": ("Your program", "你的程序"),
    "grading-challenge-reset": ("Begin again", "恢复原样"),
    "grading-challenge-verdict": ("Verdict", "判定"),
    "grading-challenge-prints": ("That run prints:", "这次运行打印："),
    "grading-challenge-nothing": ("That run prints nothing.", "这次运行什么也没打印。"),
    "grading-challenge-play": ("Step through that run", "逐步看这次运行"),
    "grading-challenge-reached": ("reached", "已达到"),
    "grading-challenge-broken": ("not reached", "未达到"),
    "grading-challenge-open": ("not known", "尚不清楚"),
}
