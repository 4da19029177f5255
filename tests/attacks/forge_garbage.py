"""Writes bytes that are no frame: of every length, of every sort."""
# expect: failed
# outcomes: crashed timeout failed
import random


def attack(*args, **kwargs):
    send(random.Random(len(str(args))).randbytes(300))
