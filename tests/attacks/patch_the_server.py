"""Replaces methods of the server that answers for this process."""
# expect: failed
# outcomes: failed crashed error timeout
import gc
import sys


def attack(*args, **kwargs):
    for name, module in list(sys.modules.items()):
        if name.startswith("drillkit."):
            for value in list(vars(module).values()):
                if isinstance(value, type) and value.__name__ in ("Server", "Objects", "Channel"):
                    for method in ("_send", "_note_changes", "refer"):
                        if hasattr(value, method):
                            setattr(value, method, lambda *args: None)
    for thing in gc.get_objects():
        if type(thing).__name__ == "Server":
            thing._answer = lambda *args: None
