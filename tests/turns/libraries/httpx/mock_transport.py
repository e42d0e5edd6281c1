"""A client against a handler in place of the network, with a limit on how many at a time."""

import asyncio

import httpx


SECONDS = [0.5, 0.3, 0.4, 0.1, 0.25]


async def handler(request: httpx.Request) -> httpx.Response:
    n = int(request.url.params["n"])
    await asyncio.sleep(SECONDS[n])
    if n == 3:
        raise httpx.ConnectError("no route", request=request)
    return httpx.Response(200, json={"n": n, "square": n * n})


async def fetch(client: httpx.AsyncClient, limit: asyncio.Semaphore, n: int) -> int | None:
    async with limit:
        print("asking for", n)
        try:
            response = await client.get("/square", params={"n": n})
        except httpx.ConnectError as error:
            print(n, "failed:", error)
            return None
        print(n, "gave", response.json()["square"])
        return response.json()["square"]


async def main() -> None:
    async with httpx.AsyncClient(
        transport=httpx.MockTransport(handler), base_url="http://example.org"
    ) as client:
        limit = asyncio.Semaphore(2)
        print(await asyncio.gather(*(fetch(client, limit, n) for n in range(5))))


asyncio.run(main())
