"""Asynchronous functions in place of ordinary ones."""
# expect: failed
# outcomes: failed


async def attack(*args, **kwargs):
    return args[0]
