"""Since Python 3.12 `Server.wait_closed()` waits for the connections that are still open.

从 Python 3.12 起，`Server.wait_closed()` 会等还没关闭的连接。
"""

import asyncio


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read()
    writer.close()


async def main() -> None:
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    await asyncio.sleep(0.05)
    server.close()
    try:
        await asyncio.wait_for(server.wait_closed(), timeout=0.1)
        print("closed, although a client is there")
    except TimeoutError:
        print("not closed as long as a client is there")
    writer.close()
    await writer.wait_closed()


asyncio.run(main())

# Output:
# closed, although a client is there
# Output (3.12+):
# not closed as long as a client is there
