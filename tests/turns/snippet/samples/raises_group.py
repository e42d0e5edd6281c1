import asyncio


async def fail():
    raise ValueError("the kettle is empty")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail())


asyncio.run(main())

# Exit: 1
# Error: ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)

# Output:
