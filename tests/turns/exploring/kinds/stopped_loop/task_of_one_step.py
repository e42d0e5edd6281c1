# Kind: stopped_loop
# Right: program: a task has one step in the only pass.
# Marks: program program
# Outcomes: 1
import asyncio

loop = asyncio.new_event_loop()


async def job():
    print("one")
    await asyncio.sleep(0)
    print("two")


task = loop.create_task(job())
loop.stop()
loop.run_forever()
print("stopped")
task.cancel()
loop.stop()
loop.run_forever()
loop.close()
