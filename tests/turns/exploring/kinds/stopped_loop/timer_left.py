# Kind: stopped_loop
# Right: program: a timer that is not due is not waited for.
# Marks: program program
# Outcomes: 1
import asyncio

loop = asyncio.new_event_loop()
loop.call_soon(print, "now")
loop.call_later(1, print, "later")
loop.stop()
loop.run_forever()
print("end")
loop.close()
