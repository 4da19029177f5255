"""Functions that take no arguments."""
# expect: failed
# outcomes: error
# entries: own


def softmax():
    return None


confusion_matrix = compute_metrics = predict_1nn = as_dense_layer = readout = softmax
