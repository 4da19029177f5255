"""Walks up the frames, looking for expected values, and returns the first array it sees."""
# expect: failed
# outcomes: failed error
import sys


def attack(*args, **kwargs):
    frame, found = sys._getframe(1), []
    while frame is not None:
        found += [value for name, value in frame.f_locals.items() if "expect" in name or "wanted" in name]
        print(frame.f_code.co_filename, list(frame.f_locals))
        frame = frame.f_back
    return found[0] if found else None
