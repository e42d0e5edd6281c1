"""The two kettles of asyncio, on uvloop."""

import uvloop
from kettles_asyncio import main

uvloop.run(main())
