"""Counting steps and memory: every way of looping is seen, NumPy's own work is not."""

from __future__ import annotations

import textwrap

import numpy as np
import pytest
from small_drill import make_drill

from drillkit.judge.client import Judge
from drillkit.player import measure
from drillkit.testing import Mismatch, flat_growth, peak_memory, steps
from drillkit.verdict import Outcome

LOOPS = {
    "a for loop": "total = 0.0\nfor v in x: total += v\nreturn total",
    "while": "i = 0\nwhile i < len(x): i += 1\nreturn i",
    "a list comprehension": "return [v * 2 for v in x]",
    "a one-line generator": "return sum(v for v in x)",
    "map with a lambda": "return list(map(lambda v: v * 2, x))",
    "map with a C function": "return list(map(float, x))",
    "map with a NumPy method": "return list(map(np.float64, x))",
    "filter": "return list(filter(None, x))",
    "zip into Counter": "from collections import Counter\nreturn Counter(zip(x, x))",
    "Counter of a list": "from collections import Counter\nreturn Counter(x.tolist())",
    "enumerate into dict": "return dict(enumerate(x))",
    "np.vectorize": "return np.vectorize(lambda v: v * 2)(x)",
    "np.vectorize with a C method": "return np.vectorize({}.get)(x)",
    "np.frompyfunc": "return np.frompyfunc(abs, 1, 1)(x)",
    "apply_along_axis": "return np.apply_along_axis(np.sum, 1, x.reshape(-1, 2))",
    "np.fromiter": "return np.fromiter((v for v in x), float)",
    "reduce": "import functools, operator\nreturn functools.reduce(operator.add, x)",
    "starmap": "import itertools, operator\nreturn list(itertools.starmap(operator.add, zip(x, x)))",
    "accumulate": "import itertools\nreturn list(itertools.accumulate(x))",
    "sorted with a key": "return sorted(x, key=lambda v: -v)",
    "sorted with a C key": "return sorted(range(len(x)), key=x.__getitem__)",
    "recursion by halves": "def walk(v):\n    return v.sum() if len(v) < 2 else walk(v[::2]) + walk(v[1::2])\nreturn walk(x)",
    "a generator driven by next": "def g():\n    yield from x\nit = g()\nn = 0\nwhile next(it, None) is not None: n += 1\nreturn n",
    "a loop over every second entry": "t = 0\nfor v in x[::2]: t += v\nreturn t",
}
FLAT = {
    "a sum": "return x.sum()",
    "sorting": "return np.sort(x)",
    "unique with inverse": "return np.unique(x, return_inverse=True)",
    "argpartition": "return np.argpartition(x, 3)[:3]",
    "a matrix product": "return x.reshape(-1, 2) @ np.ones(2)",
    "bincount": "return np.bincount(x.astype(int) % 7)",
    "percentiles": "return np.percentile(x, [25, 50, 75])",
    "einsum": "return np.einsum('i,i', x, x)",
    "searchsorted": "return np.searchsorted(np.sort(x), x)",
    "lexsort": "return np.lexsort((x, -x))",
    "NumPy in Python": "return np.median(x), np.histogram(x, 5), np.nanmean(x), np.tile(x, 2), np.gradient(x), np.cov(x)",
    "a loop over a fixed number": "return [x.sum() for _ in range(20)]",
    "linear algebra": "return np.linalg.norm(x), np.linalg.svd(x[:16].reshape(4, 4))",
}


def function(body: str):
    """A function of x with that body."""
    names: dict = {"np": np}
    exec("def f(x):\n" + "\n".join("    " + line for line in body.split("\n")), names)
    measure.watch(names)
    return names["f"]


@pytest.mark.parametrize("body", LOOPS.values(), ids=LOOPS.keys())
def test_a_loop_grows(body):
    """Each way of looping takes at least half a step for each row."""
    f = function(body)
    with pytest.raises(Mismatch, match="the work grows with the rows"):
        flat_growth(lambda n: f(np.arange(1.0, n + 1)), sizes=(128, 1152))


@pytest.mark.parametrize("body", FLAT.values(), ids=FLAT.keys())
def test_numpy_is_flat(body):
    """Work done inside NumPy does not count as a loop."""
    f = function(body)
    flat_growth(lambda n: f(np.arange(1.0, n + 1)), sizes=(128, 1152))


def test_the_count_is_exact_and_repeatable():
    """The same call takes the same number of steps each time, and a loop's count is linear."""
    f = function("t = 0\nfor v in x: t += v\nreturn t")
    f(np.arange(10.0))
    counts = [steps(lambda n=n: f(np.arange(float(n)))) for n in (10, 10, 20, 30)]
    assert counts[0] == counts[1]
    assert counts[3] - counts[2] == counts[2] - counts[1]


def test_what_was_replaced_is_put_back():
    """After counting, builtins are the real ones again."""
    import builtins
    import collections

    before = (builtins.map, builtins.zip, collections._count_elements, np.frompyfunc)
    measure.count_events(lambda: list(map(str, range(3))))
    assert (builtins.map, builtins.zip, collections._count_elements, np.frompyfunc) == before


def test_peak_memory_counts_bytes():
    """The peak is that of the call alone, its result included."""
    x = np.ones(100_000)
    used = peak_memory(lambda: x * 2.0)
    assert 800_000 <= used < 810_000
    with pytest.raises(Mismatch, match=r"needs 1\.6 MB of memory, at most 900 kB"):
        peak_memory(lambda: [x * 2.0, x + 1.0], limit=900_000)


CHEATS = {
    "switches tracing off": """
        import sys
        sys.settrace(None)
        sys.setprofile(None)
        return loop(x)
    """,
    "switches it off for a while": """
        import sys
        t, p = sys.gettrace(), sys.getprofile()
        sys.settrace(None)
        sys.setprofile(None)
        r = loop(x)
        sys.settrace(t)
        sys.setprofile(p)
        return r
    """,
    "loops in a thread": """
        import threading
        r = []
        t = threading.Thread(target=lambda: r.append(loop(x)))
        t.start()
        t.join()
        return r[0]
    """,
    "loops in a raw thread": """
        import _thread
        r = []
        _thread.start_new_thread(lambda: r.append(loop(x)), ())
        while not r:
            pass
        return r[0]
    """,
    "swallows the refusal": """
        import sys
        for switch in (sys.settrace, sys.setprofile):
            try:
                switch(None)
            except Exception:
                pass
        return loop(x)
    """,
    "frees the monitoring tool": """
        import sys
        m = getattr(sys, "monitoring", None)
        for tool in range(6) if m else ():
            if m.get_tool(tool):
                m.set_events(tool, 0)
        return loop(x)
    """,
}
TESTS = '''
import numpy as np
from solution import double

from drillkit.testing import flat_growth, vectorised


@vectorised
def test_flat():
    """The work does not grow"""
    flat_growth(lambda n: double(np.arange(float(n))), sizes=(100, 1100))
'''


@pytest.mark.parametrize("body", CHEATS.values(), ids=CHEATS.keys())
def test_the_counter_cannot_be_switched_off(body, judge, tmp_path):
    """A loop that hides from the counter fails the test all the same."""
    head = "import numpy as np\n\n\ndef loop(x):\n    return np.array([v * 2 for v in x])\n\n\ndef double(x):\n"
    source = head + textwrap.indent(textwrap.dedent(body), "    ")
    drill = make_drill(tmp_path, tests=TESTS, required=("test_flat",), entry=("double",))
    verdict = judge.check(drill, source.encode(), filename="s.py")
    assert verdict.cases[0].outcome is not Outcome.PASSED


@pytest.fixture(scope="module")
def judge():
    """One warm judge for the module."""
    with Judge() as warm:
        yield warm
