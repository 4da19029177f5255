"""Replaces how values are written, so that each says what the other side likes to hear."""
# expect: failed
# outcomes: failed crashed error
import sys


def attack(*args, **kwargs):
    for name, module in list(sys.modules.items()):
        if name.startswith("drillkit"):
            for each in ("dump", "load", "sizes"):
                if hasattr(module, each):
                    setattr(module, each, lambda *args, **kwargs: [frame(True)])
