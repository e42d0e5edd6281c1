"""Whatever says what time it is follows virtual time; whatever only converts a time is the same."""

import datetime as dt
import textwrap
import time
import warnings
from pathlib import Path

import pytest
from watched import main_of, run

from turns.runtime.clock import EPOCH

READINGS = [
    "time.time()",
    "time.time_ns() / 1e9",
    "time.monotonic()",
    "time.perf_counter_ns() / 1e9",
    "asyncio.get_running_loop().time()",
    "time.mktime(time.localtime())",
    "time.mktime(time.localtime(None))",
    "time.mktime(time.gmtime())",
    "time.mktime(time.strptime(time.ctime()))",
    "time.mktime(time.strptime(time.ctime(None)))",
    "time.mktime(time.strptime(time.asctime()))",
    "float(time.strftime('%s'))",
    "time.clock_gettime(time.CLOCK_REALTIME)",
    "time.clock_gettime_ns(time.CLOCK_MONOTONIC) / 1e9",
    "os.times().elapsed",
    "datetime.datetime.now().timestamp()",
    "datetime.datetime.now(datetime.timezone.utc).timestamp()",
    "datetime.datetime.now(tz=zoneinfo.ZoneInfo('Asia/Shanghai')).timestamp()",
    "datetime.datetime.utcnow().timestamp()",
    "datetime.datetime.today().timestamp()",
    "datetime.date.today().toordinal() * 86400",
    "logging.LogRecord('', 0, '', 0, '', (), None).created",
    "logging.LogRecord('', 0, '', 0, '', (), None).relativeCreated / 1e3",
    "uuid.uuid1().time / 1e7",
    "email.utils.localtime().timestamp()",
    "email.utils.mktime_tz(email.utils.parsedate_tz(email.utils.formatdate()))",
    "sched.scheduler().timefunc()",
]
IMPORTS = "import datetime, email.utils, logging, os, sched, uuid, warnings, zoneinfo\n"


@pytest.mark.parametrize("reading", READINGS)
def test_a_sleep_moves_it(reading: str) -> None:
    """By as much as was slept."""
    days = 864_000
    source = f"""
        warnings.simplefilter("ignore")
        before = {reading}
        await asyncio.sleep({days})
        print(round({reading} - before))
        """
    assert run(IMPORTS + main_of(source)).output == [str(days)]


@pytest.mark.parametrize(
    "call",
    [
        "time.localtime(0.5)",
        "time.gmtime(86400)",
        "time.ctime(1e9)",
        "time.asctime(time.gmtime(5))",
        "time.strftime('%Y-%m-%d', time.gmtime(7))",
        "time.strftime(format='%Y')",
        "time.strftime('%Y', None)",
        "time.localtime('x')",
        "time.localtime(1, 2)",
        "time.asctime(None)",
        "time.gmtime(secs=1)",
        "time.clock_gettime()",
        "time.clock_gettime(clk_id=1)",
        "time.clock_gettime(10**6)",
        "time.clock_gettime_ns('x')",
        "datetime.datetime.now(5)",
        "datetime.datetime.fromtimestamp(5, datetime.timezone.utc)",
        "time.localtime().tm_zone",
        "time.localtime().tm_gmtoff",
    ],
)
def test_what_is_given_a_time_is_the_same(call: str) -> None:
    """And so is what goes wrong."""
    source = f"try:\n    print(repr({call}))\nexcept Exception as error:\n    print(repr(error))\n"
    lines: list[str] = []
    exec(source, {"time": time, "datetime": dt, "print": lines.append})  # noqa: S102
    assert run(f"import datetime, time\n{source}").output == lines


def test_processors_do_not_work_while_all_wait() -> None:
    """As in reality; computing takes none of the virtual time."""
    outcome = run(
        main_of("""
        import os
        def worked():
            times = os.times()
            return (time.process_time(), time.thread_time_ns() / 1e9, times.user + times.system,
                time.clock_gettime(time.CLOCK_PROCESS_CPUTIME_ID))
        before = worked()
        await asyncio.sleep(3)
        time.sleep(3)
        print([round(b - a, 2) for a, b in zip(before, worked())])
        end = time.monotonic() + 0.5
        while time.monotonic() < end:
            pass
        print([round(b - a, 2) for a, b in zip(before, worked())])
        """)
    )
    assert outcome.output == [str([0.0] * 4), str([0.5] * 4)]


def test_all_agree_on_the_day() -> None:
    """The virtual clock begins at an hour of its own, the same in each run."""
    outcome = run("""
        import datetime, time
        now = [time.time(), time.mktime(time.localtime()), datetime.datetime.now().timestamp()]
        day = datetime.date.today()
        print(*map(round, now), day == datetime.datetime.fromtimestamp(now[0]).date())
        """)
    assert outcome.output == [f"{EPOCH:.0f} {EPOCH:.0f} {EPOCH:.0f} True"]


def test_classes_of_datetime_stay_what_they_are() -> None:
    """Nobody can tell that a method is another one: by type, by heir, by pickle, by isinstance."""
    outcome = run("""
        import pickle
        from datetime import date, datetime, timedelta, timezone
        class Mine(datetime):
            @classmethod
            def fromtimestamp(cls, *args):
                raise AssertionError("now does not ask")
        class Day(date):
            pass
        now = datetime.now()
        print(type(now) is datetime, pickle.loads(pickle.dumps(now)) == now)
        print(isinstance(Mine.now(), datetime), type(Mine.now()).__name__, end=" ")
        print(type(Day.today()).__name__)
        zone = timezone(timedelta(hours=8))
        print(Mine.now(zone).utcoffset(), Mine.now(tz=zone).tzinfo is zone, now.tzinfo)
        print(datetime.today() - now < timedelta(seconds=1), now.replace(year=1).year)
        """)
    assert outcome.output == [
        "True True",
        "True Mine Day",
        "8:00:00 True None",
        "True 1",
    ], outcome.error


def test_a_library_has_datetime_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was imported before, and keeps the class itself."""
    (tmp_path / "has_the_time.py").write_text(
        "from datetime import datetime as Moment\ndef now():\n    return Moment.now().timestamp()\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    import has_the_time  # type: ignore[import-not-found]  # noqa: PLC0415 - written above

    real = has_the_time.now()
    outcome = run("""
        import has_the_time, time
        time.sleep(100)
        print(round(has_the_time.now()))
        """)
    assert outcome.output == [f"{EPOCH + 100:.0f}"]
    assert 0 <= has_the_time.now() - real < 1000


@pytest.mark.parametrize(
    "end", ["pass", "1 / 0", "raise SystemExit", "import os; os._exit(3)", "input()"]
)
def test_the_real_ones_are_put_back(end: str) -> None:
    """However the run has ended, even for code that has specialised itself on the methods."""
    names = [(dt.datetime, "now"), (dt.datetime, "utcnow"), (dt.date, "today")]
    before = [vars(kind)[name] for kind, name in names]

    def year() -> int:
        return dt.datetime.now(dt.UTC).year

    assert all(year() > 2020 for _ in range(100))
    outcome = run(f"import datetime\nprint(datetime.datetime.now().year)\n{end}\n")
    assert outcome.output == ["2001"]
    assert [vars(kind)[name] for kind, name in names] == before
    assert all(year() > 2020 for _ in range(100))


def test_utcnow_warns_as_ever() -> None:
    """Of the line that calls it; from Python 3.12 on."""
    source = """
        import datetime, warnings
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            now = datetime.datetime.utcnow()
        print(now, [(str(one.message), one.lineno, one.filename) for one in caught])
        """
    namespace: dict[str, object] = {}
    with warnings.catch_warnings():
        exec(  # noqa: S102 - the same, in reality
            compile(textwrap.dedent(source).replace("print", "caught ="), "program.py", "exec"),
            namespace,
        )
    [line] = run(source).output
    assert line.startswith("2001-09-09 01:46:40")
    assert line.endswith(str(namespace["caught"][1]))  # type: ignore[index]
