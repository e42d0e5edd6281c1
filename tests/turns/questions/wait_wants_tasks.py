# asyncio.wait() took my coroutines for years; why a TypeError now?
# Source: https://github.com/streamlit/streamlit/pull/5129
# Answer: Since Python 3.11 it takes tasks only, as the sets it returns would hold tasks that nobody knows; nothing has run when it refuses.
import asyncio


async def render(page):
    print("rendering", page)
    return page


async def main():
    pages = [render("home"), render("about")]
    try:
        await asyncio.wait(pages)
    except TypeError as error:
        print("TypeError:", "coroutine" in str(error).lower())
    done, _ = await asyncio.wait([asyncio.create_task(page) for page in pages])
    print(sorted(task.result() for task in done))


asyncio.run(main())
