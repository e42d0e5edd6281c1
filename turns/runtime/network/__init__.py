"""The network inside of a watched program: sockets whose both ends are in it, without a kernel.

What a socket does is decided by its `End`; the program's `socket` objects are handles of it, as
descriptors are of a kernel's (`turns.runtime.sockets`). The state of all of it is plain data:

- `Network`: by descriptor the end (``descriptors``);
- `Names`: by kind and port, and by file or abstract name, the ends that are bound there; the ports
  that were ever this program's; the next free port;
- `End`: family, kind, its own name and its peer's, the error to report, whether it talks to the
  outside, the threads that are blocked on it and the watches in which it is;
- `Stream`: the bytes that came and were not read, which directions are shut, its peer; of one that
  listens, the connections that nobody has accepted;
- `Datagrams`: the datagrams that came and were not read, each with its sender;
- `Watch`: by descriptor what is waited for, and those that may be ready, in order.
"""
