"""`llms.txt` above both languages: it leads programs to the list of each language's pages."""

TITLE = "Whose turn is it? / 轮到谁了？"
SUMMARY = (
    "How Python schedules coroutines, in English and in Chinese.",
    "Every program is run, the order of its output checked, and every rule says who promises it.",
    "中英双语讲解 Python 怎样调度协程。",
    "每个程序都跑过，输出的先后都核对过，每条规则都写明由谁保证。",
)
LISTS = {
    "en": ("English", "every page as Markdown, by chapter"),
    "zh": ("中文", "每一页的 Markdown，按章排列"),
}


def llms(site_url: str) -> str:
    """Return the file; `site_url` is the public address of the site, "" if it has none."""
    root = f"{site_url.rstrip('/')}/" if site_url else ""
    lists = "".join(
        f"- [{name}]({root}{language}/llms.txt): {what}\n"
        for language, (name, what) in LISTS.items()
    )
    summary = "".join(f"> {sentence}\n" for sentence in SUMMARY)
    return f"# {TITLE}\n\n{summary}\n## Languages\n\n{lists}"
