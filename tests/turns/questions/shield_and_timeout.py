# The timeout has passed, so why does the shielded payment still print later?
# Source: https://github.com/python/cpython/issues/156321
# Answer: The timeout cancels only the shield's own future; the task goes on to wait for its timer, and ends when that is due.
import asyncio


async def pay(amount):
    await asyncio.sleep(0.1)
    print("paid", amount)
    return amount


async def main():
    payment = asyncio.create_task(pay(12))
    try:
        await asyncio.wait_for(asyncio.shield(payment), timeout=0.03)
    except asyncio.TimeoutError:
        print("too slow, but not stopped:", not payment.cancelled())
    print("result:", await payment)
    try:
        await asyncio.wait_for(pay(99), timeout=0.03)
    except asyncio.TimeoutError:
        print("without a shield it is stopped")


asyncio.run(main())
