"""Starlette under uvicorn, and two kinds of clients in one task group."""

import asyncio
import socket

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from websockets.asyncio.client import connect


async def hello(request):
    await asyncio.sleep(0.1)
    return PlainTextResponse(f"hello {request.path_params['name']}")


async def shout(websocket):
    await websocket.accept()
    async for text in websocket.iter_text():
        await websocket.send_text(text.upper())
    print("websocket over")


app = Starlette(routes=[Route("/{name}", hello), WebSocketRoute("/ws/shout", shout)])


async def drive(server, port):
    while not server.started:
        await asyncio.sleep(0.02)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        for response in await asyncio.gather(*(client.get(f"/{name}") for name in ("ann", "bob"))):
            print(response.text)
    async with connect(f"ws://127.0.0.1:{port}/ws/shout") as websocket:
        await websocket.send("hey")
        print(await websocket.recv())
    await asyncio.sleep(0.1)
    server.should_exit = True


async def main():
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", ws="websockets-sansio"))
    async with asyncio.TaskGroup() as group:
        group.create_task(server.serve([listener]))
        group.create_task(drive(server, listener.getsockname()[1]))
    print("all done")


asyncio.run(main())
