"""An exception of its own with attributes that shadow what an exception has."""
# expect: failed
# outcomes: error failed


class Own(Exception):
    pass


def attack(*args, **kwargs):
    error = Own("x")
    vars(error).update({"with_traceback": 1, "args": 5, "add_note": None, "message": "\x1b[0m", "characters_written": "x", "errno": []})
    raise error
