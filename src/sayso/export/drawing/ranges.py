"""Numbers as ranges, one under the other, over one axis."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.export.numbers import Disagreement, Figure

WIDTH = 720.0
_LEFT, _RIGHT = 250.0, 690.0
_ROW, _TOP = 34.0, 30.0
_TICKS = 6
_DIGITS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Tick:
    """A number on the axis."""

    x: float
    number: int


@dataclass(frozen=True, slots=True)
class Bar:
    """The range of one number; it has an arrow on a side on which it has no end."""

    figure: Figure
    y: float
    left: float
    right: float
    open_left: bool
    open_right: bool

    @property
    def is_point(self) -> bool:
        """Whether it is one number."""
        return self.left == self.right


@dataclass(frozen=True, slots=True, kw_only=True)
class RangePlot:
    """Ranges as they are drawn."""

    height: float
    axis: float
    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]


def range_plot(disagreement: Disagreement) -> RangePlot:
    """The numbers of `disagreement`, each on a line of its own."""
    figures = disagreement.figures
    step = _step(max(map(_end, figures)))
    last = step * (max(map(_end, figures)) // step + 1)
    axis = _TOP + _ROW * len(figures)

    def at(number: int) -> float:
        return round(_LEFT + (_RIGHT - _LEFT) * number / last, 1)

    return RangePlot(
        height=axis + 28,
        axis=axis,
        ticks=tuple(Tick(at(number), number) for number in range(0, last + 1, step)),
        bars=tuple(
            Bar(
                figure=one,
                y=_TOP + _ROW * (row + 0.5),
                left=at(one.quantity.low or 0),
                right=at(last if one.quantity.high is None else one.quantity.high),
                open_left=one.quantity.low is None,
                open_right=one.quantity.high is None,
            )
            for row, one in enumerate(figures)
        ),
    )


def _end(figure: Figure) -> int:
    return max(figure.quantity.low or 0, figure.quantity.high or 0, 1)


def _step(most: int) -> int:
    """The round number by which about six ticks reach `most`."""
    power = 1
    while True:
        for digit in _DIGITS:
            if most <= digit * power * _TICKS:
                return digit * power
        power *= 10
