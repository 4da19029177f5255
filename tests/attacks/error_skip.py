"""Raises what pytest raises to skip a test, by name."""
# expect: failed
# outcomes: error


class Skipped(BaseException):
    allow_module_level = True
    msg = "skipped"


Skipped.__module__ = "builtins"
Exit = XFailed = OutcomeException = Skipped


def attack(*args, **kwargs):
    raise Skipped("not today")
