"""wait_closed() of a server waits for its connections, since Python 3.12.1; before, it did not.

服务器的 wait_closed() 从 Python 3.12.1 起会等它的连接，以前不等。
"""

import asyncio


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read()
    print("server: the client has gone")
    writer.close()


async def main() -> None:
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    _, client = await asyncio.open_connection(*server.sockets[0].getsockname())
    server.close()
    closing = asyncio.create_task(server.wait_closed())
    await asyncio.sleep(0.1)
    print("wait_closed():", "over" if closing.done() else "still waits")
    client.close()
    await asyncio.wait([closing])
    await asyncio.sleep(0.1)
    print("main: over")


asyncio.run(main())

# Output:
# wait_closed(): over
# server: the client has gone
# main: over
# Output (3.12+):
# wait_closed(): still waits
# server: the client has gone
# main: over
