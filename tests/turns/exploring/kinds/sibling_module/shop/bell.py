import asyncio


def ring(text):
    asyncio.get_running_loop().call_soon(print, text)


def stop(future):
    asyncio.get_running_loop().call_soon(future.set_result, None)
