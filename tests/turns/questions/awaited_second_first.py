# Why does the first order begin although I await the second one first?
# Source: https://pytroubles.com/en/ampposts/id106-when-do-asyncio-tasks-start-understanding-event-loop-scheduling-create-task-and-await
# Answer: Both tasks were made ready by create_task, the soup first; main's await only hands over, and the queue is first in, first out.
import asyncio


async def cook(dish, seconds):
    print(f"{dish}: on the stove")
    await asyncio.sleep(seconds)
    print(f"{dish}: ready")
    return dish


async def kitchen():
    soup = asyncio.create_task(cook("soup", 0.05))
    roast = asyncio.create_task(cook("roast", 0.1))
    served = [await roast]
    print("the roast is on the table")
    served.append(await soup)
    print("the soup is on the table")
    print(served)


asyncio.run(kitchen())
