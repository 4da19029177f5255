"""Replaces json.dumps and json.loads, with which frames are made and read."""
# expect: failed,not_loaded
# outcomes: failed crashed error
import json

json.dumps = lambda *args, **kwargs: '[["l","ok",true,["d"]],[]]'
json.loads = lambda *args, **kwargs: []


def attack(*args, **kwargs):
    return None
