"""An integer of a million digits, alone and inside containers."""
# expect: failed
# outcomes: failed
# brief


def attack(*args, **kwargs):
    huge = 1 << 3_321_928
    return [huge, {huge: huge}] if len(args) > 1 else huge
