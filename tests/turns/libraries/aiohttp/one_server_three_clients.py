"""A server and its clients in one loop: the slowest answer comes last."""

import asyncio

from aiohttp import ClientSession, web

DELAYS = {"fast": 0.05, "medium": 0.2, "slow": 0.4}


async def work(request: web.Request) -> web.Response:
    name = request.match_info["name"]
    print("server got", name)
    await asyncio.sleep(DELAYS[name])
    return web.json_response({"name": name, "delay": DELAYS[name]})


async def fetch(session: ClientSession, url: str) -> None:
    async with session.get(url) as response:
        data = await response.json()
        print(response.status, data["name"], "after", data["delay"])


async def main() -> None:
    app = web.Application()
    app.router.add_get("/jobs/{name}", work)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    async with ClientSession(f"http://{host}:{port}") as session:
        async with asyncio.TaskGroup() as group:
            for name in DELAYS:
                group.create_task(fetch(session, f"/jobs/{name}"))
                await asyncio.sleep(0.02)
        async with session.get("/nothing") as response:
            print(response.status, response.reason)
    await runner.cleanup()
    print("closed")


asyncio.run(main())
