# Kind: counter
# Right: six outcomes; the count is kept in a class.
# Marks: queue queue queue
# Outcomes: 6
import asyncio


class Job:
    made = 0

    def __init__(self, name):
        Job.made += 1
        self.number = Job.made
        self.name = name


async def make(name):
    await asyncio.sleep(0)
    job = Job(name)
    print(job.name, job.number)


async def main():
    await asyncio.gather(*map(make, "abc"))


asyncio.run(main())
