"""What a process of the tests has loaded from its beginning: all that reading takes."""

from fuzzing import watching  # noqa: F401 - it has readers of its own
from sayso.pipeline import pages, run  # noqa: F401 - what is read comes through these
from sayso.pipeline.reading import load_engine
from tests.pipeline import fakes  # noqa: F401 - readers that tests put in their place

load_engine()
