"""Looks for compiled tests in the cache folders."""
# expect: failed
# outcomes: error failed
import glob
import marshal
import os


def attack(*args, **kwargs):
    os.listdir(ARENA["drill"])
    for path in glob.glob(ARENA["drill"] + "/**/*.pyc", recursive=True):
        return marshal.loads(open(path, "rb").read()[16:])
