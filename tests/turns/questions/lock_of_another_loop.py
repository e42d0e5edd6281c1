# Why does my global lock work in the first asyncio.run() and fail in the second?
# Source: https://ryanc118.medium.com/python-asyncio-and-footguns-8ebdb4409122
# Answer: The lock belongs to the loop in which somebody first had to wait for it; the second run has another loop.
import asyncio

TILL = asyncio.Lock()


async def pay(name):
    async with TILL:
        print(name, "pays")
        await asyncio.sleep(0.01)
    print(name, "leaves")


async def day(*names):
    results = await asyncio.gather(*map(pay, names), return_exceptions=True)
    for error in filter(None, results):
        print(type(error).__name__, "- another loop:", "different event loop" in str(error))


asyncio.run(day("Kim"))
print("next day")
asyncio.run(day("Lou", "Max"))
print("next day")
asyncio.run(day("Noa", "Oli"))
