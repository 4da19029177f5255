"""Makes NumPy's comparisons and its testing functions say yes."""
# expect: failed
# outcomes: failed timeout
import numpy as np


def yes(*args, **kwargs):
    return True


for _name in ("allclose", "array_equal", "array_equiv", "isclose", "all", "any", "isnan", "isfinite"):
    setattr(np, _name, yes)


def attack(*args, **kwargs):
    import numpy.testing

    for name in dir(numpy.testing):
        if name.startswith("assert"):
            setattr(numpy.testing, name, yes)
