"""unittest.mock objects as callbacks and collaborators record the calls."""


# %% solution
class Emitter:
    def __init__(self):
        self.handlers = {}

    def on(self, event, handler):
        self.handlers.setdefault(event, []).append(handler)

    def off(self, event, handler):
        self.handlers[event].remove(handler)

    def emit(self, event, *args, **kwargs):
        return [handler(*args, **kwargs) for handler in self.handlers.get(event, [])]


def notify(service, text):
    return service.client.send(text, retries=3)


# %% test
import unittest
from unittest import mock
from solution import Emitter, notify


class EmitterTest(unittest.TestCase):
    def test_called(self):
        handler = mock.Mock(return_value=5)
        emitter = Emitter()
        emitter.on("save", handler)
        self.assertEqual(emitter.emit("save", 1, key="v"), [5])
        handler.assert_called_once_with(1, key="v")

    def test_not_called(self):
        handler = mock.MagicMock()
        emitter = Emitter()
        emitter.on("save", handler)
        emitter.off("save", handler)
        emitter.emit("save")
        handler.assert_not_called()

    def test_side_effects(self):
        emitter = Emitter()
        emitter.on("save", mock.Mock(side_effect=[1, RuntimeError("disk")]))
        self.assertEqual(emitter.emit("save"), [1])
        with self.assertRaisesRegex(RuntimeError, "disk"):
            emitter.emit("save")

    def test_object_argument(self):
        handler = mock.Mock()
        emitter = Emitter()
        emitter.on("x", handler)
        emitter.emit("x", emitter)
        handler.assert_called_once_with(emitter)

    def test_collaborator(self):
        service = mock.Mock()
        service.client.send.return_value = "ok"
        self.assertEqual(notify(service, "hi"), "ok")
        service.client.send.assert_called_once_with("hi", retries=3)


# %% wrong
def _emit(self, event, *args, **kwargs):
    return [handler(*args) for handler in self.handlers.get(event, [])]


Emitter.emit = _emit
# %% wrong
Emitter.off = lambda self, event, handler: None
