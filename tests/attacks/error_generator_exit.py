"""Raises GeneratorExit, StopIteration and StopAsyncIteration in turn."""
# expect: failed
# outcomes: error

turn = iter(range(10**6))


def attack(*args, **kwargs):
    raise (GeneratorExit, StopIteration, StopAsyncIteration, BaseException)[next(turn) % 4]
