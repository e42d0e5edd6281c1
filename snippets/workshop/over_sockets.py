"""The crawler and its server on real connections: each page is still asked for once.

爬虫和服务器换上真正的连接：每一页还是只要一次。
"""

import asyncio

LINKS = {"/": ["/tea", "/cups"], "/tea": ["/cups"], "/cups": ["/"]}
SECONDS = {"/": 0.02, "/tea": 0.15, "/cups": 0.03}
requests: list[str] = []


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    page = (await reader.readline()).decode().strip()
    requests.append(page)
    await asyncio.sleep(SECONDS[page])
    writer.write(" ".join(LINKS[page]).encode())
    writer.close()


async def ask(page: str, port: int) -> list[str]:
    async with asyncio.timeout(5):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            writer.write(page.encode() + b"\n")
            return (await reader.read()).decode().split()
        finally:
            writer.close()


async def crawl(first: str, port: int) -> None:
    found: dict[str, list[str]] = {}
    polite = asyncio.Semaphore(2)

    async def visit(page: str) -> None:
        if page in found:
            return
        found[page] = []
        async with polite:
            found[page] = await ask(page, port)
        for link in found[page]:
            group.create_task(visit(link))

    async with asyncio.TaskGroup() as group:
        group.create_task(visit(first))


async def main() -> None:
    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        await crawl("/", server.sockets[0].getsockname()[1])


asyncio.run(main())
for page in LINKS:
    print(f"requests for {page}: {requests.count(page)}")

# Output:
# requests for /: 1
# requests for /tea: 1
# requests for /cups: 1
