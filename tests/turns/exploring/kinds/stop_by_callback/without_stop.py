# Kind: stop_by_callback
# Right: program: the second is registered by the first.
# Marks: program program program
import asyncio

loop = asyncio.new_event_loop()


def last():
    print("b")
    loop.stop()


def first():
    print("a")
    loop.call_soon(last)


loop.call_soon(first)
loop.run_forever()
print("end")
loop.close()
