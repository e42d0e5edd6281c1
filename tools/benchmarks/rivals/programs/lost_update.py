# Two deposits, one of which can be lost.
# Outcomes: 3
import asyncio

balance = 0


async def deposit(amount):
    global balance
    seen = balance
    await asyncio.sleep(0)
    balance = seen + amount


async def main():
    await asyncio.gather(deposit(1), deposit(2))
    print("balance", balance)


if __name__ == "__main__":
    asyncio.run(main())
