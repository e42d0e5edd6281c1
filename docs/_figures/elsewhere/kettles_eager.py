"""The two kettles of asyncio, as eager tasks."""

import asyncio

from kettles_asyncio import main

with asyncio.Runner() as runner:
    runner.get_loop().set_task_factory(asyncio.eager_task_factory)
    runner.run(main())
