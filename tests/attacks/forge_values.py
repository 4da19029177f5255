"""Writes values that decode to something odd: one kind a call."""
# expect: failed
# outcomes: failed crashed error

HUGE = ["i", "f" * 100_000]
TREES = [
    ["zz", 1],
    ["J", 0],
    ["J", -1],
    ["h", 1, 2, None, None, False],
    ["h", HUGE, 2, None, None, False],
    ["h", 1, 2, ["d", ["name", "x"], ["specials", ["l", "__eq__", "__class__", "__del__", "__array__"]]], None, True],
    ["h", 7, 8, ["d", ["name", "\ud800"], ["mro", 5], ["methods", ["l", 1]]], ["d", ["name", "y"]], False],
    ["record", "int", ["l", 1]],
    ["named", "class", ["l", "a", "a"], ["l", 1]],
    ["named", "x", ["l", "__class__", "1"], ["l", 1, 2]],
    ["error", "SystemExit", ["l", 1]],
    ["error", "OSError", ["l", HUGE, ["l"]]],
    ["a", "<f8", ["l", 3], 0],
    ["a", "O", [1], 0],
    ["a", "<f8", [2**40, 2**40, 0], 99],
    ["n", "V8", 0],
    ["o", [2**30]],
    ["dtype", "O"],
    ["type", "np.object_"],
    ["type", "KeyboardInterrupt"],
    ["rng", ["d", ["bit_generator", "PCG64"]]],
    ["rng", ["d", ["bit_generator", "__import__"]]],
    ["D", "1E+999999999999"],
    ["D", "sNaN"],
    ["dt", "9999-99-99"],
    ["td", 10**300, 0, 0],
    ["td", ["f", "nan"]],
    ["r", 0, HUGE, 0],
    ["c", ["l"], 1],
    ["i", "-" + "f" * 10],
    ["i", " 1_0 "],
    ["f", "1e5"],
    ["d", [["l"], 1]],
    ["s", ["l"]],
    ["sl", ["l"], ["l"], ["l"]],
    [],
    [[]],
    {"a": 1},
]
turn = iter(range(10**6))


def attack(*args, **kwargs):
    send(ok(TREES[next(turn) % len(TREES)]))
