# Task 4 depends on 2 and 3, and these on 1; what decides who begins when?
# Source: https://vsh852.com/posts/2026-06-05-asyncio-task-dependencies/index.html
# Answer: All begin at once and wait for their dependencies' tasks; each goes on when the last of these ends, here 3 by its deadline.
import asyncio
from dataclasses import dataclass


@dataclass(frozen=True)
class Job:
    name: str
    seconds: float
    needs: tuple[str, ...] = ()


JOBS = [
    Job("paint", 0.02, ("walls", "windows")),
    Job("windows", 0.06, ("frame",)),
    Job("walls", 0.03, ("frame",)),
    Job("frame", 0.03),
]


async def run(job, tasks):
    print(job.name, "needs", " and ".join(job.needs) or "nothing")
    for name in job.needs:
        await tasks[name]
    print(job.name, "begins")
    await asyncio.sleep(job.seconds)
    print(job.name, "ends")


async def main():
    tasks = {}
    async with asyncio.TaskGroup() as group:
        for job in JOBS:
            tasks[job.name] = group.create_task(run(job, tasks))


asyncio.run(main())
