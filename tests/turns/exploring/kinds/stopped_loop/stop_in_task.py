# Kind: stopped_loop
# Right: queue: a task that stops the loop does not keep the others of its pass from running.
# Marks: program queue program
import asyncio

loop = asyncio.new_event_loop()


async def job(name):
    print(name)
    if name == "a":
        loop.stop()


tasks = [loop.create_task(job(name)) for name in "ab"]
loop.run_forever()
print("end")
loop.close()
