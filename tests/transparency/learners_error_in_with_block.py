"""An exception of the solution raised inside the solution's context manager arrives there as itself."""


# %% solution
class Fault(Exception):
    def __init__(self, code):
        super().__init__(f"fault {code}")
        self.code = code


def work(code):
    raise Fault(code)


class Guard:
    code = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if isinstance(error, Fault):
            self.code = error.code
            return True
        return False


# %% test
from solution import Guard, work


def test_guard():
    with Guard() as guard:
        work(7)
    assert guard.code == 7


# %% wrong
Guard.__exit__ = lambda self, kind, error, trace: True
