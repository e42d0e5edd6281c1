# Why does my program freeze when a thread asks the loop to run a coroutine?
# Source: https://pytroubles.com/en/posts/id2151-asyncio-without-deadlocks-run-coroutines-from-sync-code-using-run-in-executor-not-thread-join
# Answer: main holds the loop in join(), so what the thread has handed to the loop never gets a turn: each waits for the other.
# Reality: hangs, because the loop's thread waits in join
import asyncio
from threading import Thread


async def lookup(name):
    print("looking up", name)
    await asyncio.sleep(0.01)
    return 42


def legacy(loop):
    print("legacy code begins")
    future = asyncio.run_coroutine_threadsafe(lookup("answer"), loop)
    print("legacy code got", future.result())


async def main():
    helper = Thread(target=legacy, args=(asyncio.get_running_loop(),), daemon=True)
    helper.start()
    helper.join()
    print("main goes on")


asyncio.run(main())
