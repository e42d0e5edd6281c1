"""A loop that is told to stop finishes its pass, whoever else had a turn in it.

Marks: program, program

Why: The hook, the stop and `last` are ready together. What the hook registers may run before the
loop is told to stop; `last` runs even when that has taken its place, for so the documentation of
`loop.stop` promises. `new` may come after the stop, and then never does; or before `last`.
"""

import asyncio


def hook() -> None:
    loop.call_soon(print, "new")


loop = asyncio.new_event_loop()
loop.call_soon(hook)
loop.call_soon(loop.stop)
loop.call_soon(print, "last")
loop.run_forever()
print("stopped")

# Output:
# last
# stopped
