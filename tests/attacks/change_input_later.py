"""Changes its arguments from a thread, after it has answered."""
# expect: failed
# outcomes: failed error
import threading
import time


def attack(*args, **kwargs):
    def later():
        time.sleep(0.001)
        args[0][...] = 0

    threading.Thread(target=later).start()
    return args[0]
