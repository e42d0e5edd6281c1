# Kind: stop_by_callback
# Right: documented: both are always printed.
# Marks: program documented program|documented
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
