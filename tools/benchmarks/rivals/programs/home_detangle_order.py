# Two database writes of the same length, as in its README.
# Home: detangle
# Outcomes: 2
import asyncio


class Orders:
    def __init__(self):
        self.events = []

    async def create(self):
        await asyncio.sleep(0.005)
        self.events.append("created")

    async def ship(self):
        await asyncio.sleep(0.005)
        self.events.append("shipped")


async def main():
    orders = Orders()
    await asyncio.gather(orders.create(), orders.ship())
    print(*orders.events)


if __name__ == "__main__":
    asyncio.run(main())
