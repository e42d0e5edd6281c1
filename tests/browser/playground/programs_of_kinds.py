"""Programs of the kinds that people paste, which are neither snippets nor questions."""

SAID = {
    "subprocess": (
        """
import asyncio
async def main():
    await asyncio.create_subprocess_exec("ls")
asyncio.run(main())
""",
        "asyncio.create_subprocess_exec() at program.py:4: a watched program starts no process",
        "asyncio.create_subprocess_exec()（program.py:4）：被观察的程序不能启动子进程",
    ),
    "shell": (
        "import os\nos.system('ls')\n",
        "os.system() at program.py:2: a watched program starts no process",
        "os.system()（program.py:2）：被观察的程序不能启动子进程",
    ),
    "process pool": (
        "import multiprocessing\nmultiprocessing.Pool()\n",
        "multiprocessing.Pool() at program.py:2: a watched program starts no process; use",
        "multiprocessing.Pool()（program.py:2）：被观察的程序不能启动子进程；请改用",
    ),
    "manager": (
        "from multiprocessing import Manager\nManager()\n",
        "multiprocessing.Manager() at program.py:2: a watched program starts no process",
        "multiprocessing.Manager()（program.py:2）：被观察的程序不能启动子进程",
    ),
    "queue between processes": (
        "import multiprocessing\nmultiprocessing.get_context('spawn').Queue()\n",
        "multiprocessing.Queue() at program.py:2: a watched program starts no process",
        "multiprocessing.Queue()（program.py:2）：被观察的程序不能启动子进程",
    ),
    "lock between processes": (
        "from multiprocessing.synchronize import Lock\nLock(ctx=None)\n",
        "program.py:2: a watched program starts no process",
        "（program.py:2）：被观察的程序不能启动子进程",
    ),
    "shared memory": (
        "from multiprocessing import shared_memory as s\ns.SharedMemory(create=True, size=8)\n",
        "program.py:2: there is only one process in a browser; let its tasks or threads share",
        "（program.py:2）：浏览器里只有一个进程；请让任务或线程共享一个对象",
    ),
    "terminal": (
        "import asyncio\nimport curses\n",
        "import curses at program.py:2: this part of the standard library is not in the browser",
        "import curses（program.py:2）：浏览器里没有标准库的这一部分；请在自己的机器上",
    ),
    "windows and buttons": (
        "import tkinter.ttk\n",
        "import tkinter at program.py:1: this part of the standard library is not in the browser",
        "import tkinter（program.py:1）：浏览器里没有标准库的这一部分",
    ),
    "uvloop": (
        "import uvloop\n",
        "a watched program runs on asyncio's own loop: take out `uvloop` (program.py:1)",
        "被观察的程序运行在 asyncio 自己的事件循环上：请去掉 `uvloop`（program.py:1）",
    ),
    "trio": (
        "import trio\n",
        "trio has a scheduler of its own, which cannot be watched: use asyncio (program.py:1)",
        "trio 有它自己的调度器，无法观察：请改用 asyncio（program.py:1）",
    ),
    "another machine": (
        """
import asyncio
async def main():
    await asyncio.open_connection("example.com", 80)
asyncio.run(main())
""",
        "there is no network in a browser; let it talk to a server of its own, on localhost",
        "浏览器里没有网络；请让它连接自己在 localhost 上的服务器",
    ),
    "notebook": (
        "import asyncio\nawait asyncio.sleep(1)\n",
        "syntax error: 'await' outside function; a notebook can await at the top",
        "语法错误：'await' outside function；笔记本可以在最外层 await，程序不行",
    ),
    "magic": (
        "%timeit 1\n",
        "syntax error: invalid syntax; this is a notebook's command and no Python: take it out",
        "语法错误：invalid syntax；这是笔记本的命令，不是 Python，请去掉",
    ),
    "Python 2": (
        'print "hello"\n',
        "syntax error: Missing parentheses in call to 'print'. Did you mean print(...)?",
        "语法错误：Missing parentheses in call to 'print'. Did you mean print(...)?",
    ),
    "tabs and spaces": (
        "def f():\n    x = 1\n\ty = 2\n",
        "syntax error: inconsistent use of tabs and spaces in indentation",
        "语法错误：inconsistent use of tabs and spaces in indentation",
    ),
    "endless": (
        "while True: print('x' * 100_000)",
        "stopped: it printed more than 1,000,000 characters",
        "已停止：打印超过了 1,000,000 个字符",
    ),
}
"""What cannot run as it is, and what is said of it in English and in Chinese."""
PROGRAMS = {
    "run forever": """
import asyncio
loop = asyncio.new_event_loop()
async def tick():
    for n in range(3):
        print("tick", n)
        await asyncio.sleep(1)
    loop.stop()
    print("asked to stop")
task = loop.create_task(tick())
try:
    loop.run_forever()
finally:
    print("stopped", task.done())
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()
print(loop.is_closed())
""",
    "queue shutdown": """
import asyncio
async def worker(name, queue):
    try:
        while True:
            print(name, await queue.get())
            queue.task_done()
            await asyncio.sleep(0.1)
    except asyncio.QueueShutDown:
        print(name, "closes")
async def main():
    queue = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        group.create_task(worker("A", queue))
        group.create_task(worker("B", queue))
        for n in range(5):
            queue.put_nowait(n)
        queue.shutdown()
        try:
            await queue.put(9)
        except asyncio.QueueShutDown as error:
            print(type(error).__name__)
asyncio.run(main())
""",
    "aclose of generator": """
import asyncio
from contextlib import aclosing
async def rows():
    print("open")
    try:
        for n in range(9):
            yield n
            await asyncio.sleep(0)
    finally:
        await asyncio.sleep(1)
        print("close")
async def main():
    async with aclosing(rows()) as them:
        async for row in them:
            print(row)
            if row == 1:
                break
    one = rows()
    print(await anext(one), await one.asend(None))
    await one.aclose()
    try:
        await anext(one)
    except StopAsyncIteration:
        print("over")
asyncio.run(main())
""",
    "contextvars tokens": """
import asyncio, contextvars
who = contextvars.ContextVar("who", default="nobody")
async def handle(name):
    token = who.set(name)
    await asyncio.sleep(0)
    print("in", who.get())
    who.reset(token)
    print("out", who.get())
async def main():
    await asyncio.gather(handle("A"), handle("B"))
    asyncio.get_running_loop().call_soon(lambda: print("callback", who.get()))
    context = contextvars.copy_context()
    context.run(who.set, "C")
    task = asyncio.create_task(handle("D"), context=context)
    await task
    print(context[who], who.get())
asyncio.run(main())
""",
    "guard argv": """
import asyncio
import sys
async def main(argv):
    print(len(argv), argv[1:])
    print(__name__, __file__.endswith(".py"))
    return 3
if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv)))
""",
    "files": """
import asyncio, json, os, tempfile
from pathlib import Path
async def save(name, data):
    Path(name).write_text(json.dumps(data))
    await asyncio.sleep(0)
    print("saved", name, os.path.getsize(name))
async def main():
    await asyncio.gather(save("a.json", {"a": 1}), save("b.json", [1, 2, 3]))
    print(json.loads(Path("a.json").read_text()), sorted(p.name for p in Path().glob("?.json")))
    with tempfile.NamedTemporaryFile("w+") as file:
        file.write("kept")
        file.seek(0)
        print(file.read())
    with open("nowhere.txt"):
        pass
try:
    asyncio.run(main())
except FileNotFoundError as error:
    print(error.strerror, error.filename)  # its number is that of the system
for name in "ab":
    os.remove(f"{name}.json")
""",
    "stdin line": """
import asyncio
async def main():
    name = input("Your name? ")
    print("hello", name)
asyncio.run(main())
""",
    "nested run": """
import asyncio
async def inner():
    return 1
async def outer(coro):
    asyncio.run(coro)
coro = inner()
try:
    asyncio.run(outer(coro))
except RuntimeError as error:
    print(error)
async def other():
    asyncio.get_running_loop().run_until_complete(coro)
try:
    asyncio.run(other())
finally:
    coro.close()
""",
    "runs in sequence": """
import asyncio
lock = asyncio.Lock()
async def work(n):
    async with lock:
        print("run", n)
        await asyncio.sleep(0.1)
    return asyncio.current_task().get_name()
print(asyncio.run(work(1)))
print(asyncio.run(work(2)))
with asyncio.Runner() as runner:
    print(runner.run(work(3)))
    print(runner.run(work(4)))
""",
    "threadsafe results": """
import asyncio, threading
async def work(n):
    await asyncio.sleep(n)
    return n * n
def other(loop):
    futures = [asyncio.run_coroutine_threadsafe(work(n), loop) for n in (3, 1, 2)]
    for future in futures:
        print("thread has", future.result(timeout=10))
    loop.call_soon_threadsafe(done.set)
async def main():
    global done
    done = asyncio.Event()
    thread = threading.Thread(target=other, args=(asyncio.get_running_loop(),))
    thread.start()
    await done.wait()
    thread.join()
    print("joined")
asyncio.run(main())
""",
    "exception group": """
import asyncio
async def fail(error, seconds):
    await asyncio.sleep(seconds)
    raise error
async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(ValueError("v"), 1))
            group.create_task(fail(KeyError("k"), 1))
            group.create_task(fail(OSError("o"), 9))
    except* ValueError as found:
        print("values", found.exceptions)
    except* KeyError as found:
        print("keys", [str(one) for one in found.exceptions])
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(RuntimeError("left"), 0))
asyncio.run(main())
""",
    "never awaited": """
import asyncio
async def save(x):
    print("saved", x)
async def main():
    save(1)
    asyncio.create_task(save(2))
    print("end of main")
asyncio.run(main())
""",
    "slow callback": """
import asyncio, time, logging
logging.basicConfig(level=logging.WARNING, format="%(name)s %(levelname)s")
async def slow():
    time.sleep(0.5)
    print("slept")
async def main():
    print(asyncio.get_running_loop().get_debug())
    await asyncio.gather(slow(), slow())
asyncio.run(main(), debug=True)
""",
    "hooks": """
import asyncio, gc
def handler(loop, context):
    print("handler:", context["message"], repr(context.get("exception")))
async def boom():
    raise ValueError("boom")
async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    task = asyncio.create_task(boom())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    gc.collect()
    asyncio.get_running_loop().call_soon(int, "x")
    await asyncio.sleep(0)
asyncio.run(main())
""",
    "unicode": r"""
import asyncio
async def main():
    print("轮到谁了？🫖", "é" + "e\u0301", "\u202eabc\u202c", "\t|tab", sep="|")
    print("\x1b[31mred\x1b[0m", "\x00|")
    print("x" * 3000)
    print(*map(str, range(3)), sep="\n", end="")
asyncio.run(main())
""",
    "ten thousand lines": """
import asyncio
async def count(name):
    for i in range(50):
        print(*[f"{name} {i} {j}" for j in range(100)], sep="\\n")
        await asyncio.sleep(0)
async def main():
    await asyncio.gather(count("a"), count("b"))
asyncio.run(main())
""",
    "exits": """
import asyncio
async def worker():
    try:
        await asyncio.sleep(10)
    finally:
        print("cleaned")
async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(1)
    exit(4)
asyncio.run(main())
""",
    "signals": """
import asyncio, os, signal
async def main():
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    asyncio.get_running_loop().call_later(1, os.kill, os.getpid(), signal.SIGTERM)
    await stop.wait()
    print("stopped")
asyncio.run(main())
""",
    "modules of elsewhere": """
import cmd, importlib.util, pathlib, shutil, ssl, sqlite3, lzma
try:
    import winreg
except ImportError as error:
    print(isinstance(error, ModuleNotFoundError), error.name)
print(importlib.util.find_spec("winreg"))
print(sqlite3.connect(":memory:").execute("select 1").fetchall())
""",
    "bom": '\ufeffimport asyncio\nprint("bom")\n',
    "crlf": (
        'import asyncio\r\nasync def main():\r\n    print("""a\r\nb""")\r\nasyncio.run(main())\r\n'
    ),
    "long line": "print(" + "+".join(["1"] * 3000) + ")\n",
    "nothing started": """
import asyncio
async def main():
    print("x")
main()
""",
    "timeout at": """
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    begun = loop.time()
    try:
        async with asyncio.timeout_at(loop.time() + 2) as limit:
            print("deadline in", round(limit.when() - loop.time()))
            await asyncio.sleep(1)
            limit.reschedule(loop.time() + 5)
            print("moved")
            await asyncio.sleep(10)
    except TimeoutError:
        print("after", round(loop.time() - begun), limit.expired())
asyncio.run(main())
""",
    "geteventloop": """
import asyncio
async def f():
    print(1)
loop = asyncio.get_event_loop()
loop.run_until_complete(f())
""",
}
