# The server is closed, so why can a client that is connected still talk to it?
# Source: https://github.com/python/cpython/issues/79033
# Answer: close() only stops listening; the handler's task goes on reading from its own connection until the client closes it.
import asyncio


async def echo(reader, writer):
    while line := await reader.readline():
        print("server got", line.decode().strip())
        writer.write(line.upper())
        await writer.drain()
    print("server: client is gone")
    writer.close()


async def main():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for word in ("hello", "still there?"):
        writer.write(f"{word}\n".encode())
        print("client got", (await reader.readline()).decode().strip())
        server.close()
        print("serving:", server.is_serving())
    writer.close()
    await writer.wait_closed()
    await asyncio.sleep(0.05)
    print("main ends")


asyncio.run(main())
