"""A WebSocket that echoes, streams, and is closed by the client; cleanup runs at the end."""

import asyncio

from aiohttp import ClientSession, WSMsgType, web


async def chat(request: web.Request) -> web.WebSocketResponse:
    socket = web.WebSocketResponse(heartbeat=30)
    await socket.prepare(request)
    async for message in socket:
        if message.type is WSMsgType.TEXT:
            if message.data == "bye":
                await socket.close(code=1000, message=b"see you")
            else:
                await socket.send_str(message.data.upper())
    print("server: closed with", socket.close_code)
    return socket


async def pump(app: web.Application):
    print("started")
    ticking = asyncio.create_task(tick())
    yield
    ticking.cancel()
    await asyncio.wait([ticking])
    print("cleaned up")


async def tick() -> None:
    while True:
        await asyncio.sleep(0.3)
        print("tick")


async def main() -> None:
    app = web.Application()
    app.cleanup_ctx.append(pump)
    app.router.add_get("/chat", chat)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "localhost", 0).start()
    port = runner.addresses[0][1]
    async with ClientSession() as session:
        async with session.ws_connect(f"http://localhost:{port}/chat") as socket:
            for word in ("one", "two"):
                await socket.send_str(word)
                print("client:", (await socket.receive()).data)
                await asyncio.sleep(0.2)
            await socket.send_str("bye")
            last = await socket.receive()
            print("client:", last.type.name, last.data, last.extra)
    await runner.cleanup()


asyncio.run(main())
