"""Words for all outcomes of a program, and for what never comes apart."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "outcomes-exactly": ("exactly {count}", "恰好有 {count} 种"),
    "outcomes-at-least": ("at least {count}", "至少有 {count} 种"),
    "outcomes-unknown": (
        "How many outcomes this program has is not known.",
        "不知道这个程序有几种结局。",
    ),
    "outcomes-one": (
        "This program has exactly one outcome.",
        "这个程序只有一种结局。",
    ),
    "outcomes-many": (
        "This program has {count} outcomes.",
        "这个程序{count}结局。",
    ),
    "outcomes-one-clock": (
        "This program has exactly one outcome; if timers could fire early, {clock}.",
        "这个程序只有一种结局；要是定时器可以提前触发，{clock}。",
    ),
    "outcomes-many-clock": (
        "This program has {count} outcomes; if timers could fire early, {clock}.",
        "这个程序{count}结局；要是定时器可以提前触发，{clock}。",
    ),
    "outcomes-deadlock": (" It ends in a deadlock.", "它以死锁告终。"),
    "outcomes-deadlock-one": (" One of them is a deadlock.", "其中一种是死锁。"),
    "outcomes-deadlocks": (" {count} of them are deadlocks.", "其中 {count} 种是死锁。"),
    "outcomes-deadlocks-some": (" Some of them are deadlocks.", "其中有的是死锁。"),
    "outcomes-deadlock-clock": (
        " With an early timer it can end in a deadlock.",
        "定时器提前触发时，它可能以死锁告终。",
    ),
    "outcomes-circle": (" There {all}.", "死锁时，{all}。"),
    "outcomes-held": (
        "{task} waits at line {line} for {thing}, which {holder} holds",
        "{task} 在第 {line} 行等 {thing}，而它在 {holder} 手里",
    ),
    "outcomes-held-and": (", and ", "；"),
    "together-two": (
        " Nothing ever comes between lines {first} and {last}.",
        "第 {first} 行和第 {last} 行之间绝不会插进别的行。",
    ),
    "together-more": (
        " Nothing else ever comes among lines {first} to {last}.",
        "第 {first} 行到第 {last} 行之间绝不会插进别的行。",
    ),
}
