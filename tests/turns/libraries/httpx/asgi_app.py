"""An ASGI application, written by hand, called without a network."""

import asyncio
import json

import httpx


async def app(scope, receive, send) -> None:
    assert scope["type"] == "http"
    body = b""
    while True:
        message = await receive()
        body += message["body"]
        if not message["more_body"]:
            break
    if scope["path"] == "/slow":
        await asyncio.sleep(0.3)
    headers = [(b"content-type", b"application/json")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    answer = json.dumps({"path": scope["path"], "size": len(body)})
    for part in answer.encode().partition(b", "):
        await send({"type": "http.response.body", "body": part, "more_body": True})
        await asyncio.sleep(0)
    await send({"type": "http.response.body"})


async def chunks():
    for size in (10, 20, 30):
        await asyncio.sleep(0.01)
        yield b"x" * size


async def main() -> None:
    async def show(request: httpx.Request) -> None:
        print("->", request.method, request.url.path)

    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(
        transport=transport, base_url="http://test", event_hooks={"request": [show]}
    ) as client:
        slow = asyncio.create_task(client.get("/slow"))
        await asyncio.sleep(0.1)
        posted = await client.post("/upload", content=chunks())
        print(posted.json())
        async with client.stream("GET", "/stream") as response:
            async for text in response.aiter_text():
                print(repr(text))
        print((await slow).json())
        try:
            async with asyncio.timeout(0.1):
                await client.get("/slow")
        except TimeoutError:
            print("too slow")


asyncio.run(main())
