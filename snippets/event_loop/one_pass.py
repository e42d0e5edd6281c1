"""In one pass the callbacks already queued run first, then those of ready I/O, then those of due timers.

在一圈里，先运行已经排队的回调，再运行 I/O 就绪的回调，最后运行到期的定时器。
"""

import asyncio
import select
import socket


async def main() -> None:
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    reader, writer = socket.socketpair()

    def queued() -> None:
        print("ready queue: a callback")
        loop.call_soon(print, "next pass: what that callback added")

    def on_timer() -> None:
        print("timers: one was due")
        done.set_result(None)

    loop.call_later(0, on_timer)
    loop.add_reader(reader, lambda: print("I/O: received", reader.recv(1)))
    writer.send(b"x")
    select.select([reader], [], [])  # the byte has arrived before the next pass begins
    loop.call_soon(queued)

    await done
    loop.remove_reader(reader)
    reader.close()
    writer.close()


with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
    runner.run(main())

# Output:
# ready queue: a callback
# I/O: received b'x'
# timers: one was due
# next pass: what that callback added
