# After a timeout in communicate(), where is what the child has printed so far?
# Source: https://github.com/python/cpython/issues/139373
# Answer: turns cannot tell: a watched program starts no process; it names the call and its line.
# Turns: refuses asyncio.create_subprocess_exec
import asyncio
import sys

CHILD = "import time; print('first', flush=True); time.sleep(0.2); print('second')"


async def main():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", CHILD, stdout=asyncio.subprocess.PIPE
    )
    try:
        await asyncio.wait_for(process.communicate(), timeout=0.1)
    except asyncio.TimeoutError:
        print("timed out")
        process.kill()
    rest, _ = await process.communicate()
    print("rest:", rest)


asyncio.run(main())
