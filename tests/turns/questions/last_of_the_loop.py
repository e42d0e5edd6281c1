# Why do all the tasks that I make in a loop see the last value?
# Source: https://taourl.com/read-2983354.html
# Answer: The tasks begin only when main suspends in gather; by then the loop is over and the name holds the last value.
import asyncio


async def main():
    late, early = [], []
    for number in range(3):

        async def inner():
            print("late sees", number)

        async def bound(number=number):
            print("early sees", number)

        late.append(asyncio.create_task(inner()))
        early.append(asyncio.create_task(bound()))
    print("the loop is over, number is", number)
    await asyncio.gather(*late, *early)


asyncio.run(main())
