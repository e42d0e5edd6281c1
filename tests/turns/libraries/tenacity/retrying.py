"""Retries with waits that grow, until it works or the tries are used up."""

import asyncio
import time

from tenacity import (
    AsyncRetrying,
    RetryError,
    retry,
    retry_if_exception_type,
    retry_if_result,
    stop_after_attempt,
    stop_after_delay,
    wait_exponential,
    wait_fixed,
)

START = time.monotonic()


def seconds() -> float:
    return round(time.monotonic() - START, 1)


attempts = 0


@retry(wait=wait_exponential(multiplier=0.1), stop=stop_after_attempt(4))
async def flaky() -> str:
    global attempts
    attempts += 1
    print("try", attempts, "at", seconds())
    if attempts < 4:
        raise ConnectionError("not yet")
    return "connected"


async def polled(values: list[int]) -> int:
    async for attempt in AsyncRetrying(
        retry=retry_if_result(lambda value: value < 3), wait=wait_fixed(0.2)
    ):
        with attempt:
            value = values.pop(0)
            print("value", value, "at", seconds())
        if not attempt.retry_state.outcome.failed:
            attempt.retry_state.set_result(value)
    return value


@retry(
    retry=retry_if_exception_type(OSError),
    wait=wait_fixed(0.25),
    stop=stop_after_delay(0.6),
    after=lambda state: print("after", state.attempt_number),
)
async def hopeless() -> None:
    raise OSError("down")


async def main() -> None:
    print(await flaky())
    print(await polled([1, 2, 3]))
    try:
        await hopeless()
    except RetryError as error:
        print("gave up:", error.last_attempt.exception())
    print(flaky.statistics["attempt_number"])


asyncio.run(main())
