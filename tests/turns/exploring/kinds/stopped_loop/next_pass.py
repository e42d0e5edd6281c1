# Kind: stopped_loop
# Right: program: what a callback registers has to wait for another pass, which never comes.
# Marks: program
# Outcomes: 1
import asyncio

loop = asyncio.new_event_loop()


def first():
    print("a")
    loop.call_soon(print, "b")


loop.call_soon(first)
loop.stop()
loop.run_forever()
loop.close()
