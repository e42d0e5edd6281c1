"""A Starlette application, called through httpx without a network."""

import asyncio
import time

import httpx
from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.responses import JSONResponse, PlainTextResponse, StreamingResponse
from starlette.routing import Route


async def home(request):
    await asyncio.sleep(0.1)
    return JSONResponse({"query": dict(request.query_params)})


def blocking(request):
    time.sleep(0.2)
    return PlainTextResponse("from a thread")


async def notify(name):
    await asyncio.sleep(0.05)
    print("notified", name)


async def order(request):
    data = await request.json()
    task = BackgroundTask(notify, data["name"])
    return PlainTextResponse("accepted", status_code=202, background=task)


async def numbers(request):
    async def generate():
        for n in range(3):
            yield f"{n} "
            await asyncio.sleep(0.01)

    return StreamingResponse(generate())


class Trace(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        print("begin", request.url.path)
        response = await call_next(request)
        print("end", request.url.path, response.status_code)
        return response


app = Starlette(
    routes=[
        Route("/", home),
        Route("/blocking", blocking),
        Route("/order", order, methods=["POST"]),
        Route("/numbers", numbers),
    ],
    middleware=[Middleware(Trace)],
)


async def main():
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        first, second = await asyncio.gather(client.get("/?a=1"), client.get("/blocking"))
        print(first.json(), second.text)
        print((await client.post("/order", json={"name": "tea"})).status_code)
        print((await client.get("/numbers")).text)
        print((await client.get("/missing")).status_code)


asyncio.run(main())
