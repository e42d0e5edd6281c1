# Kind: stopped_loop
# Right: program: the second pass comes after the first.
# Marks: program program
import asyncio

loop = asyncio.new_event_loop()
for name in "ab":
    loop.call_soon(print, name)
    loop.stop()
    loop.run_forever()
loop.close()
