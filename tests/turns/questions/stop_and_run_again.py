# What happens to a callback that is scheduled just before loop.stop()?
# Source: https://github.com/MagicStack/uvloop/issues/517
# Answer: stop() ends the loop after the pass that is going on; what was added in it stays in the queue and runs first when the loop runs again.
import asyncio


def outer(loop):
    print("outer")
    loop.call_soon(print, "inner")
    loop.stop()
    print("outer has asked to stop")


loop = asyncio.new_event_loop()
loop.call_soon(outer, loop)
loop.call_soon(print, "beside")
loop.run_forever()
print("stopped")
loop.run_until_complete(asyncio.sleep(0))
print("stopped again")
loop.close()
