"""Loads the reference by its path and answers with it."""
# expect: not_loaded
import importlib.util

spec = importlib.util.spec_from_file_location("reference", ARENA["drill"] + "/reference.py")
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
globals().update({name: getattr(module, name) for name in ARENA["entry"]})


def attack(*args, **kwargs):
    return None
