"""A memory stream with several consumers, and work in threads that calls back."""

import time

import anyio
from anyio import from_thread, to_thread


async def produce(stream) -> None:
    async with stream:
        for n in range(6):
            await stream.send(n)
            print("sent", n)


async def consume(name: str, stream, pause: float) -> None:
    async with stream:
        async for n in stream:
            print(name, "received", n)
            await anyio.sleep(pause)


def compute(n: int) -> int:
    time.sleep(0.1 * n)
    from_thread.run(anyio.sleep, 0.05)
    from_thread.run_sync(print, "thread", n, "says hello")
    return n * n


async def call(n: int, limiter: anyio.CapacityLimiter) -> None:
    print(n, "squared is", await to_thread.run_sync(compute, n, limiter=limiter))


async def main() -> None:
    sender, receiver = anyio.create_memory_object_stream[int](max_buffer_size=1)
    async with anyio.create_task_group() as group:
        group.start_soon(consume, "slow", receiver.clone(), 0.25)
        group.start_soon(consume, "fast", receiver, 0.1)
        group.start_soon(produce, sender)
    limiter = anyio.CapacityLimiter(2)
    async with anyio.create_task_group() as group:
        for n in (3, 1, 2):
            group.start_soon(call, n, limiter)
    event, lock = anyio.Event(), anyio.Lock()

    async def waiter(name: str) -> None:
        await event.wait()
        async with lock:
            print(name, "has the lock")

    async with anyio.create_task_group() as group:
        group.start_soon(waiter, "x")
        group.start_soon(waiter, "y")
        await anyio.wait_all_tasks_blocked()
        event.set()


anyio.run(main)
