"""`async def` does not make a computation give way: without an await that suspends, it keeps the thread.

`async def` 并不会让计算自动让路：里面没有会挂起的 await，线程就一直被它占着。
"""

import asyncio


async def count_primes(limit: int) -> int:
    print("primes: start")
    primes = [n for n in range(2, limit) if all(n % d for d in range(2, int(n**0.5) + 1))]
    print("primes: done")
    return len(primes)


async def greet() -> None:
    print("greeter: hello")


async def main() -> None:
    count, _ = await asyncio.gather(count_primes(5_000), greet())
    print("main:", count, "primes")


asyncio.run(main())

# Output:
# primes: start
# primes: done
# greeter: hello
# main: 669 primes
