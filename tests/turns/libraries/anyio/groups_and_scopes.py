"""Task groups, cancel scopes and a shield."""

import anyio


async def worker(name: str, seconds: float, *, task_status=anyio.TASK_STATUS_IGNORED) -> None:
    task_status.started(name.upper())
    try:
        await anyio.sleep(seconds)
        print(name, "done at", round(anyio.current_time() - START, 1))
    except anyio.get_cancelled_exc_class():
        print(name, "cancelled")
        with anyio.CancelScope(shield=True):
            await anyio.sleep(0.1)
            print(name, "cleaned up")
        raise


async def main() -> None:
    global START
    START = anyio.current_time()
    async with anyio.create_task_group() as group:
        print(await group.start(worker, "a", 0.1))
        group.start_soon(worker, "b", 0.2)
        group.start_soon(worker, "c", 5)
        await anyio.sleep(0.4)
        group.cancel_scope.cancel()
    with anyio.move_on_after(0.2) as scope:
        await anyio.sleep(1)
    print("moved on:", scope.cancelled_caught)
    try:
        with anyio.fail_after(0.1):
            await worker("d", 1)
    except TimeoutError:
        print("failed")
    try:
        async with anyio.create_task_group() as group:
            group.start_soon(worker, "e", 1)
            await anyio.sleep(0.1)
            raise ValueError("stop")
    except* ValueError as errors:
        print(errors.exceptions)
    print(anyio.get_current_task().name)


anyio.run(main)
