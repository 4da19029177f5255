"""Imports much of the standard library, some of it late."""
# drill: softmax
import abc
import asyncio
import bisect
import collections
import copy
import csv
import decimal
import enum
import fractions
import heapq
import inspect
import io
import itertools
import json
import math
import operator
import pathlib
import pickle
import pprint
import re
import statistics
import string
import tempfile
import textwrap
import threading
import timeit
import traceback
import unittest
import uuid

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.linalg import norm


def softmax(z):
    import concurrent.futures
    import datetime
    import sqlite3

    z = np.asarray(z)
    z = z if z.dtype.kind == "f" else z.astype(float)
    e = np.exp(z - z.max(-1, keepdims=True))
    return copy.deepcopy(pickle.loads(pickle.dumps(e / e.sum(-1, keepdims=True))))
