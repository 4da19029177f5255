"""Loops in frames whose own trace function is taken away."""
# beats: vectorised
import sys


def disguised(function):
    def called(*args, **kwargs):
        frame = sys._getframe()
        while frame is not None:
            frame.f_trace, frame.f_trace_lines, frame.f_trace_opcodes = None, False, False
            frame = frame.f_back
        return function(*args, **kwargs)

    return called
