"""Starlette's own test client: a loop in a thread beside the main one, lifespan and a WebSocket."""

import asyncio
import contextlib

import httpx
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect


@contextlib.asynccontextmanager
async def lifespan(app):
    print("starting")
    app.state.visits = 0
    yield
    print("stopping after", app.state.visits)


async def visit(request):
    request.app.state.visits += 1
    await asyncio.sleep(0.1)
    return JSONResponse({"visits": request.app.state.visits})


async def echo(socket):
    await socket.accept()
    try:
        while True:
            text = await socket.receive_text()
            await asyncio.sleep(0.05)
            await socket.send_json({"echo": text})
    except WebSocketDisconnect as error:
        print("left with", error.code)


async def broken(request):
    raise ValueError("broken")


app = Starlette(
    routes=[Route("/", visit), Route("/broken", broken), WebSocketRoute("/ws", echo)],
    lifespan=lifespan,
)
with TestClient(app) as client:
    print(isinstance(client, httpx.Client))
    print(client.get("/").json())
    print(client.get("/").json())
    with client.websocket_connect("/ws") as socket:
        socket.send_text("hello")
        print(socket.receive_json())
    try:
        client.get("/broken")
    except ValueError as error:
        print("raised", error)
