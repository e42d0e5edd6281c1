# My rate limiter lets in one request at a time although there are tokens; why?
# Source: https://github.com/SynapseKit/SynapseKit/issues/574
# Answer: The first waiter sleeps while it holds the lock: the others wait for the lock, held by it, not for their tokens.
import asyncio
from dataclasses import dataclass, field


@dataclass
class Limiter:
    tokens: int = 1
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def acquire(self, name):
        async with self.lock:
            if self.tokens == 0:
                print(name, "sleeps with the lock")
                await asyncio.sleep(0.04)
                self.tokens += 1
            self.tokens -= 1


async def call(name, limiter):
    print(name, "asks")
    await limiter.acquire(name)
    print(name, "may go")


async def refund(limiter):
    await asyncio.sleep(0.01)
    limiter.tokens += 5
    print("five tokens are back")


async def main():
    limiter = Limiter()
    await asyncio.gather(*(call(name, limiter) for name in "ABC"), refund(limiter))


asyncio.run(main())
