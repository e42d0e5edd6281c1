# Kind: stop_by_callback
# Right: documented: call_soon keeps the order of registration. Both run whenever the loop stops.
# Marks: program documented
import asyncio

loop = asyncio.new_event_loop()
loop.call_soon(print, "a")
loop.call_soon(print, "b")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
