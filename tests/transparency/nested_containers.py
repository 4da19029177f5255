"""Deep containers of mixed kinds keep their kinds: tuple keys, lists of dicts of sets, None."""


# %% solution
def index(rows):
    out = {}
    for number, (name, tags) in enumerate(rows):
        out.setdefault((name, None), []).append({"row": number, "tags": set(tags), "pair": (number, [name])})
    return out


# %% test
import unittest
from solution import index


class IndexTest(unittest.TestCase):
    maxDiff = None

    def test_index(self):
        got = index([("a", ["x", "y"]), ("a", ())])
        self.assertDictEqual(
            got,
            {("a", None): [{"row": 0, "tags": {"x", "y"}, "pair": (0, ["a"])}, {"row": 1, "tags": set(), "pair": (1, ["a"])}]},
        )
        self.assertListEqual(list(got), [("a", None)])

    def test_types(self):
        pair = index([("a", ())])["a", None][0]["pair"]
        self.assertIs(type(pair), tuple)
        self.assertIs(type(pair[1]), list)

    def test_empty(self):
        self.assertEqual(index([]), {})


# %% wrong
def index(rows):
    return {(name, None): [{"row": n, "tags": list(tags), "pair": (n, [name])}] for n, (name, tags) in enumerate(rows)}
