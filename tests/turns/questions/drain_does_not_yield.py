# I await drain() after each write; why do the other tasks still not get a turn?
# Source: https://github.com/python/asyncio/issues/263
# Answer: drain() suspends only when the buffer is full: the writer keeps its turn, and the other task begins at the first await that really waits.
import asyncio


async def other():
    print("other task")


async def serve(reader, writer):
    print("server got", (await reader.read()).decode())
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    _, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    task = asyncio.create_task(other())
    for number in range(3):
        writer.write(str(number).encode())
        await writer.drain()
        print("wrote", number)
    writer.write_eof()
    await task
    await asyncio.sleep(0.05)
    writer.close()
    server.close()


asyncio.run(main())
