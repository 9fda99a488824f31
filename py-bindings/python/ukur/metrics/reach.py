"""Metrics of the group ``reach``. Generated from the catalogue by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from .._core import Metric
from .._typing import ColumnLike, FloatLike, FloatOut, OnInvalid

__all__ = [
    "potential_reach_sum",
    "average_frequency",
    "gross_rating_points",
    "reach_rate_followers",
    "incremental_reach",
    "new_audience_share",
    "extended_reach_multiplier",
    "unique_reach_two",
    "unique_reach_three",
    "unique_reach_lower_bound",
    "unique_reach_upper_bound",
    "duplication_rate",
    "audience_overlap_coefficient",
    "audience_overlap_jaccard",
    "audience_overlap_containment",
    "reach_sainsbury",
    "reach_agostini",
    "exposure_binomial_reach",
    "exposure_binomial_k_plus",
    "reach_beta_binomial",
    "exposure_nbd_reach",
    "viewable_rate",
    "duration_weighted_impressions",
    "view_through_rate",
    "video_completion_rate",
    "follower_growth_rate",
]

_potential_reach_sum = Metric("potential_reach_sum")
_average_frequency = Metric("average_frequency")
_gross_rating_points = Metric("gross_rating_points")
_reach_rate_followers = Metric("reach_rate_followers")
_incremental_reach = Metric("incremental_reach")
_new_audience_share = Metric("new_audience_share")
_extended_reach_multiplier = Metric("extended_reach_multiplier")
_unique_reach_two = Metric("unique_reach_two")
_unique_reach_three = Metric("unique_reach_three")
_unique_reach_lower_bound = Metric("unique_reach_lower_bound")
_unique_reach_upper_bound = Metric("unique_reach_upper_bound")
_duplication_rate = Metric("duplication_rate")
_audience_overlap_coefficient = Metric("audience_overlap_coefficient")
_audience_overlap_jaccard = Metric("audience_overlap_jaccard")
_audience_overlap_containment = Metric("audience_overlap_containment")
_reach_sainsbury = Metric("reach_sainsbury")
_reach_agostini = Metric("reach_agostini")
_exposure_binomial_reach = Metric("exposure_binomial_reach")
_exposure_binomial_k_plus = Metric("exposure_binomial_k_plus")
_reach_beta_binomial = Metric("reach_beta_binomial")
_exposure_nbd_reach = Metric("exposure_nbd_reach")
_viewable_rate = Metric("viewable_rate")
_duration_weighted_impressions = Metric("duration_weighted_impressions")
_view_through_rate = Metric("view_through_rate")
_video_completion_rate = Metric("video_completion_rate")
_follower_growth_rate = Metric("follower_growth_rate")


def potential_reach_sum(followers_each: ColumnLike) -> float:
    """Followers of all influencers added up, with people who follow several counted several times.

    Potential reach (sum of followers, duplicated). Formula: ``sum(followers_each)``.

    Parameters
    ----------
    followers_each : array-like of float
        Followers of each influencer (unit: people, a finite number >= 0).

    Returns
    -------
    float
        Number of followers, duplicates included (unit: people).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: sum.
    Variant of the family reach: Choose it when overlaps are unknown and an upper limit is enough; it counts
    people twice who follow two accounts.

    References
    ----------
    Traackr help articles 2959000 (potential reach) and 2883170 (minimum sample)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.potential_reach_sum(followers_each=[100000, 50000, 200000]), 0)
    350000.0
    """
    return _potential_reach_sum.compute((followers_each,), "raise")  # type: ignore[no-any-return]


def average_frequency(impressions: FloatLike, reach: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """How often a reached person saw the content on average.

    Average frequency. Formula: ``impressions / reach``.

    Parameters
    ----------
    impressions : float or array-like of float
        Times the content was shown (unit: count, a whole number >= 0).
    reach : float or array-like of float
        Different people who saw it at least once (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Impressions per person reached, at least 1 (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``reach == 0``: ``zero_denominator``; ``impressions < reach``:
        ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Totals add the people of the rows, so they are right where rows share nobody; where audiences overlap,
    compute from the unduplicated reach.

    References
    ----------
    Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the
    MASB Universal Marketing Dictionary, marketing-dictionary.org; example from ainas.co (200 people, each
    sees it twice, 400 impressions)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.average_frequency(impressions=400, reach=200), 0)
    2.0
    """
    return _average_frequency.compute((impressions, reach), on_invalid)  # type: ignore[no-any-return]


def gross_rating_points(reach_share: FloatLike, frequency: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Exposures of a schedule per hundred people of the target population, repeats included.

    Gross rating points. Formula: ``reach_share * 100.0 * frequency``.

    Parameters
    ----------
    reach_share : float or array-like of float
        Share of the target population reached, as a fraction (unit: ratio, a fraction from 0 to 1).
    frequency : float or array-like of float
        Average exposures per person reached (unit: ratio, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Gross rating points; 100 equals one exposure per head of the population (unit: rating_points).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: sum.

    References
    ----------
    Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the
    MASB Universal Marketing Dictionary, marketing-dictionary.org

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.gross_rating_points(frequency=4, reach_share=0.6), 0)
    240.0
    """
    return _gross_rating_points.compute((reach_share, frequency), on_invalid)  # type: ignore[no-any-return]


def reach_rate_followers(reach: FloatLike, followers: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """People reached by a post relative to the followers of the account.

    Reach rate by followers. Formula: ``reach / followers``.

    Parameters
    ----------
    reach : float or array-like of float
        Different people who saw the post (unit: people, a whole number >= 0).
    followers : float or array-like of float
        Followers of the account (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the follower count; may exceed 1 when feeds recommend the post to others (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``followers == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    May exceed 1 (recommendation feeds): do not clamp.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.reach_rate_followers(followers=100000, reach=30000), 1)
    0.3
    """
    return _reach_rate_followers.compute((reach, followers), on_invalid)  # type: ignore[no-any-return]


def incremental_reach(reach_a: FloatLike, reach_b: FloatLike, overlap: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """People a second audience adds that the first one did not already reach.

    Incremental (extended) reach of a second audience. Formula: ``reach_b - overlap``.

    Parameters
    ----------
    reach_a : float or array-like of float
        People reached by the first audience (unit: people, a whole number >= 0).
    reach_b : float or array-like of float
        People reached by the second audience (unit: people, a whole number >= 0).
    overlap : float or array-like of float
        People in both audiences (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Number of people reached only through the second audience (unit: people).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``overlap > reach_a.min(reach_b)``: ``infeasible``.

    Notes
    -----
    Roll-up: recompute.

    References
    ----------
    article on measuring social media marketing (Indonesian), after socialmediaexaminer.com

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.incremental_reach(overlap=20000, reach_a=100000, reach_b=50000), 0)
    30000.0
    """
    return _incremental_reach.compute((reach_a, reach_b, overlap), on_invalid)  # type: ignore[no-any-return]


def new_audience_share(reach_new: FloatLike, reach: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of the people reached who were not in the brand's audience before.

    Share of reach that is a new audience. Formula: ``reach_new / reach``.

    Parameters
    ----------
    reach_new : float or array-like of float
        People reached who could not be reached before (unit: people, a whole number >= 0).
    reach : float or array-like of float
        All people reached (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of reach (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``reach == 0``: ``zero_denominator``; ``reach_new > reach``:
        ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Totals add the people of the rows, so they are right where rows share nobody; where audiences overlap,
    compute from the unduplicated reach.

    References
    ----------
    article on measuring social media marketing (Indonesian), after socialmediaexaminer.com

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.new_audience_share(reach=80000, reach_new=24000), 1)
    0.3
    """
    return _new_audience_share.compute((reach_new, reach), on_invalid)  # type: ignore[no-any-return]


def extended_reach_multiplier(seeded_impressions: FloatLike, shared_impressions: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Total impressions, shares included, as a multiple of those from the programme's own posts.

    Extended-reach multiplier (total over seeded impressions). Formula: ``(seeded_impressions +
    shared_impressions) / seeded_impressions``.

    Parameters
    ----------
    seeded_impressions : float or array-like of float
        Impressions from the programme's own posts (unit: count, a whole number >= 0).
    shared_impressions : float or array-like of float
        Further impressions caused by people passing the content on (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Multiple of the programme's own impressions, at least 1 (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``seeded_impressions == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    article on measuring social media marketing (Indonesian), after socialmediaexaminer.com

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.extended_reach_multiplier(seeded_impressions=20000, shared_impressions=30000), 1)
    2.5
    """
    return _extended_reach_multiplier.compute((seeded_impressions, shared_impressions), on_invalid)  # type: ignore[no-any-return]


def unique_reach_two(a: FloatLike, b: FloatLike, overlap: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Different people reached by two audiences, each person counted once.

    Unduplicated reach of two audiences. Formula: ``a + b - overlap``.

    Parameters
    ----------
    a : float or array-like of float
        People in the first audience (unit: people, a whole number >= 0).
    b : float or array-like of float
        People in the second audience (unit: people, a whole number >= 0).
    overlap : float or array-like of float
        People in both audiences (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Number of different people (unit: people).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``overlap > a.min(b)``: ``infeasible``.

    Notes
    -----
    Roll-up: recompute.
    Variant (default) of the family reach: Choose it for two audiences when their overlap is known; for more
    audiences use ids, or the bounds.
    The cited tutorial subtracts the overlap twice and prints 120K.

    References
    ----------
    inclusion-exclusion; counter-example: a dev.to tutorial by olams prints 120K for two 100K audiences
    sharing 40K (right: 160K)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.unique_reach_two(a=100000, b=100000, overlap=40000), 0)
    160000.0
    """
    return _unique_reach_two.compute((a, b, overlap), on_invalid)  # type: ignore[no-any-return]


def unique_reach_three(a: FloatLike, b: FloatLike, c: FloatLike, ab: FloatLike, ac: FloatLike, bc: FloatLike, abc: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Different people reached by three audiences, each person counted once.

    Unduplicated reach of three audiences. Formula: ``a + b + c - ab - ac - bc + abc``.

    Parameters
    ----------
    a : float or array-like of float
        People in the first audience (unit: people, a whole number >= 0).
    b : float or array-like of float
        People in the second audience (unit: people, a whole number >= 0).
    c : float or array-like of float
        People in the third audience (unit: people, a whole number >= 0).
    ab : float or array-like of float
        People in both the first and the second audience (unit: people, a whole number >= 0).
    ac : float or array-like of float
        People in both the first and the third audience (unit: people, a whole number >= 0).
    bc : float or array-like of float
        People in both the second and the third audience (unit: people, a whole number >= 0).
    abc : float or array-like of float
        People in all three audiences (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Number of different people (unit: people).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``abc > ab.min(ac).min(bc) || ab > a.min(b) || ac > a.min(c) || bc >
        b.min(c)``: ``infeasible``.

    Notes
    -----
    Roll-up: recompute.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.unique_reach_three(a=1000, ab=200, abc=20, ac=100, b=800, bc=50, c=500), 0)
    1970.0
    """
    return _unique_reach_three.compute((a, b, c, ab, ac, bc, abc), on_invalid)  # type: ignore[no-any-return]


def unique_reach_lower_bound(sizes: ColumnLike, pair_overlaps: ColumnLike) -> float:
    """Fewest different people that several audiences can reach, given only their pairwise overlaps.

    Lower bound of unduplicated reach from pairwise overlaps (Bonferroni). Formula: ``reach::bounds(sizes,
    pair_overlaps, None).map(|bounds| bounds.bonferroni)``.

    Parameters
    ----------
    sizes : array-like of float
        People in each audience (unit: people, a finite number >= 0).
    pair_overlaps : array-like of float
        People shared by each pair; for three audiences in the order 1-2, 1-3, 2-3 (unit: people, a finite
        number >= 0).

    Returns
    -------
    float
        Number of people; the true unduplicated reach is not below it (unit: people).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``sizes.is_empty()``: ``insufficient_data``; ``pair_overlaps.len() !=
        sizes.len() * (sizes.len() - 1) / 2``: ``infeasible``.

    Notes
    -----
    Roll-up: recompute.
    Tools report pairwise overlap only; the union of three or more audiences is then not identified. Pairs in
    order 12, 13, 23. An overlap larger than one of its audiences, or three that contradict each other, are
    infeasible. At most 1,000 audiences.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.unique_reach_lower_bound(pair_overlaps=[200, 100, 50], sizes=[1000, 800, 500]), 0)
    1950.0
    """
    return _unique_reach_lower_bound.compute((sizes, pair_overlaps), "raise")  # type: ignore[no-any-return]


def unique_reach_upper_bound(sizes: ColumnLike, pair_overlaps: ColumnLike) -> float:
    """Most different people that several audiences can reach, given only their pairwise overlaps.

    Upper bound of unduplicated reach from pairwise overlaps (Hunter-Worsley). Formula: ``reach::bounds(sizes,
    pair_overlaps, None).map(|bounds| bounds.hunter_worsley)``.

    Parameters
    ----------
    sizes : array-like of float
        People in each audience (unit: people, a finite number >= 0).
    pair_overlaps : array-like of float
        People shared by each pair; for three audiences in the order 1-2, 1-3, 2-3 (unit: people, a finite
        number >= 0).

    Returns
    -------
    float
        Number of people; the true unduplicated reach is not above it (unit: people).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``sizes.is_empty()``: ``insufficient_data``; ``pair_overlaps.len() !=
        sizes.len() * (sizes.len() - 1) / 2``: ``infeasible``.

    Notes
    -----
    Roll-up: recompute.
    Sum of sizes minus the maximum spanning tree of overlaps (Hunter 1976; Worsley 1982). With a triple
    overlap of 20 the truth is 1,970, inside [1,950, 2,000].

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.unique_reach_upper_bound(pair_overlaps=[200, 100, 50], sizes=[1000, 800, 500]), 0)
    2000.0
    """
    return _unique_reach_upper_bound.compute((sizes, pair_overlaps), "raise")  # type: ignore[no-any-return]


def duplication_rate(unique_reach: FloatLike, summed_reach: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of summed reach that counts people who were already counted elsewhere.

    Audience duplication rate. Formula: ``(summed_reach - unique_reach) / summed_reach``.

    Parameters
    ----------
    unique_reach : float or array-like of float
        Different people reached, each counted once (unit: people, a whole number >= 0).
    summed_reach : float or array-like of float
        Reach of the single audiences added up (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the summed reach (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``summed_reach == 0``: ``zero_denominator``; ``unique_reach >
        summed_reach``: ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Totals add the people of the rows, so they are right where rows share nobody; where audiences overlap,
    compute from the unduplicated reach.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.duplication_rate(summed_reach=200000, unique_reach=160000), 1)
    0.2
    """
    return _duplication_rate.compute((unique_reach, summed_reach), on_invalid)  # type: ignore[no-any-return]


def audience_overlap_coefficient(a: FloatLike, b: FloatLike, overlap: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of the smaller audience that also belongs to the larger one.

    Audience overlap (smaller audience as base). Formula: ``overlap / (a.min(b))``.

    Parameters
    ----------
    a : float or array-like of float
        People in the first audience (unit: people, a whole number >= 0).
    b : float or array-like of float
        People in the second audience (unit: people, a whole number >= 0).
    overlap : float or array-like of float
        People in both audiences (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the smaller audience (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``a.min(b) == 0``: ``zero_denominator``; ``overlap > a.min(b)``:
        ``infeasible``.

    Notes
    -----
    Roll-up: recompute.
    Variant (default) of the family audience_overlap: The default: choose it to see how much of the smaller
    audience is already paid for; state the counts beside it.

    References
    ----------
    infludata FAQ 80000601866 (engagement rate) and 80000990632 (overlap over the smaller audience)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.audience_overlap_coefficient(a=100000, b=50000, overlap=20000), 1)
    0.4
    """
    return _audience_overlap_coefficient.compute((a, b, overlap), on_invalid)  # type: ignore[no-any-return]


def audience_overlap_jaccard(a: FloatLike, b: FloatLike, overlap: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of all people in either audience who are in both.

    Audience overlap (Jaccard). Formula: ``overlap / (a + b - overlap)``.

    Parameters
    ----------
    a : float or array-like of float
        People in the first audience (unit: people, a whole number >= 0).
    b : float or array-like of float
        People in the second audience (unit: people, a whole number >= 0).
    overlap : float or array-like of float
        People in both audiences (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the union of both audiences (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``a + b - overlap == 0``: ``zero_denominator``; ``overlap > a.min(b)``:
        ``infeasible``.

    Notes
    -----
    Roll-up: recompute.
    Variant of the family audience_overlap: Choose it for a symmetric similarity of two audiences of about the
    same size; unequal sizes keep it low.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.audience_overlap_jaccard(a=100000, b=50000, overlap=20000), 9)
    0.153846154
    """
    return _audience_overlap_jaccard.compute((a, b, overlap), on_invalid)  # type: ignore[no-any-return]


def audience_overlap_containment(a: FloatLike, overlap: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of one audience that is also in another.

    Share of audience A also in B. Formula: ``overlap / a``.

    Parameters
    ----------
    a : float or array-like of float
        People in the audience taken as the base (unit: people, a whole number >= 0).
    overlap : float or array-like of float
        People in both audiences (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the first audience (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``a == 0``: ``zero_denominator``; ``overlap > a``: ``infeasible``.

    Notes
    -----
    Roll-up: recompute.
    Variant of the family audience_overlap: Choose it when one audience is the natural base, for instance the
    influencer already under contract.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.audience_overlap_containment(a=100000, overlap=20000), 1)
    0.2
    """
    return _audience_overlap_containment.compute((a, overlap), on_invalid)  # type: ignore[no-any-return]


def reach_sainsbury(reach_shares: ColumnLike) -> float:
    """Share of a population reached by several vehicles if exposures to them were independent.

    Net reach under independence (Sainsbury). Formula: ``union_of_independent(reach_shares)``.

    Parameters
    ----------
    reach_shares : array-like of float
        Share of the population each vehicle reaches, as fractions (unit: ratio, a fraction from 0 to 1).

    Returns
    -------
    float
        Fraction of the population; a model value, not a measurement (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: recompute.
    Variant (default) of the family net_reach_model: Choose it when only the single reaches are known, and
    label it a model: real audiences are rarely independent.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    AMIC: some planners multiply by 0.95. On the ham data independence gives 90.6 of 127 for N4+S1; the truth
    is 98.

    References
    ----------
    Sainsbury's random-duplication formula, as used by Mediatool and BunkerDB; example from
    latinbusinesstoday.com (400 vehicles of 0.1 % reach 33 %)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.reach_sainsbury(reach_shares=[0.001] * 400), 9)
    0.329814094
    """
    return _reach_sainsbury.compute((reach_shares,), "raise")  # type: ignore[no-any-return]


def reach_agostini(gross_audience: FloatLike, pairwise_duplication: FloatLike, k: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Estimated net audience from gross audience and summed pairwise duplications, after Agostini.

    Net reach (Agostini). Formula: ``(gross_audience * gross_audience) / (k * pairwise_duplication +
    gross_audience)``.

    Parameters
    ----------
    gross_audience : float or array-like of float
        Audiences of all vehicles added up, in people (unit: people, a finite number >= 0).
    pairwise_duplication : float or array-like of float
        Overlaps of all pairs of vehicles added up, in people (unit: people, a finite number >= 0).
    k : float or array-like of float
        Fitted constant of the formula; 1.125 was found for French magazines (unit: ratio, a finite number >
        0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Number of people; a model value, not a measurement (unit: people).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``k * pairwise_duplication + gross_audience == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: recompute.
    Variant of the family net_reach_model: Choose it when the pairwise overlaps are known and one estimate is
    wanted, with k fitted to your own media.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    K = 1.125 was estimated on French magazines; a parameter, not a constant of nature. People, not a share,
    unlike the other variants; a model and not a bound: two identical audiences of 100 give 128.

    References
    ----------
    Agostini (1961), Journal of Advertising Research 1

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.reach_agostini(gross_audience=100, k=1.125, pairwise_duplication=20), 9)
    81.632653061
    """
    return _reach_agostini.compute((gross_audience, pairwise_duplication, k), on_invalid)  # type: ignore[no-any-return]


def exposure_binomial_reach(rating: FloatLike, insertions: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of a population that sees at least one of several equal, independent insertions.

    Reach of n equal insertions, independent. Formula: ``complement_of_power(rating, insertions)``.

    Parameters
    ----------
    rating : float or array-like of float
        Share of the population one insertion reaches, as a fraction (unit: ratio, a fraction from 0 to 1).
    insertions : float or array-like of float
        Number of insertions (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the population (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    Media Flight Plan, chapter 9 (magazine with rating 15: 52.20 % see none of 4 issues)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.exposure_binomial_reach(insertions=4, rating=0.15), 8)
    0.47799375
    """
    return _exposure_binomial_reach.compute((rating, insertions), on_invalid)  # type: ignore[no-any-return]


def exposure_binomial_k_plus(rating: FloatLike, insertions: FloatLike, k: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of a population that sees at least k of several equal, independent insertions.

    Effective reach (k or more of n), independent. Formula: ``binomial_sf(k - 1.0, insertions, rating)``.

    Parameters
    ----------
    rating : float or array-like of float
        Share of the population one insertion reaches, as a fraction (unit: ratio, a fraction from 0 to 1).
    insertions : float or array-like of float
        Number of insertions (unit: count, a whole number >= 0).
    k : float or array-like of float
        Fewest exposures that count as effective (unit: count_each, a whole number >= 1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the population (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    Media Flight Plan, chapter 9 (magazine with rating 15: 52.20 % see none of 4 issues)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.exposure_binomial_k_plus(insertions=4, k=2, rating=0.15), 8)
    0.10951875
    """
    return _exposure_binomial_k_plus.compute((rating, insertions, k), on_invalid)  # type: ignore[no-any-return]


def reach_beta_binomial(one_reach: FloatLike, two_reach: FloatLike, insertions: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of a population reached by n insertions when people differ in how often they see the vehicle.

    Net reach, beta-binomial (Metheringham). Formula: ``beta_binomial_reach(one_reach, two_reach,
    insertions)``.

    Parameters
    ----------
    one_reach : float or array-like of float
        Share of the population reached by one insertion, as a fraction (unit: ratio, a fraction from 0 to 1).
    two_reach : float or array-like of float
        Share of the population reached by two insertions, as a fraction (unit: ratio, a fraction from 0 to
        1).
    insertions : float or array-like of float
        Number of insertions (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the population; a model value, not a measurement (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``two_reach <= one_reach || two_reach >= 2.0 * one_reach - (one_reach *
        one_reach)``: ``not_identified``.

    Notes
    -----
    Roll-up: recompute.
    Variant of the family net_reach_model: Choose it for repeated insertions in one vehicle when the reach of
    one and of two insertions is known.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    Metheringham (1964), beta-binomial exposure; Rust (1986), Advertising Media Models

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.reach_beta_binomial(insertions=4, one_reach=0.15, two_reach=0.2), 9)
    0.249730196
    """
    return _reach_beta_binomial.compute((one_reach, two_reach, insertions), on_invalid)  # type: ignore[no-any-return]


def exposure_nbd_reach(r: FloatLike, alpha: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of a population exposed at least once when exposure rates follow a gamma distribution (NBD).

    Reach under gamma-Poisson exposure (NBD). Formula: ``-libm::expm1(-r * libm::log1p(1.0 / alpha))``.

    Parameters
    ----------
    r : float or array-like of float
        Shape of the gamma distribution of exposure rates (unit: ratio, a finite number > 0).
    alpha : float or array-like of float
        Rate parameter of the gamma distribution, per unit of time (unit: ratio, a finite number > 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the population exposed within one unit of time (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    Fader & Hardie billboard-exposure teaching example; parameters from memory.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.exposure_nbd_reach(alpha=0.218, r=0.969), 9)
    0.811212985
    """
    return _exposure_nbd_reach.compute((r, alpha), on_invalid)  # type: ignore[no-any-return]


def viewable_rate(viewable: FloatLike, measured: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of the measured impressions that could actually be seen.

    Viewable rate. Formula: ``viewable / measured``.

    Parameters
    ----------
    viewable : float or array-like of float
        Impressions that met the viewability standard (unit: count, a whole number >= 0).
    measured : float or array-like of float
        Impressions whose viewability was measured, not all that were served (unit: count, a whole number >=
        0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the measured impressions (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``measured == 0``: ``zero_denominator``; ``viewable > measured``:
        ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Denominator is MEASURED impressions, not served ones.

    References
    ----------
    MRC Digital Audience-Based Measurement Standards v1.0 (December 2017)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.viewable_rate(measured=90000, viewable=54000), 1)
    0.6
    """
    return _viewable_rate.compute((viewable, measured), on_invalid)  # type: ignore[no-any-return]


def duration_weighted_impressions(viewable: FloatLike, seconds_viewed: FloatLike, ad_seconds: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Viewable impressions, each weighted by the part of the advertisement that was viewed.

    Duration-weighted viewable impressions. Formula: ``viewable * (seconds_viewed / ad_seconds).min(1.0)``.

    Parameters
    ----------
    viewable : float or array-like of float
        Viewable impressions (unit: count, a whole number >= 0).
    seconds_viewed : float or array-like of float
        Average seconds viewed per impression (unit: seconds, a finite number >= 0).
    ad_seconds : float or array-like of float
        Length of the advertisement in seconds (unit: seconds, a finite number > 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Number of full-length viewable impressions (unit: count).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: sum.

    References
    ----------
    MRC Digital Audience-Based Measurement Standards v1.0 (December 2017)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.duration_weighted_impressions(ad_seconds=15, seconds_viewed=6, viewable=1000), 0)
    400.0
    """
    return _duration_weighted_impressions.compute((viewable, seconds_viewed, ad_seconds), on_invalid)  # type: ignore[no-any-return]


def view_through_rate(views: FloatLike, impressions: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Video views per impression of the video.

    Video view rate. Formula: ``views / impressions``.

    Parameters
    ----------
    views : float or array-like of float
        Video views, by the platform's definition of a view (unit: count, a whole number >= 0).
    impressions : float or array-like of float
        Times the video was shown (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Views per impression, as a fraction (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``impressions == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.view_through_rate(impressions=10000, views=2500), 2)
    0.25
    """
    return _view_through_rate.compute((views, impressions), on_invalid)  # type: ignore[no-any-return]


def video_completion_rate(completions: FloatLike, starts: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Plays that ran to the end relative to plays that were started.

    Video completion rate. Formula: ``completions / starts``.

    Parameters
    ----------
    completions : float or array-like of float
        Plays that ran to the end (unit: count, a whole number >= 0).
    starts : float or array-like of float
        Plays that were started (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Completed plays per start, as a fraction (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``starts == 0``: ``zero_denominator``; ``completions > starts``:
        ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.video_completion_rate(completions=450, starts=1500), 1)
    0.3
    """
    return _video_completion_rate.compute((completions, starts), on_invalid)  # type: ignore[no-any-return]


def follower_growth_rate(start: FloatLike, end: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Change of the follower count over a period relative to its start.

    Follower growth rate. Formula: ``(end - start) / start``.

    Parameters
    ----------
    start : float or array-like of float
        Followers at the start of the period (unit: people, a whole number >= 0).
    end : float or array-like of float
        Followers at the end of the period (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the starting count; negative when followers were lost (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``start == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: recompute.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.follower_growth_rate(end=9200, start=8000), 2)
    0.15
    """
    return _follower_growth_rate.compute((start, end), on_invalid)  # type: ignore[no-any-return]
