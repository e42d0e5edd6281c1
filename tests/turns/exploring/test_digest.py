"""States that are told apart, and turns that touch nothing in common."""

import asyncio
import functools
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

from turns.exploring.digest import Digester, label
from turns.exploring.opaque import Opaque
from turns.exploring.program import CLOCK, QUEUE
from turns.exploring.strategies import Fifo
from turns.runtime.execute import execute
from turns.runtime.run import ChoicePoint
from turns.runtime.target import load

THREE = """
async def rest():
    for _ in range(5):
        await asyncio.sleep(0)
async def main():
    {setup}
    await asyncio.gather(one({arguments}), two({arguments}), rest(), rest())
asyncio.run(main())
"""
"""Two tasks to be swapped, and two more so that there is a choice afterwards."""


class _Probe(Fifo):
    """Makes the choices given by label; takes the digest at the next one."""

    def __init__(self, wanted: Sequence[str], digester: Digester) -> None:
        super().__init__(QUEUE)
        self.wanted = list(wanted)
        self.digester = digester
        self.digest: bytes | Opaque | None = None

    def pick(self, point: ChoicePoint) -> int:
        labels = [label(handle) for handle in point.handles]
        if self.digest is None and not self.wanted:
            try:
                self.digest = self.digester.digest(point.loop, point.run, set())
            except Opaque as reason:
                self.digest = reason
        return labels.index(self.wanted.pop(0)) if self.wanted else 0


def _probe(source: str, tmp_path: Path, *orders: Sequence[str]) -> list[_Probe]:
    """Run the program once for each order of choices, up to the choice after those."""
    path = tmp_path / "program.py"
    path.write_text("import asyncio\n" + source, encoding="utf-8")
    target = load(path)
    digester = Digester(target, any_timer=False)
    probes = [_Probe(order, digester) for order in orders]
    for probe in probes:
        execute(target, strategy=probe)
        assert probe.error is None
        assert probe.digest is not None
    return probes


ONE_TWO = [["step Task-2", "step Task-3"], ["step Task-3", "step Task-2"]]


def _swapped(source: str, tmp_path: Path) -> list[bytes | Opaque | None]:
    """Return the digests after one and two have taken a turn each, in both orders."""
    return [probe.digest for probe in _probe(source, tmp_path, *ONE_TWO)]


def _two(body: str, setup: str = "pass", arguments: str = "", before: str = "") -> str:
    lines = [f"    {line}" for line in body.split("\n")]
    text = before + "\n"
    for name in ("one", "two"):
        text += f"async def {name}({arguments}):\n" + "\n".join(lines).replace("NAME", name) + "\n"
        text += "    await asyncio.sleep(0)\n    await asyncio.sleep(0)\n"
    return text + THREE.format(setup=setup, arguments=arguments)


IMPORTS = """
import collections, datetime, decimal, enum, fractions, functools, itertools, operator, re, types
import typing
from contextvars import ContextVar
"""
LOGGING = """
import logging
log = logging.getLogger('a')
handler = logging.Handler()
handler.seen = []
log.addHandler(handler)
"""
CLOSES = """
class Box: pass
@typing.runtime_checkable
class Closes(typing.Protocol):
    def close(self): pass
"""
POINT = "Point = collections.namedtuple('Point', 'x y z')"
UNICODE = "UnicodeDecodeError('a', b'a', 0, 1, 'x')"
LINE = "line = collections.OrderedDict(one=1, two=2)"
DEFAULTS = """
class Line(collections.OrderedDict):
    def __missing__(self, key): self[key] = 1
line = Line()
"""
KEYS = "class dict_keys: pass\nkeys = dict_keys()"
FIELDS = {
    "NameError()": "name",
    "OSError(1, 'x')": "errno strerror filename filename2 args",
    "SyntaxError()": "msg filename lineno offset text end_lineno end_offset print_file_and_line",
    "SystemExit()": "code",
    "StopIteration()": "value",
    "ImportError()": "name path msg",
    "AttributeError()": "name obj",
    "KeyError()": "args seen",
}
"""What exceptions keep in fields of C, by an expression that makes one."""


@pytest.mark.parametrize(
    "source",
    [
        _two("mine = ['NAME']"),
        _two("mine = UnicodeError()"),
        _two("mine = re.match('a', 'a'), list[int]", before=IMPORTS + "re.compile('a')"),
        _two("mine = itertools.chain('ab'), itertools.repeat(1, 2)", before=IMPORTS),
        _two("mine = datetime.timedelta(1), decimal.Decimal(1)", before=IMPORTS),
        _two("Box().x", before=IMPORTS + "class Box: x = functools.cached_property(id)"),
        _two("mine = Point(1, 2, 3)", before=IMPORTS + POINT),
        _two("shared.add(ord('NAME'[0]))", before="shared = set()"),
        _two("sum(range(3))"),
        _two("done = asyncio.get_running_loop().create_future().set_result"),
    ],
)
def test_turns_that_change_places_lead_to_equal_states(source: str, tmp_path: Path) -> None:
    """Otherwise nothing is ever merged."""
    first, second = _swapped(source, tmp_path)
    assert isinstance(first, bytes)
    assert first == second


@pytest.mark.parametrize(
    "source",
    [
        _two("shared.append('NAME')", before="shared = []"),
        _two("shared.append('NAME')", "shared = []", "shared"),
        _two("global last; last = 'NAME'", before="last = ''"),
        _two("Box.last = 'NAME'", before="class Box: last = ''"),
        _two("box.last = 'NAME'", "box = Box()", "box", "class Box: pass"),
        _two("box.last = 'NAME'", "box = Box()", "box", "class Box: __slots__ = ('last',)"),
        _two("seen.setdefault('NAME', len(seen))", before="seen = {}"),
        _two("queue.put_nowait('NAME')", "queue = asyncio.Queue()", "queue"),
        _two("note('NAME')", before="def note(x, memory=[]): memory.append(x)"),
        _two("mine = next(numbers)", "numbers = iter(range(9))", "numbers"),
        _two("for x in numbers:\n    break", "numbers = iter([5, 6, 7])", "numbers"),
        _two(
            "try:\n    raise KeyError(next(n))\nexcept KeyError as e:\n    kept = e",
            "n = iter('ab')",
            "n",
        ),
        _two("await lock.acquire()", "lock = asyncio.Lock()", "lock"),
        _two(
            "numbers.send('NAME')",
            "numbers = keep(); next(numbers)",
            "numbers",
            "def keep():\n    got = []\n    while True: got.append((yield))",
        ),
    ],
)
def test_what_a_program_remembers_tells_states_apart(source: str, tmp_path: Path) -> None:
    """Wherever the order of two turns is kept, the digests differ."""
    first, second = _swapped(source, tmp_path)
    assert isinstance(first, bytes), first
    assert isinstance(second, bytes), second
    assert first != second


_SEEN = "import contextvars\nseen = contextvars.ContextVar('seen', default=[])"
_NOTE = "note = found['note']\ndel found"


@pytest.mark.parametrize(
    ("body", "before"),
    [
        # The last bit of a sum.
        ("global total; total += add['NAME']", "total = 0.2\nadd = {'one': 0.1, 'two': 0.7}"),
        # The order in which a set is gone through: these two want the same place.
        ("shared.add(add['NAME'])", "shared = set()\nadd = {'one': 0, 'two': 8}"),
        ("Color.RED.last = 'NAME'", "import enum\nclass Color(enum.Enum): RED = 1"),
        ("Level.LOW.last = 'NAME'", "import enum\nclass Level(enum.IntEnum): LOW = 1"),
        ("asyncio.get_running_loop().last = 'NAME'", ""),
        ("note.last = 'NAME'", "def note(): pass"),
        ("again.last = 'NAME'", "from functools import wraps as again"),
        ("asyncio.Lock.last = 'NAME'", "Lock = asyncio.Lock"),
        ("asyncio.last = 'NAME'", ""),
        ("text.last = 'NAME'", "class Text(str): pass\ntext = Text()"),
        ("rank.last = 'NAME'", "class Rank(int): pass\nrank = Rank()"),
        ("pair.last = 'NAME'", "class Pair(tuple): pass\npair = Pair()"),
        ("append('NAME')", "append = [].append"),
        ("part.last = 'NAME'", "import functools\npart = functools.partial(print)"),
        ("seen.get().append('NAME')", _SEEN),
        ("Kind.last = 'NAME'", "class Kind(type): pass\nclass Box(metaclass=Kind): pass"),
        ("error.name = 'NAME'", "error = ImportError()"),
        ("note.__globals__['last'] = 'NAME'", "found = {}\nexec('def note(): 1', found)\n" + _NOTE),
        ("last.append(add['NAME'])", "last = []\nadd = {'one': list.index, 'two': tuple.index}"),
        ("keys.append(iter(add['NAME']))", "keys = []\nadd = {'one': {}, 'two': {}}"),
        ("print('NAME')", "import io, sys\nsys.stdout = io.StringIO()"),
    ],
)
def test_what_is_hard_to_see_tells_states_apart(body: str, before: str, tmp_path: Path) -> None:
    """Where the order of two turns is kept out of sight, the digests differ, or there is none."""
    try:
        first, second = _swapped(_two(body, before=before), tmp_path)
    finally:
        for changed in (asyncio, asyncio.Lock, functools.wraps):
            vars(changed).get("last") and delattr(changed, "last")
    assert isinstance(first, Opaque) or first != second


@pytest.mark.parametrize(
    "line",
    ["helper.last = 'NAME'", "helper.note('NAME')", "note('NAME')", "helper.Box.last = 'NAME'"],
)
def test_modules_of_the_program_are_part_of_the_state(line: str, tmp_path: Path) -> None:
    """Those in its folder: what they hold, and that each run has its own."""
    helper = "all = []\ndef note(text): all.append(text)\nclass Box: pass\n"
    (tmp_path / "helper.py").write_text(helper, encoding="utf-8")
    before = "import helper\nfrom helper import note"
    source = _two(line, before=before)
    one, two, again = (probe.digest for probe in _probe(source, tmp_path, *ONE_TWO, ONE_TWO[0]))
    assert isinstance(one, bytes), one
    assert one != two
    assert one == again


def test_modules_are_found_where_others_are_hidden(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rivals of asyncio are taken out of `sys.modules` meanwhile: there are no more than before."""
    for name in ("trio", "curio"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    test_modules_of_the_program_are_part_of_the_state("helper.last = 'NAME'", tmp_path)


def _at_the_end(source: str, tmp_path: Path, late: bool) -> bytes:
    """Return the digest at the last choice, after the first or the second timer has fired first."""
    path = tmp_path / "program.py"
    path.write_text("import asyncio\n" + source, encoding="utf-8")
    target = load(path)
    digester = Digester(target, any_timer=True)
    found = []

    class Timers(Fifo):
        def pick(self, point: ChoicePoint) -> int:
            found.append(digester.digest(point.loop, point.run, set()))
            early = [i for i, option in enumerate(point.options) if option.kind == "timer"]
            return early[-1] if late and len(early) == len(point.options) else 0

    timers = Timers(CLOCK)
    execute(target, strategy=timers)
    assert timers.error is None
    return found[-1]


def test_deadline_of_a_timeout_is_no_moment(tmp_path: Path) -> None:
    """Early timers may fire at any time: after which of two, no longer matters."""
    source = """
async def nap(delay): await asyncio.sleep(delay)
async def main():
    naps = [asyncio.create_task(nap(delay)) for delay in (0.1, 0.2)]
    await asyncio.wait(naps)
    naps.clear()
    async with asyncio.timeout(1):
        await asyncio.gather(nap(0), nap(0))
asyncio.run(main())
"""
    first, second = _at_the_end(source, tmp_path, False), _at_the_end(source, tmp_path, True)
    assert isinstance(first, bytes)
    assert first == second


GLOBAL = "{}\nshared = None"
"""Of something, and of a variable that it is put into."""


def _made(expression: str, before: str = "") -> str:
    """Let one and two put in something that differs by who is last."""
    body = f"global shared\nshared = {expression}"
    return _two(body, before=GLOBAL.format(before))


@pytest.mark.parametrize(
    "source",
    [
        _two("bag.get().append('NAME')", before=IMPORTS + "bag = ContextVar('bag', default=[])"),
        _two("part.seen = 'NAME'", before=IMPORTS + "part = functools.partial(print)"),
        _two("box.seen = 'NAME'", "box = asyncio.get_running_loop().create_future()", "box"),
        _two("box.seen = 'NAME'", "box = asyncio.current_task()", "box"),
        _two("asyncio.get_running_loop().seen = 'NAME'"),
        _two("Color.RED.seen = 'NAME'", before=IMPORTS + "class Color(enum.IntEnum): RED = 1"),
        _two("asyncio.sleep.seen = 'NAME'"),
        _two("shared.seen = 'NAME'", before="shared = asyncio.Queue"),
        _two("shared.seen = 'NAME'", before="shared = staticmethod(print)"),
        _two(
            "if 'NAME' == 'one': Box.close = one\nelse: issubclass(Box, Closes)",
            before=IMPORTS + CLOSES,
        ),
        _two("shared.x = 'NAME'", before=IMPORTS + "shared = types.SimpleNamespace()"),
        _made("functools.wraps(NAME)(lambda: 1).__name__", IMPORTS),
        _two("functools.update_wrapper(f, NAME, updated=())", before=IMPORTS + "def f(): pass"),
        _made("collections.deque(maxlen=ord('NAME'[0]))", IMPORTS),
        _made("property(None, None, None, 'NAME')"),
        _two("line.move_to_end('NAME')", before=IMPORTS + LINE),
        _two("(line['NAME'], line.move_to_end('NAME'))", before=IMPORTS + DEFAULTS),
        _made("nan['NAME']", "nan = {'one': float('nan'), 'two': float('nan')}"),
        _made("-float('nan') if 'NAME' == 'one' else float('nan')"),
        _made("F(-nan if 'NAME' == 'one' else nan)", "class F(float): pass\nnan = float('nan')"),
        _two("box.a = 'NAME'", before="class Box: __slots__ = iter('a')\nbox = Box()"),
        _two("Box.__name__ = 'NAME'", before="class Box: pass"),
        _two("type(asyncio.get_running_loop()).seen = 'NAME'"),
        _two("keys.NAME = 1", before=KEYS),
        _two(
            "try: box.done() and 'NAME' == 'one' and box.result()\n"
            "except asyncio.CancelledError: pass\nbox.done() or box.cancel()",
            "box = asyncio.get_running_loop().create_future()",
            "box",
        ),
        _made("'NAME' == 'one' or 1.0"),
        _made("-0.0 if 'NAME' == 'one' else 0.0"),
        _made("list[int] if 'NAME' == 'one' else list[str]"),
        _made("slice('NAME')"),
        _made("operator.itemgetter('NAME')", IMPORTS),
        _made("itertools.repeat(1, ord('NAME'[0]))", IMPORTS),
        _made("shared or itertools.cycle(['NAME', 1])", IMPORTS),
        _made("shared or itertools.chain(['NAME'])", IMPORTS),
        _made("datetime.timedelta(ord('NAME'[0]))", IMPORTS),
        _made("decimal.Decimal(ord('NAME'[0]))", IMPORTS),
        _made("fractions.Fraction(ord('NAME'[0]))", IMPORTS),
        _made("re.compile('NAME')", IMPORTS),
        _made("re.search('n', 'NAME')", IMPORTS),
        _made("memory.set('NAME')", IMPORTS + "memory = ContextVar('memory')"),
        _two("Point.x = Point.y if 'NAME' == 'one' else Point.z", before=IMPORTS + POINT),
        *(
            _two(f"kept.{field} = ('NAME',)", before=f"kept = {error}")
            for error, fields in FIELDS.items()
            for field in fields.split()
        ),
        _two("kept.reason = 'NAME'", before=f"kept = {UNICODE}"),
        _two("kept.start = ord('NAME'[0])", before=f"kept = {UNICODE}"),
        _two("kept.characters_written = ord('NAME'[0])", before="kept = BlockingIOError(1, 'x')"),
    ],
)
def test_what_has_no_attributes_that_show_it_tells_states_apart(
    source: str, tmp_path: Path
) -> None:
    """Fields of C, attributes of what has no ``__dict__``, names that were taken over."""
    first, second = _swapped(source, tmp_path)
    assert isinstance(first, bytes), first
    assert isinstance(second, bytes), second
    assert first != second


def test_what_was_asked_of_a_future_tells_states_apart(tmp_path: Path) -> None:
    """Whether its exception was retrieved decides what is reported when it goes away."""
    source = _two(
        "box.done() and 'NAME' == 'one' and box.exception()\n"
        "box.done() or box.set_exception(KeyError())",
        "box = asyncio.get_running_loop().create_future()",
        "box",
    )
    first, second = _swapped(source, tmp_path)
    assert isinstance(first, bytes), first
    assert first != second


_LOOP = "async def one():\n    for _ in {}:\n        await asyncio.sleep(0)\n"
_DELEGATES = """
class Pauses:
    def __await__(self): yield from {}
async def one(): await Pauses()
"""


@pytest.mark.parametrize("pattern", [_LOOP, _DELEGATES])
@pytest.mark.parametrize(
    ("iterable", "hidden"),
    [
        ("[None] * 4", True),
        ("(None, None, None, None)", True),
        ("iter([None] * 4)", False),
        ("{1: None, 2: None, 3: None, 4: None}.values()", False),
    ],
)
def test_position_in_a_loop_is_part_of_the_state(
    pattern: str, iterable: str, hidden: bool, tmp_path: Path
) -> None:
    """It stands on the value stack only; after two turns of one task and after three it differs.

    From 3.15 on, that of a loop over a list or a tuple is a bare number on the stack, which nothing
    shows: then the state is not compared with any other.
    """
    source = pattern.format(iterable) + "async def two(): pass\n"
    source += THREE.format(setup="pass", arguments="")
    once, twice = ["step Task-2"] * 2, ["step Task-2"] * 3
    few, many = _probe(source, tmp_path, once, twice)
    if hidden and sys.version_info >= (3, 15):
        assert isinstance(few.digest, Opaque), few.digest
        assert "a loop's position" in str(few.digest)
    else:
        assert isinstance(few.digest, bytes), few.digest
        assert few.digest != many.digest


_STEPS = """
async def numbers():
    yield 1
source = numbers()
steps = {'one': source.asend(None), 'two': source.asend(None)}
"""


@pytest.mark.parametrize(
    ("body", "before"),
    [
        ("await steps['NAME'] if 'NAME' == 'one' else 1", _STEPS),
        ("keys.append(iter(found)); found['NAME'] = 1", "keys, found = [], {}"),
    ],
)
def test_positions_that_nothing_shows_are_opaque(body: str, before: str, tmp_path: Path) -> None:
    """Whether a step of an async generator was awaited; an iterator that would fail."""
    assert isinstance(_swapped(_two(body, before=before), tmp_path)[1], Opaque)


def test_step_that_waits_is_seen(tmp_path: Path) -> None:
    """There is one for each turn of an ``async for``, and it says nothing that is not known."""
    before = "async def numbers():\n    await asyncio.sleep(0)\n    yield 1"
    body = "async for _ in numbers(): mine = 'NAME'"
    first, second = _swapped(_two(body, before=before), tmp_path)
    assert isinstance(first, bytes), first
    assert first == second


def test_step_that_a_task_runs_is_seen(tmp_path: Path) -> None:
    """As when a loop closes a generator that was left: the task tells whether it has begun."""
    before = "async def numbers():\n    yield 1\nkept = set()"
    body = "kept.add(asyncio.get_running_loop().create_task(numbers().aclose()))"
    first, second = _swapped(_two(body, before=before), tmp_path)
    assert isinstance(first, bytes), first
    assert isinstance(second, bytes), second


def test_what_cannot_be_seen_is_opaque(tmp_path: Path) -> None:
    """An object written in C that the walk does not know is never taken as equal."""
    source = _two("shared.update(b'NAME')", before="import hashlib\nshared = hashlib.sha256()")
    assert [str(digest) for digest in _swapped(source, tmp_path)] == ["_hashlib.HASH"] * 2


def test_what_waits_for_a_second_loop_is_opaque(tmp_path: Path) -> None:
    """A list that is being built between two runs of a loop stands on no stack that can be seen."""
    source = _two("pass").replace(
        "asyncio.run(main())",
        "loop = asyncio.new_event_loop()\n"
        "kept = [loop.run_until_complete(main()), loop.run_until_complete(main())]",
    )
    path = tmp_path / "program.py"
    path.write_text("import asyncio\n" + source, encoding="utf-8")
    target = load(path)
    found = []

    class Late(Fifo):
        def pick(self, point: ChoicePoint) -> int:
            if point.run.returned:
                with pytest.raises(Opaque, match="a second time"):
                    Digester(target, any_timer=False).digest(point.loop, point.run, set())
                found.append(len(point.options))
            return 0

    late = Late(QUEUE)
    execute(target, strategy=late)
    assert late.error is None
    assert found


_COLLECTS = "import gc\ndef collect(): gc.collect()\n"


@pytest.mark.parametrize("collects", [True, False])
def test_what_a_collection_would_do_is_part_of_the_state(collects: bool, tmp_path: Path) -> None:
    """Which object with a finalizer is the oldest, for programs that collect garbage."""
    source = _two("mine = asyncio.get_running_loop().create_future()", before=_COLLECTS)
    source = source if collects else source.replace("collect", "other")
    first, second = _swapped(source, tmp_path)
    assert isinstance(first, bytes), first
    assert (first != second) is collects


@pytest.mark.parametrize(
    "body",
    [
        "lost = [f()]; lost.append(lost); lost[0].send(None)",
        "lost = [g()]; lost.append(lost); next(lost[0])",
        "lost = [asyncio.get_running_loop().create_future()]; lost.append(lost)",
    ],
)
def test_garbage_that_nobody_has_seen_is_opaque(body: str, tmp_path: Path) -> None:
    """A coroutine, a generator, a future that is still to be told of."""
    before = "async def f(): await asyncio.sleep(0)\ndef g(): yield\n" + _COLLECTS
    for digest in _swapped(_two(f"{body}; lost = 0", before=before), tmp_path):
        assert "collection of garbage" in str(digest)


@pytest.mark.parametrize(
    "source",
    [
        _two("log.setLevel(ord('NAME'[0]))", before=LOGGING),
        _two("log.propagate = 'NAME' == 'one'", before=LOGGING),
        _two("log.addFilter(NAME)", before=LOGGING),
        _two("log.addHandler(logging.Handler(ord('NAME'[0])))", before=LOGGING),
        _two("log.seen = 'NAME'", before=LOGGING),
        _two("logging.getLogger().setLevel(ord('NAME'[0]))", before=LOGGING),
        _two("logging.getLogger('asyncio').addFilter(NAME)", before=LOGGING),
        _two("handler.seen.append('NAME')", before=LOGGING),
        _two("handler.setFormatter(logging.Formatter('%(name)s NAME'))", before=LOGGING),
    ],
)
def test_loggers_tell_states_apart(source: str, tmp_path: Path) -> None:
    """Those of the program, the root, asyncio's; and what their handlers refer to."""
    first, second = _swapped(source, tmp_path)
    assert isinstance(first, bytes), first
    assert isinstance(second, bytes), second
    assert first != second


@pytest.mark.parametrize(
    "line",
    [
        "log.addHandler(logging.Handler())",
        "log.addFilter(print)",
        "log.seen = 1",
        "logging.getLogger().setLevel(1)",
        "logging.getLogger('asyncio').propagate = False",
        "logging.getLogger('new').disabled = True",
    ],
)
def test_loggers_are_as_at_first_in_each_run(line: str, tmp_path: Path) -> None:
    """What a program does to one lasts as long as its run."""
    path = tmp_path / "program.py"
    asks = "[vars(logging.getLogger(name)) for name in ('', 'a', 'asyncio', 'new')]"
    path.write_text(
        f"{LOGGING}\nfor x in {asks}:\n    print(*(x.get(n) for n in "
        "('level', 'propagate', 'disabled', 'filters', 'seen', 'handlers')))\n" + line,
        encoding="utf-8",
    )
    target = load(path)
    before = [execute(target).output for _ in range(3)]
    assert len({*map(str, before)}) == 1


def test_warnings_that_are_treated_otherwise_are_opaque(tmp_path: Path) -> None:
    """Until they are no more."""
    before = "import warnings\ndef all(): return warnings.catch_warnings(record=True)"
    assert isinstance(_swapped(_two("with all(): pass", before=before), tmp_path)[0], bytes)
    for line in ("with all(): await asyncio.sleep(0)", "warnings.simplefilter('error')"):
        assert "warnings" in str(_swapped(_two(line, before=before), tmp_path)[0])


def test_warnings_that_are_shown_once_are_opaque(tmp_path: Path) -> None:
    """Whether one was shown stands nowhere else; that none was shown is no state."""
    before = "import warnings"
    [digest, _] = _swapped(_two("warnings.warn('NAME')", before=before), tmp_path)
    assert "shown once" in str(digest)


@pytest.mark.parametrize("debug", [True, False])
def test_where_it_was_made_is_part_of_the_state(debug: bool, tmp_path: Path) -> None:
    """In debug mode, where the text of a future tells it."""
    body = "if not boxes: boxes.append(asyncio.get_running_loop().create_future())"
    first, second = _swapped(
        _two(body, "boxes = []", "boxes").replace(
            "asyncio.run(main())", f"asyncio.run(main(), debug={debug})"
        ),
        tmp_path,
    )
    assert isinstance(first, bytes), first
    assert (first != second) is debug
