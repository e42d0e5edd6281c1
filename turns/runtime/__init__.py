"""One watched run: asyncio's own loop in virtual time, and all that is replaced meanwhile."""
