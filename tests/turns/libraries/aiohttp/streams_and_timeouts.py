"""Streamed answers, a posted file, a timeout, middleware and an error in a handler."""

import asyncio
import io

import aiohttp
from aiohttp import web


@web.middleware
async def log(request: web.Request, handler) -> web.StreamResponse:
    try:
        response = await handler(request)
    except ZeroDivisionError:
        response = web.Response(status=500, text="divided")
    print(request.method, request.path, response.status)
    return response


async def stream(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    for n in range(3):
        await response.write(f"part {n}\n".encode())
        await asyncio.sleep(0.1)
    await response.write_eof()
    return response


async def upload(request: web.Request) -> web.Response:
    form = await request.post()
    return web.Response(text=f"{form['title']}: {len(form['file'].file.read())} bytes")


async def fail(request: web.Request) -> web.Response:
    return web.Response(text=str(1 / 0))


async def hang(request: web.Request) -> web.Response:
    await asyncio.sleep(1)
    return web.Response()


async def main() -> None:
    app = web.Application(middlewares=[log])
    app.router.add_get("/stream", stream)
    app.router.add_post("/up", upload)
    app.router.add_get("/fail", fail)
    app.router.add_get("/hang", hang)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    timeout = aiohttp.ClientTimeout(total=0.5)
    async with aiohttp.ClientSession(base, timeout=timeout) as session:
        async with session.get("/stream") as response:
            async for line in response.content:
                print("got", line.decode().strip())
        form = aiohttp.FormData()
        form.add_field("title", "zeros")
        form.add_field("file", io.BytesIO(bytes(200_000)), filename="zeros.bin")
        async with session.post("/up", data=form) as response:
            print(await response.text())
        async with session.get("/fail") as response:
            print(await response.text())
        try:
            await session.get("/hang")
        except asyncio.TimeoutError as error:
            print("timed out:", type(error).__name__)
    await runner.cleanup()


asyncio.run(main())
