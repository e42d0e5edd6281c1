# Why does Python complain about a pending task although I have closed the connection?
# Source: https://github.com/rethinkdb/rethinkdb/issues/5043
# Answer: close() makes the reader ready for one turn, and it needs two: the loop is not run again, so the task is destroyed pending.
import asyncio


class Connection:
    def __init__(self):
        self.closed = asyncio.get_running_loop().create_future()
        self.reader = asyncio.create_task(self.read())

    async def read(self):
        print("reader waits")
        await self.closed
        print("reader says goodbye")
        await asyncio.sleep(0)
        print("reader ends")

    async def close(self):
        print("closing")
        self.closed.set_result(None)


async def stuff():
    connection = Connection()
    await asyncio.sleep(0)
    await connection.close()
    return connection


loop = asyncio.new_event_loop()
connection = loop.run_until_complete(stuff())
print("reader done:", connection.reader.done())
loop.close()
del connection
print("closed")
