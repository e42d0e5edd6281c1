"""Pings, a message that is too large, fragments, and a handler that fails."""

import asyncio

from websockets.asyncio.client import connect
from websockets.asyncio.server import serve
from websockets.exceptions import ConnectionClosedError, ConnectionClosedOK, InvalidStatus


async def handler(socket) -> None:
    async for message in socket:
        if message == "fail":
            raise RuntimeError("handler failed")
        print("server got", len(message))
        await socket.send([message[:3], message[3:]])


async def reject(connection, request):
    if request.path == "/secret":
        return connection.respond(403, "no entry\n")


async def main() -> None:
    async with serve(handler, "localhost", 0, max_size=1000, process_request=reject) as server:
        url = f"ws://localhost:{server.sockets[0].getsockname()[1]}"
        async with connect(url, ping_interval=0.1, ping_timeout=1) as socket:
            pong = await socket.ping()
            print("ponged:", await asyncio.wait_for(pong, 1) >= 0)
            await socket.send("abcdef")
            print([part async for part in socket.recv_streaming()])
            await asyncio.sleep(0.35)
            await socket.send("x" * 2000)
            try:
                await socket.recv()
            except ConnectionClosedError as error:
                print(error.rcvd.code, error.rcvd.reason)
        async with connect(url) as socket:
            await socket.send("fail")
            try:
                await socket.recv()
            except ConnectionClosedError as error:
                print(error.rcvd.code)
        async with connect(url) as socket:
            await socket.close(1001, "going")
            try:
                await socket.send("late")
            except ConnectionClosedOK as error:
                print("late:", error.sent.code)
        try:
            await connect(f"{url}/secret")
        except InvalidStatus as error:
            print(error.response.status_code, error.response.body)


asyncio.run(main())
