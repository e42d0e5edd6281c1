# Kind: random_choice
# Right: nobody: a function that makes texts of objects.
# Marks: program|unknown|nobody nobody|unknown
import asyncio
import json


def job():
    pass


async def main():
    if json.dumps(job, default=str)[-5] in "02468ace":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
