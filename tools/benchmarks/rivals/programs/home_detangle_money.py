# Two transfers that check, wait and act: is money conserved? After its README.
# Home: detangle
import asyncio


class Accounts:
    def __init__(self):
        self.a, self.b = 100, 0

    async def transfer(self, amount):
        if self.a >= amount:
            left = self.a - amount
            await asyncio.sleep(0.001)
            self.a = left
            self.b += amount


async def main():
    accounts = Accounts()
    await asyncio.gather(accounts.transfer(60), accounts.transfer(70), accounts.transfer(30))
    print("a", accounts.a, "b", accounts.b)


if __name__ == "__main__":
    asyncio.run(main())
