"""TCP through anyio's sockets, a portal from a thread, files, and a signal that is never sent."""

import tempfile

import anyio
from anyio.from_thread import start_blocking_portal


async def handle(client: anyio.abc.SocketStream) -> None:
    async with client:
        async for data in client:
            await client.send(data[::-1])


async def main() -> None:
    listener = await anyio.create_tcp_listener(local_host="127.0.0.1")
    port = listener.extra(anyio.abc.SocketAttribute.local_port)
    async with anyio.create_task_group() as group:
        group.start_soon(listener.serve, handle)
        async with await anyio.connect_tcp("127.0.0.1", port) as stream:
            for word in (b"hello", b"world"):
                await stream.send(word)
                print((await stream.receive()).decode())
        group.cancel_scope.cancel()
    await listener.aclose()
    try:
        await anyio.connect_tcp("localhost", port)
    except OSError as error:
        print(type(error).__name__)
    folder = anyio.Path(await anyio.to_thread.run_sync(tempfile.mkdtemp))
    path = folder / "notes.txt"
    await path.write_text("one\ntwo\n")
    async with await anyio.open_file(path) as file:
        async for line in file:
            print(line.strip())
    await path.unlink()
    await folder.rmdir()


anyio.run(main)
with start_blocking_portal() as portal:
    future = portal.start_task_soon(anyio.sleep, 0.1)
    print(portal.call(anyio.sleep, 0.01), future.result())
    print(portal.call(lambda: "in the portal"))
