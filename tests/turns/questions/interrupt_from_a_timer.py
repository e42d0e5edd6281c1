# Where does KeyboardInterrupt arrive: in the task, in main, or outside the loop?
# Source: https://github.com/cylc/cylc-flow/pull/3685
# Answer: asyncio.run's handler cancels the main task, which cleans up with CancelledError; asyncio.run itself then raises KeyboardInterrupt.
import asyncio
import signal


async def main():
    asyncio.get_running_loop().call_later(0.03, signal.raise_signal, signal.SIGINT)
    try:
        print("working")
        await asyncio.sleep(0.2)
    except KeyboardInterrupt:
        print("main: KeyboardInterrupt")
    except asyncio.CancelledError:
        print("main: CancelledError")
        raise
    finally:
        print("main: cleaned up")


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("outside: KeyboardInterrupt")
