# Kind: stopped_loop
# Right: documented, as with a callback that stops: one pass runs all that is registered.
# Marks: program documented
# Outcomes: 2
import asyncio

loop = asyncio.new_event_loop()
loop.call_soon(print, "a")
loop.call_soon(print, "b")
loop.stop()
loop.run_forever()
loop.close()
