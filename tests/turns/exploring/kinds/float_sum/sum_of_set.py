# Kind: float_sum
# Right: nobody: the weights are added in the order of a set of strings.
# Marks: nobody|unknown
import asyncio

weights = {"ann": 1e16, "bob": -1e16, "cy": 1.0}


async def main():
    print(sum(weights[name] for name in set(weights)))


asyncio.run(main())
