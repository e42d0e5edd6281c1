"""Words of the playground: its editor, what can be pressed, and what becomes of a link."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "playground-editor-keys": (
        "Ctrl+Enter runs. Tab indents; Escape, then Tab, leaves the editor.",
        "Ctrl+Enter 运行。Tab 缩进；先按 Esc 再按 Tab 离开编辑器。",
    ),
    "playground-label": ("Program", "程序"),
    "playground-run": ("Run", "运行"),
    "playground-stop": ("Stop", "停止"),
    "playground-own": ("Back to your program", "回到你的程序"),
    "menu-programs-close": ("Close", "关闭"),
    "playground-cleared": (
        "This browser no longer keeps your program; you can go back to it until you type or leave.",
        "浏览器里不再保留你的程序；输入或离开之前，还能回到它。",
    ),
    "playground-paste": (
        "Paste your program: it replaces what is selected.",
        "粘贴你的程序，会换掉选中的内容。",
    ),
    "playground-came-by-link": (
        "This program came with a link. Read it first: nothing runs before you press Run.",
        "这个程序是链接带来的。先读一读：不点“运行”，什么也不会运行。",
    ),
    "playground-programs": ("Programs of this site", "本站的程序"),
    "menu-programs-search": ("Search names, titles and code", "搜索名称、标题和代码"),
    "menu-programs-none": ("No program has all these words.", "没有哪个程序包含所有这些词。"),
    "playground-programs-failed": (
        "The programs of this site could not be loaded.",
        "无法加载本站的程序。",
    ),
    "playground-no-program": (
        "This site has no program of the name in this link.",
        "本站没有这个链接所说的程序。",
    ),
    "playground-link-broken": (
        "This link is damaged: there is no program in it that could be read.",
        "这个链接已损坏，读不出里面的程序。",
    ),
    "playground-link-large": (
        "A link carries a program of at most 64 KB and 5,000 lines.",
        "链接里的程序最多 64 KB、5000 行。",
    ),
    "playground-link-newer": (
        "This link is of a newer kind than this copy of the site: reload the page.",
        "这个链接的格式比这个页面新，请刷新页面。",
    ),
    "playground-share": ("Share and save", "分享与保存"),
    "playground-share-link": ("Link to this program", "这个程序的链接"),
    "playground-share-run": ("with the run that is shown", "连同现在显示的这次运行"),
    "playground-share-copy": ("Copy link", "复制链接"),
    "playground-share-send": ("Send…", "发送…"),
    "playground-share-file": ("Download the program", "下载程序"),
    "playground-share-picture": ("Download the picture", "下载图"),
    "playground-share-markdown": ("Copy as Markdown", "复制为 Markdown"),
    "playground-share-here": ("Run it in the playground", "在演练场里运行"),
    "playground-share-copied": ("Copied.", "已复制。"),
    "playground-share-failed": (
        "This browser did not allow it.",
        "浏览器没有允许这个操作。",
    ),
    "playground-loading": ("Loading Python", "正在加载 Python"),
    "playground-amount": ("{loaded} of {total} MB", "{loaded} / {total} MB"),
    "playground-starting": ("Starting Python", "正在启动 Python"),
    "playground-running": ("Running", "正在运行"),
    "playground-exploring": (
        "Looking at what else it could print",
        "正在查找其他可能的输出",
    ),
    "playground-complete": ("Done", "已完成"),
    "playground-changed": (
        "The program has changed since: this is the result of the earlier text.",
        "程序改过了，下面是改动之前的结果。",
    ),
    "playground-at-line": ("Line {line}: {message}", "第 {line} 行：{message}"),
    "without-playground": (
        (
            "With JavaScript, the program below can be edited and run here."
            " Without it, `turns` runs it on your machine: [](#own-program-page)."
        ),
        (
            "有 JavaScript 时，下面的程序可以在这里修改、运行。"
            "没有的话，`turns` 可以在你自己的机器上运行它：[](#own-program-page)。"
        ),
    ),
    "playground-failed-file": (
        "A page on a disk cannot load Python: it has to come from a server.",
        "直接从磁盘打开的页面无法加载 Python，要通过服务器打开。",
    ),
    "playground-failed-not-built": (
        "This copy of the site was built without Python, so nothing can be run here.",
        "这份网站没有带上 Python，无法运行程序。",
    ),
    "playground-failed-offline": (
        "Python could not be loaded: there is no connection.",
        "连不上网，无法加载 Python。",
    ),
    "playground-failed-changed": (
        "The site has changed meanwhile: reload the page.",
        "网站刚刚更新过，请刷新页面。",
    ),
    "playground-failed-no-wasm": (
        "This browser has no WebAssembly, for which Python here is made.",
        "这个浏览器没有 WebAssembly，无法运行 Python。",
    ),
    "playground-failed-old": (
        "This browser is too old to run Python in a page.",
        "这个浏览器太旧，无法在页面里运行 Python。",
    ),
    "playground-failed-blocked": (
        "Something in this browser keeps the frame in which Python would run from loading.",
        "浏览器拦住了运行 Python 的框架。",
    ),
    "playground-failed-broken": (
        "Python could not be started in this browser.",
        "Python 在这个浏览器里无法启动。",
    ),
    "playground-run-over": (
        "The program itself has run to its end; only the search for other orders has not.",
        "程序本身已经运行完，只是其他顺序还没有查完。",
    ),
    "playground-advice-time": (
        "Run it again, or make the program shorter.",
        "可以再运行一次，或者把程序改短。",
    ),
    "playground-failed-stopped": ("Stopped.", "已停止。"),
    "playground-failed-time": ("Stopped: it took too long.", "已停止：用时太长。"),
    "playground-failed-memory": (
        "Stopped: it needs more memory than there is here.",
        "已停止：用的内存超过了上限。",
    ),
    "playground-failed-output": (
        "Stopped: its output is too long to be shown.",
        "已停止：输出太长，显示不下。",
    ),
    "playground-failed-malformed": (
        "Stopped: what came out of this program is no answer of `turns`.",
        "已停止：这个程序返回的不是 `turns` 的结果。",
    ),
    "playground-failed-crashed": (
        "Python broke down under this program. It can be run again.",
        "程序让 Python 崩溃了，可以再运行一次。",
    ),
}
