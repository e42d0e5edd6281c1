"""A process pool computes in another process, with an interpreter and a GIL of its own.

进程池在另一个进程里计算，那里有自己的解释器和自己的 GIL。
"""

import asyncio
import os
from concurrent.futures import ProcessPoolExecutor


def count_primes(limit: int) -> tuple[int, int]:
    primes = [n for n in range(2, limit) if all(n % d for d in range(2, int(n**0.5) + 1))]
    return len(primes), os.getpid()


async def main() -> None:
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(max_workers=1) as pool:
        count, process = await loop.run_in_executor(pool, count_primes, 5_000)
    print("primes:", count)
    print("computed in another process:", process != os.getpid())


if __name__ == "__main__":  # a child process may import this file
    asyncio.run(main())

# Output:
# primes: 669
# computed in another process: True
