"""Runs code of its own at each garbage collection, here one that ends the process."""
# expect: failed
# outcomes: crashed failed
import gc
import os


def attack(*args, **kwargs):
    gc.callbacks.append(lambda phase, info: os._exit(0))
    gc.collect()
