"""A pool of connections to a small server of asyncio's streams, in the same process."""

import asyncio

import httpx

connections = 0


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    global connections
    connections += 1
    print("connection", connections)
    try:
        while head := await reader.readuntil(b"\r\n\r\n"):
            path = head.split()[1].decode()
            await asyncio.sleep(0.1)
            body = f"hello {path}".encode()
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))
            await writer.drain()
    except asyncio.IncompleteReadError:
        pass
    finally:
        writer.close()


async def main() -> None:
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    limits = httpx.Limits(max_connections=2)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", limits=limits) as client:
        for response in await asyncio.gather(*(client.get(f"/{n}") for n in range(5))):
            print(response.text)
        try:
            await client.get("/slow", timeout=0.05)
        except httpx.ReadTimeout as error:
            print(type(error).__name__)
    server.close()
    await server.wait_closed()
    try:
        async with httpx.AsyncClient() as client:
            await client.get(f"http://127.0.0.1:{port}/")
    except httpx.ConnectError as error:
        print("gone:", error)


asyncio.run(main())
