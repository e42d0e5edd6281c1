"""Words of the questions that a card asks, and of its verdicts."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "predict-ask": (
        (
            "What does it print, and in which order?"
            " Put the lines in order: drag them, press the arrows, or use the keys ↑ and ↓."
        ),
        "它会打印什么，顺序如何？请排好这些行：可以拖动，可以点箭头，也可以用 ↑、↓ 键。",
    ),
    "predict-ask-first": ("What does it print first?", "它最先打印什么？"),
    "predict-ask-values": (
        "So far it has printed this. What comes next?",
        "到此为止它打印了这些，接下来是什么？",
    ),
    "predict-ask-promise": (
        "Who promises that “{line}” is printed after “{above}”?",
        "是谁保证“{line}”在“{above}”之后打印？",
    ),
    "predict-by-program": (
        "The program itself: every schedule keeps them in this order.",
        "程序本身：不管怎么调度，先后都是这样。",
    ),
    "predict-by-documented": (
        "Python’s documentation: callbacks run in the order of registration.",
        "Python 文档：回调按登记的先后运行。",
    ),
    "predict-by-clock": (
        "Only time: it takes longer, or is due later.",
        "只有时间：它花的时间更长，或者到期更晚。",
    ),
    "predict-by-queue": (
        "Only the ready queue: it happens to stand so, and another schedule has another order.",
        "只有就绪队列：当时恰好这样排，换一种调度方案，先后就可能不同。",
    ),
    "predict-by-nobody": (
        "Nobody: with the same schedule, another run may have another order.",
        "没有谁：调度方案不变，再运行一次，先后也可能不同。",
    ),
    "predict-check": ("Check", "核对"),
    "predict-show": ("Show me", "直接看答案"),
    "predict-up": ("Up: {text}", "上移：{text}"),
    "predict-down": ("Down: {text}", "下移：{text}"),
    "card-moved": (
        "“{text}” is line {place} of {count}.",
        "“{text}”现在是第 {place} 行，共 {count} 行。",
    ),
    "card-try-again": ("Try again", "再试一次"),
    "player-right": ("Right: that is the order.", "正确，就是这个顺序。"),
    "player-wrong": ("That is not the order.", "不是这个顺序。"),
    "player-possible": (
        "Possible, but not what asyncio’s queue does: another schedule prints your order.",
        "有可能，但 asyncio 的队列不是这样排的：换一种调度方案，就会打印出你的顺序。",
    ),
    "player-ruled-out": (
        (
            "The documentation rules it out: callbacks run in the order of registration."
            " Nothing else in the program forbids your order."
        ),
        "文档排除了这种顺序：回调要按登记的先后运行。除此之外，程序里没有什么不允许你的顺序。",
    ),
    "player-impossible-first": (
        "Not possible: in no outcome is “{line}” printed first.",
        "不可能：无论什么结局，最先打印的都不会是“{line}”。",
    ),
    "player-impossible": (
        "Not possible from line {place} on: in no outcome does “{line}” follow the lines above it.",
        "从第 {place} 行起就不可能了：上面几行这样排，无论什么结局，接下来都不会是“{line}”。",
    ),
    "card-choose": ("Choose an answer first.", "请先选一个答案。"),
    "player-right-answer": ("Right.", "正确。"),
    "player-not-promised": (
        "Not “{name}”. That would mean: {meaning}",
        "不是“{name}”。那意味着：{meaning}",
    ),
    # What is behind a wrong answer: a mistake, see `turns.exploring.mistakes`, or less than that.
    "player-mistake-starts-at-once": (
        (
            "It would be so if create_task() ran the task at once. It only queues the first step;"
            " the caller goes on."
        ),
        (
            "如果 create_task() 会马上运行任务，结果就是这样；"
            "其实它只把第一步放进队列，调用者接着往下走。"
        ),
    ),
    "player-mistake-starts-when-awaited": (
        (
            "It would be so if a task began when it is awaited. It begins when its turn comes,"
            " whoever awaits it."
        ),
        "如果任务到被 await 时才开始，结果就是这样；其实轮到它就开始，跟谁 await 它无关。",
    ),
    "player-mistake-call-starts": (
        (
            "It would be so if calling a coroutine function ran it. The call only builds the"
            " coroutine."
        ),
        "如果调用协程函数就会运行它，结果就是这样；其实调用只是创建协程对象。",
    ),
    "player-mistake-await-switches": (
        (
            "It would be so if each await let the others have a turn. It does so only if what is"
            " awaited is not finished."
        ),
        "如果每个 await 都会让别的任务先运行，结果就是这样；其实只有等的东西还没完成时才会让出。",
    ),
    "player-mistake-awaits-overlap": (
        (
            "It would be so if coroutines awaited one after the other ran at the same time. Without"
            " tasks, each one is over before the next begins."
        ),
        (
            "如果先后 await 的协程会同时运行，结果就是这样；"
            "其实不建任务，就要等前一个结束，后一个才开始。"
        ),
    ),
    "player-mistake-pause-holds": (
        (
            "It would be so if nobody else ran while one sleeps. asyncio.sleep() gives up the"
            " turn, even with 0."
        ),
        (
            "如果 sleep 时别人都不能运行，结果就是这样；"
            "其实 asyncio.sleep() 会让出轮次，参数为 0 也一样。"
        ),
    ),
    "player-mistake-blocking-pauses": (
        (
            "It would be so if time.sleep() let the others run. It holds the thread, and the loop"
            " with it."
        ),
        "如果 time.sleep() 会让别的任务运行，结果就是这样；其实它占着线程，整个循环都停着。",
    ),
    "player-mistake-wakes-at-once": (
        (
            "It would be so if whoever is woken or cancelled went on at once. He joins the end of"
            " the ready queue."
        ),
        "如果被唤醒或被取消的任务会马上接着运行，结果就是这样；其实它排到就绪队列的末尾。",
    ),
    "player-mistake-zero-is-soon": (
        (
            "It would be so if a timer of zero seconds went straight into the ready queue. It comes"
            " there in the next pass."
        ),
        "如果零秒的定时器会直接进就绪队列，结果就是这样；其实它要到下一圈才进去。",
    ),
    "player-mistake-gather-as-finished": (
        (
            "It would be so if gather() gave the results in the order of finishing. It gives them"
            " in the order of its arguments."
        ),
        "如果 gather() 按完成的先后给出结果，结果就是这样；其实它按参数的顺序。",
    ),
    "player-mistake-gather-cancels": (
        (
            "It would be so if gather() cancelled the others when one fails. They keep running;"
            " a TaskGroup cancels."
        ),
        (
            "如果一个失败，gather() 就取消其余的，结果就是这样；"
            "其实它们照常运行，会取消的是 TaskGroup。"
        ),
    ),
    "player-mistake-schedule": (
        "Possible, but not what asyncio’s queue does: another schedule prints it here.",
        "有可能，但 asyncio 的队列不是这样排的：换一种调度方案，这里才会打印它。",
    ),
    "player-mistake-clock": (
        "That takes a timer that fires early; as long as each keeps its time, it does not happen.",
        "除非有定时器提前触发；只要都准时，就不会这样。",
    ),
    "player-mistake-counted": ("That is one off; count again.", "差了一，请再数一遍。"),
    "player-mistake-later": ("That is printed too, but later.", "它也会打印，不过在后面。"),
    "player-yours": ("Your order", "你的顺序"),
    "player-real": ("What it prints", "实际输出"),
    "player-score": (
        "In this chapter: {right} of {tried} right at the first try.",
        "本章：{tried} 题里第一次就答对 {right} 题。",
    ),
    "player-forget": ("Forget this", "清除记录"),
}
