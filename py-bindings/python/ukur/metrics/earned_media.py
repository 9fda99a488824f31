"""Metrics of the group ``earned_media``. Generated from the catalogue by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from .._core import Metric
from .._typing import ColumnLike, FloatLike, FloatOut, OnInvalid

__all__ = [
    "emv_weighted",
    "emv_cpm",
    "emv_cpm_cpc",
    "emv_multiple",
    "emv_double_count_factor",
    "earned_impressions_growth",
    "ugc_replacement_value",
    "seeding_post_rate",
    "seeding_cost_per_post",
    "contest_entries_per_1000",
    "sell_through_rate",
    "sell_out_velocity",
    "positive_content_share",
]

_emv_weighted = Metric("emv_weighted")
_emv_cpm = Metric("emv_cpm")
_emv_cpm_cpc = Metric("emv_cpm_cpc")
_emv_multiple = Metric("emv_multiple")
_emv_double_count_factor = Metric("emv_double_count_factor")
_earned_impressions_growth = Metric("earned_impressions_growth")
_ugc_replacement_value = Metric("ugc_replacement_value")
_seeding_post_rate = Metric("seeding_post_rate")
_seeding_cost_per_post = Metric("seeding_cost_per_post")
_contest_entries_per_1000 = Metric("contest_entries_per_1000")
_sell_through_rate = Metric("sell_through_rate")
_sell_out_velocity = Metric("sell_out_velocity")
_positive_content_share = Metric("positive_content_share")


def emv_weighted(likes: FloatLike, comments: FloatLike, impressions: FloatLike, like_value: FloatLike, comment_value: FloatLike, cpm: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Cost-equivalent of earned likes, comments and impressions at the caller's price for each.

    Earned media value, price list per action. Formula: ``likes * like_value + comments * comment_value +
    impressions / 1000.0 * cpm``.

    Parameters
    ----------
    likes : float or array-like of float
        Likes earned (unit: count, a whole number >= 0).
    comments : float or array-like of float
        Comments earned (unit: count, a whole number >= 0).
    impressions : float or array-like of float
        Impressions earned (unit: count, a whole number >= 0).
    like_value : float or array-like of float
        Price set for one like, in one currency (unit: currency_each, a finite number >= 0).
    comment_value : float or array-like of float
        Price set for one comment, in the same currency (unit: currency_each, a finite number >= 0).
    cpm : float or array-like of float
        Price set for a thousand impressions, in the same currency (unit: currency_each, a finite number >=
        0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency; what it might have cost to buy, not value earned (unit: currency).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: sum.
    Variant of the family emv: Choose it when a price for every action has been agreed; report the price list
    with the result.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    No default EMV: every vendor has its own price list and AMEC rejects cost-equivalence. Require the caller
    to pass the prices.

    References
    ----------
    Later Influence help article 21083269843607 (EMV with the Ayzenberg index)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.emv_weighted(comment_value=0.5, comments=500, cpm=0.05, impressions=50000, like_value=0.3, likes=5000), 1)
    1752.5
    """
    return _emv_weighted.compute((likes, comments, impressions, like_value, comment_value, cpm), on_invalid)  # type: ignore[no-any-return]


def emv_cpm(impressions: FloatLike, cpm: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Cost-equivalent of earned impressions at the price of paid ones.

    Earned media value, paid-CPM equivalent. Formula: ``impressions / 1000.0 * cpm``.

    Parameters
    ----------
    impressions : float or array-like of float
        Impressions earned (unit: count, a whole number >= 0).
    cpm : float or array-like of float
        Price of a thousand paid impressions, in one currency (unit: currency_each, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency; what it might have cost to buy, not value earned (unit: currency).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: sum.
    Variant of the family emv: Choose it when only impressions are known and a comparable paid CPM is at hand.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    Duel help pages on EMV (views priced at CPM, reactions and comments at CPC)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.emv_cpm(cpm=10.8, impressions=50000), 0)
    540.0
    """
    return _emv_cpm.compute((impressions, cpm), on_invalid)  # type: ignore[no-any-return]


def emv_cpm_cpc(views: FloatLike, cpm: FloatLike, reactions: FloatLike, comments: FloatLike, cpc: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Cost-equivalent of earned views at a CPM and of earned reactions and comments at a CPC.

    Earned media value, CPM plus CPC. Formula: ``views / 1000.0 * cpm + (reactions + comments) * cpc``.

    Parameters
    ----------
    views : float or array-like of float
        Views earned (unit: count, a whole number >= 0).
    cpm : float or array-like of float
        Price of a thousand paid impressions, in one currency (unit: currency_each, a finite number >= 0).
    reactions : float or array-like of float
        Reactions earned (unit: count, a whole number >= 0).
    comments : float or array-like of float
        Comments earned (unit: count, a whole number >= 0).
    cpc : float or array-like of float
        Price of one paid click, in the same currency (unit: currency_each, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency; what it might have cost to buy, not value earned (unit: currency).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: sum.
    Variant of the family emv: Choose it when exposure and interaction should be priced apart, as Duel does.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    Duel help pages on EMV (views priced at CPM, reactions and comments at CPC)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.emv_cpm_cpc(comments=50, cpc=1, cpm=10.8, reactions=500, views=50000), 0)
    1090.0
    """
    return _emv_cpm_cpc.compute((views, cpm, reactions, comments, cpc), on_invalid)  # type: ignore[no-any-return]


def emv_multiple(emv: FloatLike, cost: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Earned media value as a multiple of what the campaign cost; not a return on investment.

    EMV over cost (some vendors call it ROI). Formula: ``emv / cost``.

    Parameters
    ----------
    emv : float or array-like of float
        Earned media value, in one currency (unit: currency, a finite number >= 0).
    cost : float or array-like of float
        Cost of the campaign, in the same currency (unit: currency, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Cost-equivalent per unit of cost (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``cost == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    Never label this ROI: the same help page has carried two different ROI formulas, EMV/cost and (EMV + sales
    - cost)/cost.

    References
    ----------
    Later Influence help article 21083269843607 (EMV with the Ayzenberg index)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.emv_multiple(cost=500, emv=1752.5), 3)
    3.505
    """
    return _emv_multiple.compute((emv, cost), on_invalid)  # type: ignore[no-any-return]


def emv_double_count_factor(brands_per_post: ColumnLike, emv_per_post: ColumnLike) -> float:
    """Factor by which earned media value is inflated when every brand in a post is given all of it.

    EMV double counting when each brand mention gets the full post EMV. Formula: ``sum(brands_per_post *
    emv_per_post) / sum(emv_per_post)``.

    Parameters
    ----------
    brands_per_post : array-like of float
        Brands mentioned in each post (unit: count, a finite number >= 0).
    emv_per_post : array-like of float
        Earned media value of each post, in one currency (unit: currency, a finite number >= 0).

    Returns
    -------
    float
        Multiple of the value counted once; 1 means no double counting (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``brands_per_post.len() != emv_per_post.len()``: ``infeasible``;
        ``sum(emv_per_post) == 0.0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    CreatorIQ credits the whole post to every mentioned brand (500k to each of three brands).

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.emv_double_count_factor(brands_per_post=[3, 1], emv_per_post=[500000, 500000]), 0)
    2.0
    """
    return _emv_double_count_factor.compute((brands_per_post, emv_per_post), "raise")  # type: ignore[no-any-return]


def earned_impressions_growth(later: FloatLike, first: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Earned impressions at a later time as a multiple of those at an earlier one.

    Growth multiple of earned impressions. Formula: ``later / first``.

    Parameters
    ----------
    later : float or array-like of float
        Cumulative earned impressions at the later time (unit: count, a whole number >= 0).
    first : float or array-like of float
        Cumulative earned impressions at the earlier time (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Multiple; gross impressions, not people (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``first == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: recompute.

    References
    ----------
    article on influencer loyalty programmes (Malay)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.earned_impressions_growth(first=2300000000, later=5000000000), 9)
    2.173913043
    """
    return _earned_impressions_growth.compute((later, first), on_invalid)  # type: ignore[no-any-return]


def ugc_replacement_value(usable_assets: FloatLike, cost_per_produced_asset: FloatLike, programme_cost: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """What producing usable customer content in-house would have cost, less the cost of the programme.

    Value of user-generated content (replacement cost). Formula: ``usable_assets * cost_per_produced_asset -
    programme_cost``.

    Parameters
    ----------
    usable_assets : float or array-like of float
        Pieces of customer content good enough to use (unit: count, a whole number >= 0).
    cost_per_produced_asset : float or array-like of float
        Cost of producing one such piece, in one currency (unit: currency_each, a finite number >= 0).
    programme_cost : float or array-like of float
        Cost of the programme that brought them in, in the same currency (unit: currency, a finite number >=
        0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency; negative when producing them would have been cheaper (unit: currency).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: sum.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.ugc_replacement_value(cost_per_produced_asset=150, programme_cost=6000, usable_assets=120), 0)
    12000.0
    """
    return _ugc_replacement_value.compute((usable_assets, cost_per_produced_asset, programme_cost), on_invalid)  # type: ignore[no-any-return]


def seeding_post_rate(creators_who_posted: FloatLike, creators_seeded: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of the creators given free product who posted about it.

    Product-seeding post rate. Formula: ``creators_who_posted / creators_seeded``.

    Parameters
    ----------
    creators_who_posted : float or array-like of float
        Creators who posted at least once (unit: count_or_people, a whole number >= 0).
    creators_seeded : float or array-like of float
        Creators who were sent product (unit: count_or_people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of creators sent product (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``creators_seeded == 0``: ``zero_denominator``; ``creators_who_posted >
        creators_seeded``: ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.seeding_post_rate(creators_seeded=200, creators_who_posted=84), 2)
    0.42
    """
    return _seeding_post_rate.compute((creators_who_posted, creators_seeded), on_invalid)  # type: ignore[no-any-return]


def seeding_cost_per_post(units_sent: FloatLike, unit_cogs: FloatLike, unit_shipping: FloatLike, posts: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Product and shipping cost for each post obtained by giving product away.

    Seeding cost per post obtained. Formula: ``(units_sent * (unit_cogs + unit_shipping)) / posts``.

    Parameters
    ----------
    units_sent : float or array-like of float
        Units sent out (unit: count, a whole number >= 0).
    unit_cogs : float or array-like of float
        Cost of goods per unit, in one currency (unit: currency_each, a finite number >= 0).
    unit_shipping : float or array-like of float
        Shipping per unit, in the same currency (unit: currency_each, a finite number >= 0).
    posts : float or array-like of float
        Posts obtained (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency per post (unit: currency_each).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``posts == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.seeding_cost_per_post(posts=84, unit_cogs=12, unit_shipping=9, units_sent=200), 0)
    50.0
    """
    return _seeding_cost_per_post.compute((units_sent, unit_cogs, unit_shipping, posts), on_invalid)  # type: ignore[no-any-return]


def contest_entries_per_1000(entries: FloatLike, followers: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Contest entries for every thousand followers.

    Contest entries per 1,000 followers. Formula: ``(1000.0 * entries) / followers``.

    Parameters
    ----------
    entries : float or array-like of float
        Entries to the contest (unit: count, a whole number >= 0).
    followers : float or array-like of float
        Followers of the account that ran it (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Entries per 1,000 followers (unit: per_thousand).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``followers == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.contest_entries_per_1000(entries=450, followers=90000), 0)
    5.0
    """
    return _contest_entries_per_1000.compute((entries, followers), on_invalid)  # type: ignore[no-any-return]


def sell_through_rate(units_sold: FloatLike, units_received: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of the stock received that was sold.

    Sell-through rate. Formula: ``units_sold / units_received``.

    Parameters
    ----------
    units_sold : float or array-like of float
        Units sold in the period (unit: count, a whole number >= 0).
    units_received : float or array-like of float
        Units received for sale (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of units received (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``units_received == 0``: ``zero_denominator``; ``units_sold >
        units_received``: ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.sell_through_rate(units_received=1000, units_sold=850), 2)
    0.85
    """
    return _sell_through_rate.compute((units_sold, units_received), on_invalid)  # type: ignore[no-any-return]


def sell_out_velocity(units_sold: FloatLike, minutes: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Units sold per minute from launch on.

    Sell-out velocity. Formula: ``units_sold / minutes``.

    Parameters
    ----------
    units_sold : float or array-like of float
        Units sold (unit: count, a whole number >= 0).
    minutes : float or array-like of float
        Minutes the sale took (unit: minutes, a finite number > 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Units per minute (unit: per_minute).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: recompute.
    Article: first item gone within 10 minutes; unit count not given.

    References
    ----------
    article on influencer loyalty programmes (Malay)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.sell_out_velocity(minutes=10, units_sold=500), 0)
    50.0
    """
    return _sell_out_velocity.compute((units_sold, minutes), on_invalid)  # type: ignore[no-any-return]


def positive_content_share(positive: FloatLike, total: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of the posts about a brand that are positive.

    Share of positive posts. Formula: ``positive / total``.

    Parameters
    ----------
    positive : float or array-like of float
        Posts rated positive (unit: count, a whole number >= 0).
    total : float or array-like of float
        All posts, neutral and negative ones included (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of posts (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``total == 0``: ``zero_denominator``; ``positive > total``:
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
    >>> round(ukur.metrics.positive_content_share(positive=180, total=200), 1)
    0.9
    """
    return _positive_content_share.compute((positive, total), on_invalid)  # type: ignore[no-any-return]
