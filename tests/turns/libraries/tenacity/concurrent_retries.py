"""Three clients retry against a service that comes up late; one of them blocks in a thread."""

import asyncio
import time

from tenacity import (
    AsyncRetrying,
    Retrying,
    stop_after_attempt,
    wait_chain,
    wait_fixed,
    wait_incrementing,
)

START = time.perf_counter()


def up() -> bool:
    return time.perf_counter() - START > 0.5


def ask(name: str) -> str:
    if not up():
        raise ConnectionRefusedError(name)
    return f"{name} served"


async def client(name: str, wait) -> None:
    retrying = AsyncRetrying(wait=wait, stop=stop_after_attempt(5), reraise=True)
    try:
        async for attempt in retrying:
            with attempt:
                print(name, "attempt", attempt.retry_state.attempt_number)
                print(ask(name))
    except ConnectionRefusedError as error:
        print("refused", error)


def blocking(name: str) -> str:
    return Retrying(wait=wait_fixed(0.23), stop=stop_after_attempt(5))(ask, name)


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(client("steady", wait_fixed(0.2)))
        group.create_task(client("hasty", wait_fixed(0.05)))
        group.create_task(client("slower", wait_incrementing(0.07, 0.11)))
        group.create_task(client("chain", wait_chain(*(wait_fixed(n / 7) for n in range(1, 4)))))
        print(await asyncio.to_thread(blocking, "thread"))


asyncio.run(main())
