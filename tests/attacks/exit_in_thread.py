"""Ends the process from a thread while the call is being answered."""
# expect: failed
# outcomes: crashed
import os
import threading
import time


def attack(*args, **kwargs):
    threading.Thread(target=lambda: os._exit(0)).start()
    time.sleep(0.2)
