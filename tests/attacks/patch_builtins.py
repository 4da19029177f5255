"""Makes isinstance, len, all, abs and friends say what it likes."""
# expect: failed,not_loaded
# outcomes: failed crashed error timeout
import builtins


def attack(*args, **kwargs):
    builtins.all = builtins.any = builtins.isinstance = builtins.callable = lambda *_: True
    builtins.len = lambda _: 3
    builtins.abs = lambda _: 0.0
    builtins.AssertionError = ValueError
