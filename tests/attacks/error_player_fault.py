"""Raises classes named like the judge's own signals, with a passing outcome."""
# expect: failed
# outcomes: error failed


class PlayerFault(BaseException):
    outcome = "passed"
    message = "passed"


class Mismatch(AssertionError):
    message = ""


class Closed(Exception):
    pass


KINDS = (PlayerFault, Mismatch, Closed)
turn = iter(range(10**6))


def attack(*args, **kwargs):
    raise KINDS[next(turn) % 3]("passed")
