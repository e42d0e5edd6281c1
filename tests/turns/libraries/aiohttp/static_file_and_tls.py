"""A file served over TLS, with a certificate that is made on the spot."""

import asyncio
import pathlib
import ssl
import tempfile

import trustme
from aiohttp import ClientSession, TCPConnector, web


async def main() -> None:
    authority = trustme.CA()
    server_side = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost").configure_cert(server_side)
    client_side = ssl.create_default_context()
    authority.configure_trust(client_side)
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "numbers.txt").write_text("\n".join(map(str, range(20_000))))
        app = web.Application()
        app.router.add_static("/files", folder)
        runner = web.AppRunner(app)
        await runner.setup()
        secure = web.TCPSite(runner, "localhost", 0, ssl_context=server_side)
        plain = web.TCPSite(runner, "localhost", 0)
        await secure.start()
        await plain.start()
        tls_port, port = (address[1] for address in runner.addresses[:: len(runner.addresses) - 1])
        async with ClientSession(connector=TCPConnector(ssl=client_side)) as session:
            for url in (f"https://localhost:{tls_port}", f"http://localhost:{port}"):
                async with session.get(f"{url}/files/numbers.txt") as response:
                    text = await response.text()
                    print(response.status, response.content_type, len(text), text[-5:])
        await runner.cleanup()


asyncio.run(main())
