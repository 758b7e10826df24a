"""One cluster of two processors for all tests that need one."""

from collections.abc import Iterator

import pytest

from sayso.pipeline.cluster.session import session


@pytest.fixture(scope="package")
def cluster() -> Iterator[int]:
    """A cluster on this machine, which every `session` in this process then uses."""
    with session(None, 2) as processors:
        yield processors
