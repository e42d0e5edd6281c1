"""Several tasks write to files of their own, and one reads them back."""

import asyncio
from pathlib import Path

import aiofiles
import aiofiles.os
import aiofiles.tempfile


async def write(path: Path, lines: int) -> None:
    async with aiofiles.open(path, "w", encoding="utf-8") as file:
        for n in range(lines):
            await file.write(f"{path.stem} {n}\n")
        await file.flush()


async def main() -> None:
    async with aiofiles.tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{name}.txt") for name in ("a", "b", "c")]
        await asyncio.gather(*(write(path, n + 1) for n, path in enumerate(paths)))
        print(sorted(await aiofiles.os.listdir(folder)))
        for path in paths:
            async with aiofiles.open(path) as file:
                async for line in file:
                    print(line.rstrip())
        stat = await aiofiles.os.stat(paths[2])
        print("size", stat.st_size)
        async with aiofiles.open(paths[0], "rb+") as file:
            await file.seek(2)
            print(await file.read(), await file.tell())
            await file.truncate(1)
        await aiofiles.os.rename(paths[0], Path(folder, "z.txt"))
        print(await aiofiles.os.path.exists(paths[0]))
        try:
            await aiofiles.open(paths[0])
        except FileNotFoundError as error:
            print(type(error).__name__, Path(error.filename).name)


asyncio.run(main())
