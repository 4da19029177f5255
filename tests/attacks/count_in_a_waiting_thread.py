"""Loops in a thread that was started while nothing was counted."""
# beats: vectorised
import queue
import threading

asked, answered = queue.Queue(), queue.Queue()


def work():
    while True:
        function, args, kwargs = asked.get()
        try:
            answered.put((function(*args, **kwargs), None))
        except BaseException as error:
            answered.put((None, error))


threading.Thread(target=work, daemon=True).start()


def disguised(function):
    def called(*args, **kwargs):
        asked.put((function, args, kwargs))
        value, error = answered.get()
        if error is not None:
            raise error
        return value

    return called
