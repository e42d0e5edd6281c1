# Kind: stop_by_callback
# Right: documented: what is registered is a partial, and a bound method; both run, in this order.
# Marks: program documented program
import asyncio
from functools import partial

said = []
loop = asyncio.new_event_loop()
loop.call_soon(partial(said.append, "a"))
loop.call_soon(said.append, "b")
loop.call_soon(loop.stop)
loop.run_forever()
print(said[0])
print(said[1])
print(len(said))
loop.close()
