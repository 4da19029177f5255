"""Exception classes in place of functions: calling one makes an exception on the judge's side."""
# expect: failed
# outcomes: failed
# entries: own


class softmax(Exception):
    def __eq__(self, other):
        return True

    __hash__ = Exception.__hash__


class confusion_matrix(KeyError):
    pass


class compute_metrics(StopIteration):
    pass


predict_1nn = as_dense_layer = readout = confusion_matrix
