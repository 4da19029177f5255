"""Classes in place of functions: calling one makes an object."""
# expect: failed
# outcomes: failed
# entries: own


class Result:
    def __init__(self, *args, **kwargs):
        self.shape = args[0].shape

    def __eq__(self, other):
        return True

    __hash__ = None


softmax = confusion_matrix = compute_metrics = predict_1nn = as_dense_layer = readout = Result
