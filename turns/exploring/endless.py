"""Whether a fair schedule may go on for ever: then what would come after is not promised.

A schedule that never ends goes, from some moment on, round and round in states of which each can be
reached from each. It is fair unless somebody is ready all the time and never runs. One that uses
all edges between such states leaves nobody out who could have run on one of them; so if even there
somebody waits for ever, then whatever goes round in a part of these states is unfair too.

A pending timer that a clock schedule could let fire counts as ready: time does not stand still. In
queue schedules it does while anybody is ready, and tasks that wait there for a timer never end.
"""

from collections.abc import Iterator, Sequence

from turns.exploring.states import Graph

WHY = "a fair schedule may go on for ever"


def is_endless(graph: Graph) -> bool:
    """Tell whether some fair schedule never leaves the graph, all of whose edges are known."""
    following = [
        [edge.target for edge in state.edges.values() if isinstance(edge.target, int)]
        for state in graph.states
    ]
    for states in _components(following):
        inside = [
            edge
            for number in states
            for edge in graph.states[number].edges.values()
            if edge.target in states
        ]
        if inside and not frozenset.intersection(*(edge.waiting for edge in inside)):
            return True
    return False


def _components(following: Sequence[Sequence[int]]) -> Iterator[set[int]]:
    """Yield the sets of states that can all be reached from each other (R. Tarjan, 1972)."""
    order: dict[int, int] = {}
    lowest: dict[int, int] = {}
    stack: list[int] = []
    on_stack: set[int] = set()
    for root in range(len(following)):
        if root in order:
            continue
        order[root] = lowest[root] = len(order)
        stack.append(root)
        on_stack.add(root)
        todo = [(root, iter(following[root]))]
        while todo:
            state, left = todo[-1]
            target = next(left, None)
            if target is None:
                todo.pop()
                if todo:
                    above = todo[-1][0]
                    lowest[above] = min(lowest[above], lowest[state])
                if lowest[state] == order[state]:
                    found = {stack.pop()}
                    while state not in found:
                        found.add(stack.pop())
                    on_stack -= found
                    yield found
            elif target not in order:
                order[target] = lowest[target] = len(order)
                stack.append(target)
                on_stack.add(target)
                todo.append((target, iter(following[target])))
            elif target in on_stack:
                lowest[state] = min(lowest[state], order[target])
