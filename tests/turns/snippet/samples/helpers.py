"""A process pool has helpers of its own, which end a moment after the program."""

import multiprocessing

if __name__ == "__main__":
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    with context.Pool(1) as pool:
        print(pool.apply(abs, [-2]))

# Output:
# 2
