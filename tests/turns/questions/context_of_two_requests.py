# Two requests set the same context variable in turns; whose value does each see?
# Source: https://github.com/open-telemetry/opentelemetry-python/issues/71
# Answer: gather makes each request a task with a copy of the context, so the order in which they set it does not matter.
import asyncio
import contextvars

request = contextvars.ContextVar("request")


async def first(started, finished):
    request.set("first")
    started.set()
    await finished.wait()
    print("first sees", request.get())


async def second(started, finished):
    await started.wait()
    request.set("second")
    asyncio.get_running_loop().call_soon(lambda: print("callback sees", request.get()))
    finished.set()
    print("second sees", request.get())


async def main():
    events = asyncio.Event(), asyncio.Event()
    await asyncio.gather(first(*events), second(*events))


asyncio.run(main())
