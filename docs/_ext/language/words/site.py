"""Words of the pages around the cards, of search, books and live preview."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "promised-by": ("What promises it: {by}", "由什么保证：{by}"),
    "promised-since": (
        "What promises it: {by}; since Python {since}",
        "由什么保证：{by}；从 Python {since} 起",
    ),
    "rules-rule": ("Rule", "规则"),
    "rules-promise": ("Promised by", "由什么保证"),
    "rules-since": ("Since", "起始版本"),
    "rules-program": ("Program that shows it", "演示它的程序"),
    "rules-always": ("before {oldest}", "早于 {oldest}"),
    "rules-documentation": ("the documentation", "文档"),
    "rules-implementation": ("CPython", "CPython 的实现"),
    "rules-measurement": ("nothing: measured", "没有保证，实测如此"),
    "catalogue-program": ("Program", "程序"),
    "catalogue-loop": ("Event loop", "事件循环"),
    "catalogue-pythons": ("Versions that ran", "跑过的版本"),
    "catalogue-date": ("When", "日期"),
    "catalogue-asyncio": ("asyncio", "asyncio"),
    "catalogue-uvloop": ("uvloop", "uvloop"),
    "catalogue-eager": ("eager", "急切"),
    "catalogue-pyodide": ("Pyodide", "Pyodide"),
    "catalogue-with-eager": ("asyncio, eager task factory", "asyncio，急切任务工厂"),
    "catalogue-same": ("same", "相同"),
    "catalogue-differs": ("differs", "不同"),
    "catalogue-skipped": ("skipped: needs {version}", "跳过：需要 {version}"),
    "catalogue-not-run": ("not run", "没有跑"),
    "catalogue-refused": ("refused", "拒绝"),
    "catalogue-on": ("{versions}: {said}", "{versions}：{said}"),
    "catalogue-and": ("; ", "；"),
    "catalogue-here": (
        "{program} with an eager task factory, Python {versions}",
        "{program}，使用急切任务工厂，Python {versions}",
    ),
    "catalogue-nothing": ("It prints nothing.", "什么也不打印。"),
    "versions-python": ("Python {versions}", "Python {versions}"),
    "versions-needs": ("not run: needs {version}", "没有跑：需要 {version}"),
    "colon": (": ", "："),
    "llms-site": ("About this site", "关于本站"),
    "llms-list": ("every page as Markdown, by chapter", "每一页的 Markdown，按章排列"),
    "llms-summary": (
        (
            "How Python schedules coroutines, in English and in Chinese.\n"
            "Every program is run, the order of its output checked,"
            " and every rule says who promises it."
        ),
        (
            "中英双语讲解 Python 怎样调度协程。\n"
            "每个程序都跑过，输出的先后都核对过，每条规则都写明由谁保证。"
        ),
    ),
    "documentation": ("Python’s documentation", "Python 文档"),
    "implementation": (
        "CPython’s implementation, not the documentation",
        "CPython 的实现，文档并未承诺",
    ),
    "measurement": ("nothing; it was measured", "没有保证，只是实测如此"),
    "and-so-on": (", ", "、"),
    "abbreviation": ("{short} ({long})", "{short}（{long}）"),
    "task-done": ("done", "已完成"),
    "task-open": ("to do", "未完成"),
    "site-search": ("Search", "搜索"),
    "site-keys": ("{search} ( / or {key} )", "{search}（/ 或 {key}）"),
    "site-key": ("{search} ({key})", "{search}（{key}）"),
    "search-results": ("Results", "结果"),
    "search-one": ("1 page", "1 页"),
    "search-count": ("{count} pages", "{count} 页"),
    "search-instead": (
        "Looked for “{meant}”, not “{typed}”.",
        "没有“{typed}”，已按“{meant}”查找。",
    ),
    "search-none": (
        "No page says much about “{query}”. Try other words for it, or look here:",
        "没有哪一页讲到“{query}”。换个说法试试，或者到这里找：",
    ),
    "search-glossary": ("Glossary", "术语表"),
    "search-questions": ("Forty questions", "四十问"),
    "search-ask": ("Ask on GitHub", "到 GitHub 上提问"),
    "search-slash": ("The key / leads to the search", "按 / 键开始搜索"),
    "search-failed": ("The index of the search could not be loaded.", "无法加载搜索索引。"),
    "site-copy": ("Copy", "复制"),
    "site-copied": ("Copied", "已复制"),
    "book-edition": ("{language}, version {version}, {date}", "{language}，{version} 版，{date}"),
    "book-contents": ("Contents", "目录"),
    "preview-warnings": ("Build warnings", "构建警告"),
    "preview-first": (
        "Nothing has been built yet. The page will appear here by itself.",
        "还没有构建出任何页面。构建好之后，这里会自动显示。",
    ),
    "preview-crash": ("Build failed; pages are old", "构建失败：页面还是旧的"),
}
