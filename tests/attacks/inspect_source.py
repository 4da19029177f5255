"""Asks the inspector and the line cache for the source of its callers."""
# expect: failed
# outcomes: failed error
import inspect
import linecache


def attack(*args, **kwargs):
    for entry in inspect.stack():
        print(entry.filename, entry.code_context)
    return linecache.getlines(ARENA["drill"] + "/test_hidden.py")
