import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from lxml import etree

from sayso.export.formats import FORMATS, save
from sayso.ledger import Ledger
from sayso.model import Reading
from tests.strategies import readings


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(readings())
def test_whatever_is_read_can_be_written_in_every_format(reading: Reading) -> None:
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "sayso.db") as ledger:
        ledger.add(reading)
        for name, form in FORMATS.items():
            save(ledger, form, Path(folder) / name)
        network = etree.parse(Path(folder) / "graphml").getroot()
    assert etree.QName(network[-1]).localname == "graph"
