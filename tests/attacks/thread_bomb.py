"""Starts up to 300 threads that never end."""
# expect: failed
# outcomes: failed error timeout
# brief
import threading
import time


def attack(*args, **kwargs):
    for _ in range(300):
        threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
