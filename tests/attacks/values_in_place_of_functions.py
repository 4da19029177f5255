"""Arrays in place of functions."""
# expect: not_loaded
# entries: own
import numpy as np

softmax = confusion_matrix = compute_metrics = predict_1nn = as_dense_layer = readout = np.zeros(3)
