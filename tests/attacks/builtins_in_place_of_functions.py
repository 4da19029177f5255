"""Builtin classes and functions in place of functions."""
# expect: failed
# outcomes: error failed timeout crashed
# entries: own
import os
import sys

softmax = compute_metrics = type
confusion_matrix = predict_1nn = sys.exit
as_dense_layer = ValueError
readout = os.abort
