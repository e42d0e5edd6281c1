# Why is the coroutine that I await printed before the task that I created earlier?
# Source: https://wiki.kunaldawn.com/content/stackoverflow.com_en_all_2023-11/questions/34753401/difference-between-coroutine-and-future-task-in-python-3-5
# Answer: create_task only schedules; awaiting a coroutine runs it at once inside main, which has not suspended yet when it prints.
import asyncio


async def note(text):
    print("note:", text)


async def main():
    letter = note("letter, awaited")
    parcel = asyncio.create_task(note("parcel, as a task"))
    print("parcel is scheduled")
    await letter
    print("letter is done, is the parcel?", parcel.done())
    await parcel
    print("now it is:", parcel.done())


asyncio.run(main())
