#!/usr/bin/env python3
"""A script as people write them: a shebang, a main guard, asserts and a demonstration."""
# drill: softmax
import argparse
import logging
import os
import sys

import numpy as np

logging.basicConfig(level=logging.DEBUG)
log = logging.getLogger(__name__)
HERE = os.path.dirname(os.path.abspath(__file__))


def softmax(z):
    log.debug("z = %s", z)
    z = np.asarray(z)
    if not np.issubdtype(z.dtype, np.floating):
        z = z.astype(np.float64)
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


assert np.allclose(softmax(np.array([0.0, 0.0])), 0.5)

if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.parse_args(sys.argv[1:])
    print(softmax(np.array([1.0, 2.0])))
