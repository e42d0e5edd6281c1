"""Measure pages with Lighthouse, as on a phone, beside two peers' pages: ``nox -s lighthouse``.

All are served over loopback with gzip, ours below a path. Each figure is the median of a few runs,
since Lighthouse derives times from what this machine takes. It comes from npm, in the last version
that runs on Node.js 20. What misses its goal is named at the end, and then the exit status is 1.
"""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import astuple, dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tools.benchmarks.peers import PEERS, built
from tools.building.static_site import build
from tools.programs import TOOLS, found
from tools.project import HERE, LANGUAGES
from tools.static_server import served

LIGHTHOUSE = "lighthouse@12.8.2"
RUNS = 3
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
HOME, CHAPTERS = "index.html", ("scheduling/many-tasks.html", "await/threads-and-processes.html")
PAGES = (
    *(HOME, *CHAPTERS, "scheduling/index.html", "glossary.html", "catalogue.html"),
    *("playground.html", "challenges.html", "practice.html", "questions/index.html"),
)


@dataclass(frozen=True)
class Figures:
    """What Lighthouse says of a page: of one run, or the medians of several."""

    performance: float
    accessibility: float
    best_practices: float
    seo: float
    lcp: float
    """Largest contentful paint, s."""
    tbt: float
    """Total blocking time, ms."""
    cls: float
    """Cumulative layout shift."""
    size: float
    """KB transferred, packed and with headers."""
    requests: float
    hosts: float

    @property
    def scores(self) -> tuple[float, ...]:
        """The four scores, of 100."""
        return (self.performance, self.accessibility, self.best_practices, self.seo)

    def missed(self) -> Iterator[str]:
        """Yield the goals that a page of ours misses."""
        if min(self.scores) < 100:
            yield f"scores of {'/'.join(f'{score:.0f}' for score in self.scores)}"
        goals = (
            ("LCP of {} s", self.lcp, 1.4),
            ("blocked for {} ms", self.tbt, 20),
            ("layout shift of {}", self.cls, 0),
            ("{} KB", self.size, 60),
            ("{} requests", self.requests, 14),
            ("{} hosts", self.hosts, 1),
        )
        yield from (text.format(f"{value:.4g}") for text, value, goal in goals if value > goal)


def lighthouse() -> Path:
    """Return Lighthouse's script, fetched once."""
    folder = TOOLS / LIGHTHOUSE
    script = folder / "node_modules/lighthouse/cli/index.js"
    if not script.is_file():
        quiet = ("--silent", "--no-audit", "--no-fund", "--no-package-lock")
        command = [found("npm"), "install", "--prefix", str(folder), *quiet, LIGHTHOUSE]
        subprocess.run(command, check=True)
    return script


def measured(address: str) -> Figures:
    """Run Lighthouse once on a page."""
    command = [found("node"), str(lighthouse()), address, "--output=json", "--quiet"]
    done = subprocess.run(
        [*command, f"--chrome-flags={FLAGS}"],
        env={"CHROME_PATH": found("chromium"), **os.environ},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        sys.exit(done.stderr)
    report = json.loads(done.stdout)
    audits = report["audits"]
    requests = [
        one
        for one in audits["network-requests"]["details"]["items"]
        if one["url"].startswith("http")
    ]
    performance, accessibility, practices, seo = (
        100 * report["categories"][name]["score"] for name in CATEGORIES
    )
    return Figures(
        performance,
        accessibility,
        practices,
        seo,
        lcp=audits["largest-contentful-paint"]["numericValue"] / 1000,
        tbt=audits["total-blocking-time"]["numericValue"],
        cls=audits["cumulative-layout-shift"]["numericValue"],
        size=sum(one["transferSize"] for one in requests) / 1000,
        requests=len(requests),
        hosts=len({urlsplit(one["url"]).netloc for one in requests}),
    )


def medians(runs: Iterable[Figures]) -> Figures:
    """Return the median of each figure."""
    return Figures(*map(statistics.median, zip(*map(astuple, runs), strict=True)))


def show(page: str, figures: Figures) -> None:
    """Print a row of the table."""
    scores = "/".join(f"{score:.0f}" for score in figures.scores)
    print(
        f"{page:40} {scores:>15} {figures.lcp:6.2f} {figures.tbt:6.0f} {figures.cls:6.4f}"
        f" {figures.size:6.1f} {figures.requests:8.0f} {figures.hosts:5.0f}",
        flush=True,
    )


def behind(ours: Figures, theirs: Figures) -> Iterator[str]:
    """Yield in what a page of ours does not do better than a peer's of the same kind."""
    if ours.size >= theirs.size:
        yield f"{ours.size:.1f} KB, not less than {theirs.size:.1f}"
    if ours.lcp >= theirs.lcp:
        yield f"LCP of {ours.lcp:.2f} s, not before {theirs.lcp:.2f}"
    # Of 400; who has all of them cannot be surpassed.
    if sum(ours.scores) <= sum(theirs.scores) < 400:
        yield f"scores of {sum(ours.scores):.0f} in all, not above {sum(theirs.scores):.0f}"


def main() -> int:
    """Print the table, and what is missed."""
    sites = {peer.name: built(peer, TOOLS) for peer in PEERS}
    with ExitStack() as stack:
        address = stack.enter_context(served(HERE.site, "/whose-turn"))
        os.environ["SITE_URL"] = address
        if build(HERE, "html"):
            return 1
        ours = [f"{language}/{page}" for page in PAGES for language in LANGUAGES]
        addresses = {page: f"{address}/{page}" for page in ours}
        for peer in PEERS:
            address = stack.enter_context(served(sites[peer.name]))
            addresses |= {f"{peer.name}: {page}": f"{address}/{page}" for page in peer.pages}
        print(f"{'page':40} {'scores':>15}  LCP s TBT ms    CLS     KB requests hosts")
        figures = {}
        for page, address in addresses.items():
            figures[page] = medians(measured(address) for _ in range(RUNS))
            show(page, figures[page])
    missed = [f"{page}: {goal}" for page in ours for goal in figures[page].missed()]
    for peer in PEERS:
        for their, same in zip(peer.pages, ((HOME,), CHAPTERS), strict=True):
            theirs = figures[f"{peer.name}: {their}"]
            for page in (f"{language}/{page}" for page in same for language in LANGUAGES):
                missed += [
                    f"{page} beside {peer.name}'s {their}: {what}"
                    for what in behind(figures[page], theirs)
                ]
    print(*(f"missed: {one}" for one in missed), sep="\n")
    return bool(missed)


if __name__ == "__main__":
    sys.exit(main())
