"""Why a line stands where it stands: how its turn came; then what promises its place."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "came-begun": ("The program starts {who}{at}", "程序启动了 {who}{at}"),
    "came-begun-callback": ("The program schedules {who}{at}", "程序登记了 {who}{at}"),
    "came-made": ("{by} creates {who}{in_turn}{at}", "{by}{in_turn}创建了 {who}{at}"),
    "came-yielded": (
        "{who} goes to the end of the queue{in_turn}{at}",
        "{who}{in_turn}让出，回到队尾{at}",
    ),
    "came-woken": (
        "{who} waits for {on}{since} until {by} lets it go on{in_turn}{at}",
        "{who} 等待 {on}{since}，直到 {by}{in_turn}让它继续{at}",
    ),
    "came-ended": (
        "{who} waits for {on}{since} until {by} ends{in_turn}",
        "{who} 等待 {on}{since}，直到 {by}{in_turn}结束",
    ),
    "came-failed": (
        "{who} waits for {on}{since} until {by} fails{in_turn}: {error}",
        "{who} 等待 {on}{since}，直到 {by}{in_turn}失败：{error}",
    ),
    "came-due": (
        "{who} waits for {on}{since}, due at {due} s",
        "{who} 等待 {on}{since}，{due} 秒到期",
    ),
    "came-over": (
        "{who} waits for {on}{since}, but all that is to come is there already",
        "{who} 等待 {on}{since}，而要等的结果其实都已经有了",
    ),
    "came-ended-cancelled": (
        "{who} waits for {on}{since} until {by} ends cancelled{in_turn}",
        "{who} 等待 {on}{since}，直到 {by}{in_turn}以取消结束",
    ),
    "came-timed out": (
        "{who} waits for {on}{since} until its timeout{at} runs out, at {due} s",
        "{who} 等待 {on}{since}，它的超时{at}在 {due} 秒到期",
    ),
    "came-timed out-callback": (
        "The timeout of {who}{at} runs out at {due} s",
        "{who} 的超时{at}在 {due} 秒到期",
    ),
    "came-timed out-through": (
        "{through} waits for {who} until its timeout{at} runs out, at {due} s, and cancels {who}",
        "{through} 等待 {who}，{through} 的超时{at}在 {due} 秒到期，{who} 随之被取消",
    ),
    "came-cancelled-through": (
        "{by} cancels {through}{in_turn}{at}, which waits for {who}: so {who} is cancelled",
        "{by}{in_turn}取消了 {through}{at}，{through} 等待的 {who} 随之被取消",
    ),
    "came-due-callback": ("{who} is due at {due} s{at}", "{who} 定在 {due} 秒运行{at}"),
    "came-cancelled": (
        "{by} cancels {who}{in_turn}{at}, while it waits for {on}{since}",
        "{by}{in_turn}取消了 {who}{at}，它正在等待 {on}{since}",
    ),
    "came-cancelled-woken": (
        "{by} cancels {who}{in_turn}{at}, though what it waited for, {on}{since}, had just come",
        "{by}{in_turn}取消了 {who}{at}，而它等待的 {on}{since} 刚刚有了结果，还没来得及继续",
    ),
    "came-cancelled-ready": (
        "{by} cancels {who}{in_turn}{at}, while it is ready{since}",
        "{by}{in_turn}取消了 {who}{at}，它正处于就绪状态{since}",
    ),
    "came-cancelled-first": (
        "{by} cancels {who}{in_turn}{at}, before its first turn: none of its lines run",
        "{by}{in_turn}取消了 {who}{at}，它还没运行过：它的代码一行都不会执行",
    ),
    "holds": (
        "Meanwhile {who} holds the thread, from {begins} s to {ends} s (turn {turn}).",
        "其间 {who} 占着线程，从 {begins} 秒到 {ends} 秒（第 {turn} 个轮次）。",
    ),
    "came-asked": (
        "{by} schedules {who}{in_turn}{at}",
        "{by}{in_turn}登记了 {who}{at}",
    ),
    "came-thread": ("The thread {by} lets {who} go on{at}", "线程 {by} 让 {who} 继续{at}"),
    "came-thread-callback": ("The thread {by} schedules {who}{at}", "线程 {by} 登记了 {who}{at}"),
    "came-io": (
        "{who} waits for {on}{since} until something comes from the network",
        "{who} 等待 {on}{since}，直到网络上有了数据",
    ),
    "came-io-callback": (
        "{who} is registered{at}, and something comes from the network",
        "{who} 已登记{at}，网络上有了数据",
    ),
    "came-signal": (
        "{who} waits for {on}{since} until a signal comes",
        "{who} 等待 {on}{since}，直到收到信号",
    ),
    "came-signal-callback": (
        "{who} is registered{at}, and a signal comes",
        "{who} 已登记{at}，这时收到了信号",
    ),
    "beside-before": (
        "It is printed before the first turn of asyncio's loop.",
        "它在 asyncio 事件循环的第一个轮次之前打印。",
    ),
    "beside-program": (
        "The program itself prints it, outside of all turns, after turn {after}.",
        "第 {after} 个轮次之后，程序自己在轮次之外打印了它。",
    ),
    "beside-thread": (
        "The thread {thread} prints it, at {time} s{after}.",
        "线程 {thread} 在 {time} 秒打印了它{after}。",
    ),
    "after-turn": (", after turn {turn} has begun", "，第 {turn} 个轮次开始之后"),
    "begun-in": (
        "The beginning of the line is printed in turn {turn}.",
        "这一行的开头在第 {turn} 个轮次就已打印。",
    ),
    "lasts": ("It holds the thread until {until} s.", "它一直占着线程，到 {until} 秒为止。"),
    "came-behind": (", behind {names}", "，排在 {names} 之后"),
    "at-line": (" (line {line})", "（第 {line} 行）"),
    "nobody-it": ("the program", "程序"),
    "in-turn": (" in turn {turn}", " 在第 {turn} 个轮次"),
    "same-turn": (
        "The same turn prints the line above: in this run, nothing suspends in between.",
        "上一行由同一个轮次打印：这次运行中，两行之间没有挂起。",
    ),
    "same-turn-here": (
        "In this run, the same turn prints the line above.",
        "在这次运行中，上一行由同一个轮次打印。",
    ),
    "same-task": (
        "{who} prints the line above, too: a coroutine runs from top to bottom.",
        "上一行也由 {who} 打印：协程自上而下执行。",
    ),
    "after": (
        "This line cannot come before the one above.",
        "这一行不可能早于上一行。",
    ),
    "always": ("Every schedule prints it.", "任何调度方案都会打印它。"),
    "always-after": (
        "No schedule prints it before the line above.",
        "没有任何调度方案会让它早于上一行。",
    ),
    "registered": (
        "Callbacks run in the order in which `call_soon` registers them; that is documented.",
        "`call_soon` 登记的回调按登记顺序运行，文档对此有承诺。",
    ),
    "by-clock": ("Only the clock puts it here.", "只是时钟让它排在这里。"),
    "by-clock-at-all": (
        "Whether it is printed at all, only the clock decides.",
        "它会不会打印，只由时钟决定。",
    ),
    "another-itself": ("another {name}", "另一个 {name}"),
    "another-thread": ("another {name}", "另一个 {name}"),
    "another-timeout": ("another timeout of {name}", "{name} 的另一个超时"),
    "another-waker": ("something else that wakes {name}", "唤醒 {name} 的另一个定时器"),
    "by-time": (
        "Only the clock puts it here: {time} s comes after {above} s.",
        "只是时钟让它排在这里：{time} 秒晚于 {above} 秒。",
    ),
    "by-chance": (
        "Another run of the same schedule may differ, by a set's order, by chance or the hour.",
        "同一调度方案再运行一次就可能不同：集合的顺序、随机数或时间使然。",
    ),
    "could-go-first": (
        "In turn {turn}, {instead} could run instead of {usual}: both are ready.",
        "第 {turn} 个轮次时 {usual} 和 {instead} 都已就绪，也可以先运行 {instead}。",
    ),
    "could-come-early": (
        "In turn {turn}, {instead} could come before {usual}, if its time ({due} s) came early.",
        "第 {turn} 个轮次时，如果 {instead} 提前触发（原定 {due} 秒），它会先于 {usual} 运行。",
    ),
    "could-go-on": (
        "In turn {turn}, {instead} could go on before {usual}.",
        "第 {turn} 个轮次时 {instead} 也可以先于 {usual} 继续。",
    ),
    "could-be-held": (
        "In turn {turn}, {usual} could be kept waiting while others run.",
        "第 {turn} 个轮次时 {usual} 也可以继续等着，让别的先运行。",
    ),
    "timeout": ("the timeout of {name}", "{name} 的超时"),
    "waker": ("what wakes {name}", "唤醒 {name} 的定时器"),
    "then-earlier": (
        "Then the line above comes later, or not at all.",
        "那样上一行就会更晚打印，或者不打印。",
    ),
    "then-missing": ("Then this line is not printed.", "那样这一行就不会打印。"),
    "more-decisions": (
        "In all, it takes {count} decisions against the queue and the clock.",
        "前后一共要做 {count} 次偏离队列或时钟顺序的选择。",
    ),
}
