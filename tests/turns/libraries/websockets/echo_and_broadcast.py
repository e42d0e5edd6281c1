"""A server that broadcasts to three clients; one of them leaves."""

import asyncio

from websockets.asyncio.client import connect
from websockets.asyncio.server import broadcast, serve

clients = {}


async def handler(socket) -> None:
    clients[socket] = None
    try:
        async for message in socket:
            await socket.send(f"you said {message}")
    finally:
        del clients[socket]


async def client(name: str, port: int, delay: float) -> None:
    async with connect(f"ws://127.0.0.1:{port}") as socket:
        await socket.send(name)
        print(await socket.recv())
        try:
            async with asyncio.timeout(delay):
                async for message in socket:
                    print(name, "heard", message)
        except TimeoutError:
            print(name, "leaves")
    print(name, "closed", socket.close_code)


async def main() -> None:
    async with serve(handler, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        async with asyncio.TaskGroup() as group:
            for n, name in enumerate(("ann", "bob", "cy")):
                group.create_task(client(name, port, 0.5 + n))
                await asyncio.sleep(0.05)
            await asyncio.sleep(0.1)
            print("clients:", len(clients))
            broadcast(clients, "news")
            await asyncio.sleep(0.1)
            await next(iter(clients)).close()
            await asyncio.sleep(1)
            print("clients:", len(clients))
    try:
        await connect(f"ws://127.0.0.1:{port}")
    except OSError as error:
        print("refused:", type(error).__name__)


asyncio.run(main())
