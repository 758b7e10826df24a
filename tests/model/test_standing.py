import pytest

from sayso.model import Stance, Standing
from sayso.model.standing import standing_of

YES, NO, MAYBE, NONE = Stance.AFFIRMS, Stance.DENIES, Stance.UNCERTAIN, Stance.NONE

# The members' stances, the fewest origins, the reports → how the claim stands.
STANDINGS = [
    ([YES], 1, 1, Standing.SINGLE_ORIGIN),
    ([YES, YES], 1, 1, Standing.SINGLE_ORIGIN),
    ([YES, YES], 1, 2, Standing.REPEATED),
    ([YES, MAYBE], 1, 2, Standing.REPEATED),
    ([YES, YES], 2, 2, Standing.CORROBORATED),
    ([YES, YES], 2, 1, Standing.CORROBORATED),  # two sources in one report
    ([YES, YES, MAYBE, NONE], 3, 9, Standing.CORROBORATED),
    ([YES, NO], 1, 1, Standing.DISPUTED),
    ([NO, YES, YES], 2, 3, Standing.DISPUTED),
    ([NO], 1, 1, Standing.DENIED),
    ([NO, NO, MAYBE], 2, 2, Standing.DENIED),
    ([MAYBE], 0, 1, Standing.SINGLE_ORIGIN),
    ([MAYBE, MAYBE], 2, 2, Standing.REPEATED),  # nobody affirms it
]


@pytest.mark.parametrize(("stances", "fewest", "reports", "expected"), STANDINGS)
def test_how_a_claim_stands(
    stances: list[Stance], fewest: int, reports: int, expected: Standing
) -> None:
    assert standing_of(stances, fewest_origins=fewest, reports=reports) is expected
    assert standing_of(reversed(stances), fewest_origins=fewest, reports=reports) is expected
