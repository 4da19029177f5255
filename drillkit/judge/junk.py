"""Solutions that no drill may pass: one for each way of giving nothing of use."""

from __future__ import annotations

from collections.abc import Iterator

_VALUES = {
    "None": "None",
    "zero": "0",
    "one": "1",
    "True": "True",
    "NaN": 'float("nan")',
    "an empty list": "[]",
    "an empty tuple": "()",
    "an empty string": '""',
    "an object equal to everything": "Agreeable()",
    "the class of everything": "Agreeable",
}

_AGREEABLE = """
class Agreeable:
    shape, dtype, ndim, size = (1,), "float64", 1, 1
    def __init__(self, *args, **kwargs): pass
    def __call__(self, *args, **kwargs): return self
    def __getattr__(self, name): return self
    def __iter__(self): return iter((self, self))
    def __len__(self): return 2
    def __getitem__(self, key): return self
    def __contains__(self, item): return True
    def __bool__(self): return True
    def __hash__(self): return 0
    def __float__(self): return 0.5
    def __int__(self): return 0
    def __index__(self): return 0
    def __abs__(self): return 0.0
    def __array__(self, *args, **kwargs):
        import numpy as np
        return np.zeros(1)
    def _yes(self, *args): return True
    __eq__ = __lt__ = __le__ = __gt__ = __ge__ = _yes
    def __ne__(self, other): return False
    def _zero(self, *args): return 0.0
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = __matmul__ = __rmatmul__ = __pow__ = _zero
"""

_SHAPED = """
import functools as _functools
import inspect as _inspect
import numpy as _np

def _bent(value, owner):
    if value is owner and owner is not None:
        return value
    if isinstance(value, _np.ndarray):
        return {array} if value.dtype.kind in "biufc" else value[:0]
    if isinstance(value, (bool, _np.bool_)):
        return {bool}
    if isinstance(value, (int, float, _np.number)):
        return {number}
    if isinstance(value, (list, tuple)):
        return type(value)(_bent(item, owner) for item in value) if not hasattr(value, "_fields") else value
    if isinstance(value, dict):
        return {{key: _bent(item, owner) for key, item in value.items()}}
    return value

def _wrap(function, method):
    @_functools.wraps(function)
    def bent(*args, **kwargs):
        return _bent(function(*args, **kwargs), args[0] if method and args else None)
    return bent

for _name in {names!r}:
    _value = globals()[_name]
    if _inspect.isclass(_value):
        for _key, _member in list(vars(_value).items()):
            if not _key.startswith("_") and _inspect.isfunction(_member):
                setattr(_value, _key, _wrap(_member, True))
    else:
        globals()[_name] = _wrap(_value, False)
"""


def junk(entry: tuple[str, ...], reference: str) -> Iterator[tuple[str, bytes]]:
    """Name and source of each junk solution for a drill that asks for the names `entry`."""
    for name, value in _VALUES.items():
        yield f"returns {name}", (_AGREEABLE + "".join(_flat(each, f"return {value}") for each in entry)).encode()
    yield "echoes its input", "".join(_flat(each, "return next(iter([*args, *kwargs.values()]), None)") for each in entry).encode()
    for error in ("ValueError('no')", "NotImplementedError", "RuntimeError('no')"):
        yield f"always raises {error.partition('(')[0]}", "".join(_flat(each, f"raise {error}") for each in entry).encode()
    for what, array, flag, number in (
        ("zeros of the right shape", "_np.zeros_like(value)", "False", "type(value)(0)"),
        ("ones of the right shape", "_np.ones_like(value)", "True", "type(value)(1)"),
        ("NaN of the right shape", "_np.full(value.shape, _np.nan)", "value", "float('nan')"),
    ):
        bent = _SHAPED.format(array=array, bool=flag, number=number, names=list(entry))
        yield f"returns {what}", (reference + "\n" + bent).encode()


def _flat(name: str, body: str) -> str:
    if not name[:1].isupper():
        return f"\ndef {name}(*args, **kwargs):\n    {body}\n"
    return _FLAT_CLASS.format(name=name, body=body)


_FLAT_CLASS = """
class {name}:
    def __init__(self, *args, **kwargs):
        pass

    def __getattr__(self, name):
        def method(*args, **kwargs):
            {body}
        return method
"""
