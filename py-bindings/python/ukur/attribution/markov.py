"""Credit by removal effect in a Markov chain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from .. import _core
from .._checked import checked
from .._frames import frame_like
from .._progress import Progress, as_callback
from .._typing import CodeArray, ColumnLike, FloatArray
from ._door import Paths, as_journeys
from .credits import Credits, named_record

__all__ = ["MarkovAttribution", "TransitionMatrix", "markov", "transition_matrix"]


@dataclass(frozen=True)
class MarkovAttribution:
    """Markov credits, with the removal effects they come from.

    Attributes
    ----------
    credits : Credits
        The credits.
    conversion_probability : float
        Probability that a journey converts, with every channel there.
    removal_effects : tuple of float
        Share of the conversions that is lost without the channel.
    removal_effects_value : tuple of float or None
        Share of the value that is lost; None where the conversions carry no value.
    states : int
        How many states the chain has.
    """

    credits: Credits
    conversion_probability: float
    removal_effects: tuple[float, ...]
    removal_effects_value: tuple[float, ...] | None
    states: int


@dataclass(frozen=True, eq=False)
class TransitionMatrix:
    """The moves of the chain, one entry a move that was seen.

    Attributes
    ----------
    states : tuple of str
        ``"(start)"``, then the touches that each state remembers, ``"(conversion)"``, ``"(null)"``.
    source, target : numpy.ndarray
        Places in `states` that a move leaves and reaches.
    count, probability : numpy.ndarray
        How often it was seen; the moves of one state have probabilities that add up to 1.
    """

    states: tuple[str, ...]
    source: CodeArray
    target: CodeArray
    count: FloatArray
    probability: FloatArray

    @checked
    def to_frame(self, backend: Any = "pandas") -> Any:
        """A table with one row a move: source, target, count, probability.

        Parameters
        ----------
        backend : str
            ``"pandas"``, ``"polars"`` or ``"pyarrow"``.
        """
        return frame_like(
            backend,
            {
                "source": [self.states[at] for at in self.source],
                "target": [self.states[at] for at in self.target],
                "count": self.count,
                "probability": self.probability,
            },
        )


@checked
def markov(
    paths: Paths,
    conversions: ColumnLike | None = None,
    nulls: ColumnLike | None = None,
    values: ColumnLike | None = None,
    *,
    order: int = 1,
    removal: Literal["to_null", "drop"] = "to_null",
    separator: str = ">",
    progress: Progress = None,
) -> MarkovAttribution:
    """Share out conversions and value by removal effect in a Markov chain.

    The chain is solved, not simulated: two runs give the same bits, and so do rows in another order.

    Parameters
    ----------
    paths, conversions, nulls, values, separator
        As for :func:`count_paths`. Without `nulls` every journey converts.
    order : int
        How many touches a state remembers.
    removal : {"to_null", "drop"}
        Whether a customer on the way to the removed channel is lost (Anderl et al.), or takes one of the other
        moves; with the latter a channel may have a negative effect, and then gets no credit.
    progress : bool or callable, optional
        True for a line on the error stream; or a function of steps done and in all, False stops the work.

    Returns
    -------
    MarkovAttribution
        Credits and removal effects.

    Raises
    ------
    UndefinedError
        ``insufficient_data`` where no conversion has a touch before it.
    CancelledError
        When `progress` answers False.

    Examples
    --------
    >>> found = ukur.attribution.markov(["G", "M", "G > M"], [2, 1, 1], [1, 0, 0])
    >>> [round(effect, 3) for effect in found.removal_effects]
    [0.75, 0.5]
    >>> round(found.credits.by_channel()["G"], 3)
    2.4

    References
    ----------
    Anderl, Becker, von Wangenheim and Schumann (2016), Int. J. of Research in Marketing 33:457.
    """
    given = as_journeys(paths, conversions, nulls, values, separator)
    text = _core.attribution_markov(given._columns(), order, removal, as_callback(progress))
    return named_record(MarkovAttribution, text, given.channels)


@checked
def transition_matrix(
    paths: Paths,
    conversions: ColumnLike | None = None,
    nulls: ColumnLike | None = None,
    *,
    order: int = 1,
    separator: str = ">",
) -> TransitionMatrix:
    """Show the transition matrix that :func:`markov` solves.

    Parameters
    ----------
    paths, conversions, nulls, separator
        As for :func:`count_paths`.
    order : int
        How many touches a state remembers.

    Returns
    -------
    TransitionMatrix
        One entry a move that was seen.

    Raises
    ------
    UndefinedError
        ``insufficient_data`` without a journey with a touch.

    Examples
    --------
    >>> matrix = ukur.attribution.transition_matrix(["A", "A > B"], [1, 1], [2, 0])
    >>> matrix.states
    ('(start)', 'A', 'B', '(conversion)', '(null)')
    >>> matrix.probability
    array([1.  , 0.25, 0.25, 0.5 , 1.  ])
    """
    given = as_journeys(paths, conversions, nulls, None, separator)
    offsets, contexts, source, target, count, probability = _core.attribution_transition_matrix(
        given._columns(), order
    )
    names = [
        " > ".join(given.channels[step] for step in contexts[start:end])
        for start, end in zip(offsets[1:-3], offsets[2:-2], strict=True)
    ]
    states = ("(start)", *names, "(conversion)", "(null)")
    return TransitionMatrix(states, source, target, count, probability)
