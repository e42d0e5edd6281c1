import asyncio


async def main():
    print(type(asyncio.get_running_loop()).__module__.partition(".")[0], __name__, __file__[-13:])


asyncio.run(main())

# Output:
# asyncio __main__ which_loop.py
