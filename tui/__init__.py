"""A terminal briefing reader for many accounts of one story."""

import os

__version__ = "0.1.0"

# The matrices here are small: more threads than one spend their time waiting for each other. Read when numpy is loaded.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
