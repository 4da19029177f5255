"""Loops inside C code over iterators that were put aside at load."""
# beats: vectorised
import functools
import itertools

kept = map, zip, filter, enumerate, functools.reduce, itertools.starmap


def disguised(function):
    def called(*args, **kwargs):
        return list(kept[0](lambda _: function(*args, **kwargs), [0]))[0]

    return called
