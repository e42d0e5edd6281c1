"""Words around every page: its drawers and buttons, the way to it, what is next, its sources."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "page-skip": ("Skip to content", "跳到正文"),
    "page-all-pages": ("All pages", "全部页面"),
    "page-this-page": ("On this page", "本页目录"),
    "page-close": ("Close", "关闭"),
    "page-theme": ("Colours", "配色"),
    "page-pages-of": ("Pages of “{title}”", "“{title}”一章的各页"),
    "page-way": ("Where you are", "当前位置"),
    "page-related": ("Next and previous page", "下一页和上一页"),
    "page-next": ("Next", "下一页"),
    "page-previous": ("Previous", "上一页"),
    "page-home": ("Home", "首页"),
    "page-top": ("Back to top", "回到顶部"),
    "page-updated": ("Last updated on {date}", "最后更新于 {date}"),
    "page-edit": ("Edit this page", "编辑本页"),
    "page-edition": ("Version {date} ({commit})", "{date} 版（{commit}）"),
    "page-made": (
        (
            'Made with <a href="https://www.sphinx-doc.org/">Sphinx</a>'
            ' and <a href="https://github.com/pradyunsg/furo">Furo</a>'
        ),
        (
            '用 <a href="https://www.sphinx-doc.org/">Sphinx</a>'
            ' 和 <a href="https://github.com/pradyunsg/furo">Furo</a> 制作'
        ),
    ),
    "page-one": ("1 page", "共 1 页"),
    "page-count": ("{count} pages", "共 {count} 页"),
    "site-read": ("read", "已读"),
    "site-progress": ("{count} read", "已读 {count} 页"),
    "site-forget-read": ("Forget what I have read", "清除阅读记录"),
    "site-theme": ("Colours: {state}. Change", "配色：{state}，点击切换"),
    "site-light": ("light", "浅色"),
    "site-dark": ("dark", "深色"),
    "site-system": ("as in the system, now {state}", "跟随系统（当前{state}）"),
}
