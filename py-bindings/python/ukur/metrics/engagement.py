"""Metrics of the group ``engagement``. Generated from the catalogue by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from .._core import Metric
from .._typing import ColumnLike, FloatLike, FloatOut, OnInvalid

__all__ = [
    "engagement_rate_followers",
    "engagement_rate_interactions_followers",
    "engagement_rate_reach",
    "engagement_rate_impressions",
    "engagement_rate_views",
    "engagement_rate_likes_views",
    "engagement_rate_median_likes",
    "engagement_rate_mean_of_posts",
    "engagement_rate_pooled",
    "engagement_rate_daily",
    "engagement_rate_daily_average",
    "engagement_rate_all_actions_impressions",
    "conversation_rate",
    "amplification_rate",
    "applause_rate",
    "relative_conversation_rate",
    "relative_amplification_rate",
    "amplification_rate_followers",
    "virality_rate_impressions",
    "save_rate_reach",
    "click_through_rate",
    "comment_to_like_ratio",
    "weighted_engagement",
    "sharer_share",
    "follow_through_rate",
    "engagement_rate_shrunk",
    "engagement_rate_tier_difference",
]

_engagement_rate_followers = Metric("engagement_rate_followers")
_engagement_rate_interactions_followers = Metric("engagement_rate_interactions_followers")
_engagement_rate_reach = Metric("engagement_rate_reach")
_engagement_rate_impressions = Metric("engagement_rate_impressions")
_engagement_rate_views = Metric("engagement_rate_views")
_engagement_rate_likes_views = Metric("engagement_rate_likes_views")
_engagement_rate_median_likes = Metric("engagement_rate_median_likes")
_engagement_rate_mean_of_posts = Metric("engagement_rate_mean_of_posts")
_engagement_rate_pooled = Metric("engagement_rate_pooled")
_engagement_rate_daily = Metric("engagement_rate_daily")
_engagement_rate_daily_average = Metric("engagement_rate_daily_average")
_engagement_rate_all_actions_impressions = Metric("engagement_rate_all_actions_impressions")
_conversation_rate = Metric("conversation_rate")
_amplification_rate = Metric("amplification_rate")
_applause_rate = Metric("applause_rate")
_relative_conversation_rate = Metric("relative_conversation_rate")
_relative_amplification_rate = Metric("relative_amplification_rate")
_amplification_rate_followers = Metric("amplification_rate_followers")
_virality_rate_impressions = Metric("virality_rate_impressions")
_save_rate_reach = Metric("save_rate_reach")
_click_through_rate = Metric("click_through_rate")
_comment_to_like_ratio = Metric("comment_to_like_ratio")
_weighted_engagement = Metric("weighted_engagement")
_sharer_share = Metric("sharer_share")
_follow_through_rate = Metric("follow_through_rate")
_engagement_rate_shrunk = Metric("engagement_rate_shrunk")
_engagement_rate_tier_difference = Metric("engagement_rate_tier_difference")


def engagement_rate_followers(likes: FloatLike, comments: FloatLike, followers: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Likes and comments on one post relative to the followers of the account.

    Engagement rate by followers, one post. Formula: ``(likes + comments) / followers``.

    Parameters
    ----------
    likes : float or array-like of float
        Likes on the post (unit: count, a whole number >= 0).
    comments : float or array-like of float
        Comments on the post (unit: count, a whole number >= 0).
    followers : float or array-like of float
        Followers of the account (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Engagements per follower, as a fraction (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``followers == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant (default) of the family engagement_rate: The default for feeds in the style of Instagram: choose
    it when only public numbers are at hand.

    References
    ----------
    HypeAuditor help article 2764316; example of 3.2 % from costcalculator.calculator.city

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.engagement_rate_followers(comments=20, followers=10000, likes=300), 3)
    0.032
    """
    return _engagement_rate_followers.compute((likes, comments, followers), on_invalid)  # type: ignore[no-any-return]


def engagement_rate_interactions_followers(interactions: FloatLike, followers: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """All counted interactions with one post relative to the followers of the account.

    Engagement rate by followers, all interactions. Formula: ``interactions / followers``.

    Parameters
    ----------
    interactions : float or array-like of float
        All interactions that are counted, such as likes, comments, shares and saves (unit: count, a whole
        number >= 0).
    followers : float or array-like of float
        Followers of the account (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Interactions per follower, as a fraction (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``followers == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant of the family engagement_rate: Choose it when shares or saves are known too; do not compare it
    with a rate from likes and comments alone.

    References
    ----------
    kolivo.ai blog (800 of 10,000 followers, 8 %); duwit.net on measuring influencer marketing (both
    Indonesian)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.engagement_rate_interactions_followers(followers=10000, interactions=800), 2)
    0.08
    """
    return _engagement_rate_interactions_followers.compute((interactions, followers), on_invalid)  # type: ignore[no-any-return]


def engagement_rate_reach(engagements: FloatLike, reach: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Engagements with a post per person it reached.

    Engagement rate by reach (ERR). Formula: ``engagements / reach``.

    Parameters
    ----------
    engagements : float or array-like of float
        Interactions counted as engagement (unit: count, a whole number >= 0).
    reach : float or array-like of float
        Different people who saw the post (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Engagements per person reached, as a fraction (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``reach == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant of the family engagement_rate: Choose it when the account shares its own reach figures; it judges
    the content, not the size of the following.

    References
    ----------
    Hootsuite blog, six engagement-rate formulas, blog.hootsuite.com/calculate-engagement-rate

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.engagement_rate_reach(engagements=340, reach=10000), 3)
    0.034
    """
    return _engagement_rate_reach.compute((engagements, reach), on_invalid)  # type: ignore[no-any-return]


def engagement_rate_impressions(engagements: FloatLike, impressions: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Engagements with a post per time it was shown.

    Engagement rate by impressions. Formula: ``engagements / impressions``.

    Parameters
    ----------
    engagements : float or array-like of float
        Interactions counted as engagement (unit: count, a whole number >= 0).
    impressions : float or array-like of float
        Times the post was shown (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Engagements per impression, as a fraction (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``impressions == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant of the family engagement_rate: Choose it for paid or repeated exposure and where the platform
    reports impressions, as LinkedIn does.

    References
    ----------
    Hootsuite blog, six engagement-rate formulas, blog.hootsuite.com/calculate-engagement-rate

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.engagement_rate_impressions(engagements=340, impressions=20000), 3)
    0.017
    """
    return _engagement_rate_impressions.compute((engagements, impressions), on_invalid)  # type: ignore[no-any-return]


def engagement_rate_views(likes: FloatLike, comments: FloatLike, views: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Likes and comments on a video per view of it.

    Engagement rate by views (short video). Formula: ``(likes + comments) / views``.

    Parameters
    ----------
    likes : float or array-like of float
        Likes on the video (unit: count, a whole number >= 0).
    comments : float or array-like of float
        Comments on the video (unit: count, a whole number >= 0).
    views : float or array-like of float
        Views of the video (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Engagements per view, as a fraction (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``views == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant of the family engagement_rate: Choose it for short video, where most viewers do not follow the
    account.

    References
    ----------
    infludata FAQ 80000601866 (engagement rate) and 80000990632 (overlap over the smaller audience)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.engagement_rate_views(comments=100, likes=900, views=25000), 2)
    0.04
    """
    return _engagement_rate_views.compute((likes, comments, views), on_invalid)  # type: ignore[no-any-return]


def engagement_rate_likes_views(likes: ColumnLike, views: ColumnLike) -> float:
    """Average likes per video relative to average views per video.

    Like rate by views (Modash TikTok/YouTube). Formula: ``sum(likes) / sum(views)``.

    Parameters
    ----------
    likes : array-like of float
        Likes of each video (unit: count, a finite number >= 0).
    views : array-like of float
        Views of each video (unit: count, a finite number >= 0).

    Returns
    -------
    float
        Likes per view, as a fraction (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``likes.len() != views.len()``: ``infeasible``; ``likes.is_empty()``:
        ``insufficient_data``; ``sum(views) == 0.0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant of the family engagement_rate: Choose it to match Modash's figure for TikTok and YouTube; comments
    are left out.

    References
    ----------
    Modash help article 6542471 (Instagram: median likes over followers; TikTok and YouTube: average likes
    over average views; last two months)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.engagement_rate_likes_views(likes=[100, 300], views=[1000, 9000]), 2)
    0.04
    """
    return _engagement_rate_likes_views.compute((likes, views), "raise")  # type: ignore[no-any-return]


def engagement_rate_median_likes(likes: ColumnLike, followers: FloatLike) -> float:
    """Likes of the middle post of a series relative to the followers of the account.

    Median-like engagement rate (Modash Instagram). Formula: ``median(likes) / followers``.

    Parameters
    ----------
    likes : array-like of float
        Likes of each post (unit: count, a finite number >= 0).
    followers : float or array-like of float
        Followers of the account (unit: people, a whole number >= 0).

    Returns
    -------
    float
        Median likes per follower, as a fraction (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``followers == 0.0``: ``zero_denominator``; ``likes.is_empty()``:
        ``insufficient_data``.

    Notes
    -----
    Roll-up: recompute.
    Variant of the family engagement_rate: Choose it when single posts stand far out, or to match Modash's
    figure for Instagram.

    References
    ----------
    Modash help article 6542471 (Instagram: median likes over followers; TikTok and YouTube: average likes
    over average views; last two months)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.engagement_rate_median_likes(followers=10000, likes=[100, 120, 5000]), 3)
    0.012
    """
    return _engagement_rate_median_likes.compute((likes, followers), "raise")  # type: ignore[no-any-return]


def engagement_rate_mean_of_posts(rates: ColumnLike) -> float:
    """Plain average of the engagement rates of several posts, each post counting the same.

    Mean of per-post engagement rates. Formula: ``sum(rates) / sum(1.0)``.

    Parameters
    ----------
    rates : array-like of float
        Engagement rate of each post, as fractions (unit: ratio, a finite number >= 0).

    Returns
    -------
    float
        Mean engagement rate, as a fraction (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``rates.is_empty()``: ``insufficient_data``.

    Notes
    -----
    Roll-up: mean_of_ratios.
    Variant of the family engagement_rate_aggregation: Choose it to match published per-post averages; small
    posts or accounts weigh as much as large ones.

    References
    ----------
    Hootsuite blog, six engagement-rate formulas, blog.hootsuite.com/calculate-engagement-rate

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.engagement_rate_mean_of_posts(rates=[0.034, 0.035]), 4)
    0.0345
    """
    return _engagement_rate_mean_of_posts.compute((rates,), "raise")  # type: ignore[no-any-return]


def engagement_rate_pooled(engagements: ColumnLike, bases: ColumnLike) -> float:
    """Engagements of many posts or accounts together relative to their bases together.

    Pooled engagement rate (ratio of sums). Formula: ``sum(engagements) / sum(bases)``.

    Parameters
    ----------
    engagements : array-like of float
        Engagements of each post or account (unit: count, a finite number >= 0).
    bases : array-like of float
        Followers, reach or views of each, the same kind of base throughout (unit: count_or_people, a finite
        number >= 0).

    Returns
    -------
    float
        Pooled engagement rate, as a fraction (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``sum(bases) == 0.0``: ``zero_denominator``; ``engagements.len() !=
        bases.len()``: ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant (default) of the family engagement_rate_aggregation: The default for totals over posts or
    accounts: every person or view in the base counts once.
    Article rates 5 %, 8 %, 3 %: mean of ratios is 5.333 %, pooled by followers (15,000/350,000) is 4.286 %.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.engagement_rate_pooled(bases=[1000, 500, 2000], engagements=[50, 40, 60]), 9)
    0.042857143
    """
    return _engagement_rate_pooled.compute((engagements, bases), "raise")  # type: ignore[no-any-return]


def engagement_rate_daily(engagements_in_day: FloatLike, followers: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Engagements of one day, with posts of any age, relative to the followers of the account.

    Daily engagement rate. Formula: ``engagements_in_day / followers``.

    Parameters
    ----------
    engagements_in_day : float or array-like of float
        Engagements received on that day (unit: count, a whole number >= 0).
    followers : float or array-like of float
        Followers of the account (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Engagements per follower and day, as a fraction (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``followers == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant of the family engagement_rate: Choose it to watch how often followers interact in a day, whatever
    was posted when.

    References
    ----------
    Hootsuite blog, six engagement-rate formulas, blog.hootsuite.com/calculate-engagement-rate; NapoleonCat
    help article 1096078

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.engagement_rate_daily(engagements_in_day=450, followers=15000), 2)
    0.03
    """
    return _engagement_rate_daily.compute((engagements_in_day, followers), on_invalid)  # type: ignore[no-any-return]


def engagement_rate_daily_average(engagements: FloatLike, days: FloatLike, followers: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Engagements per day over several days relative to the followers of the account.

    Average daily engagement rate. Formula: ``engagements / (days * followers)``.

    Parameters
    ----------
    engagements : float or array-like of float
        Engagements received over all the days (unit: count, a whole number >= 0).
    days : float or array-like of float
        Number of days (unit: count, a whole number >= 1).
    followers : float or array-like of float
        Followers of the account (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Engagements per follower and day, as a fraction (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``followers == 0.0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant of the family engagement_rate: Choose it instead of a single day's rate when days differ, for
    instance over a week.

    References
    ----------
    Hootsuite blog, six engagement-rate formulas, blog.hootsuite.com/calculate-engagement-rate

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.engagement_rate_daily_average(days=7, engagements=3150, followers=15000), 2)
    0.03
    """
    return _engagement_rate_daily_average.compute((engagements, days, followers), on_invalid)  # type: ignore[no-any-return]


def engagement_rate_all_actions_impressions(likes: FloatLike, comments: FloatLike, shares: FloatLike, clicks: FloatLike, saves: FloatLike, sends: FloatLike, impressions: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Likes, comments, shares, clicks, saves and sends of a post per time it was shown.

    All-action engagement rate by impressions. Formula: ``(likes + comments + shares + clicks + saves + sends)
    / impressions``.

    Parameters
    ----------
    likes : float or array-like of float
        Likes on the post (unit: count, a whole number >= 0).
    comments : float or array-like of float
        Comments on the post (unit: count, a whole number >= 0).
    shares : float or array-like of float
        Public shares or reposts (unit: count, a whole number >= 0).
    clicks : float or array-like of float
        Clicks on the post (unit: count, a whole number >= 0).
    saves : float or array-like of float
        Times the post was saved (unit: count, a whole number >= 0).
    sends : float or array-like of float
        Times the post was sent in a private message (unit: count, a whole number >= 0).
    impressions : float or array-like of float
        Times the post was shown (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Actions per impression, as a fraction (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``impressions == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant of the family engagement_rate: Choose it when the platform reports every kind of action and clicks
    should count as engagement.

    References
    ----------
    Zernio API reference, docs.rs/crate/late (which uses three different engagement-rate formulas)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.engagement_rate_all_actions_impressions(clicks=60, comments=30, impressions=5000, likes=120, saves=15, sends=5, shares=20), 2)
    0.05
    """
    return _engagement_rate_all_actions_impressions.compute((likes, comments, shares, clicks, saves, sends, impressions), on_invalid)  # type: ignore[no-any-return]


def conversation_rate(comments: FloatLike, posts: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Comments or replies per post.

    Conversation rate (comments per post). Formula: ``comments / posts``.

    Parameters
    ----------
    comments : float or array-like of float
        Comments received (unit: count, a whole number >= 0).
    posts : float or array-like of float
        Posts published (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Comments per post (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``posts == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant (default) of the family conversation_rate: The default, as Kaushik defines it; choose it to follow
    one account over time.

    References
    ----------
    A. Kaushik, Best Social Media Metrics (2011), kaushik.net; TrueSocialMetrics University 3.1

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.conversation_rate(comments=60, posts=12), 0)
    5.0
    """
    return _conversation_rate.compute((comments, posts), on_invalid)  # type: ignore[no-any-return]


def amplification_rate(shares: FloatLike, posts: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Shares or reposts per post.

    Amplification rate (shares per post). Formula: ``shares / posts``.

    Parameters
    ----------
    shares : float or array-like of float
        Shares received (unit: count, a whole number >= 0).
    posts : float or array-like of float
        Posts published (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Shares per post (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``posts == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant (default) of the family amplification_rate: The default, as Kaushik defines it; choose it to
    follow one account over time.

    References
    ----------
    A. Kaushik, Best Social Media Metrics (2011), kaushik.net; TrueSocialMetrics University 3.1

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.amplification_rate(posts=12, shares=60), 0)
    5.0
    """
    return _amplification_rate.compute((shares, posts), on_invalid)  # type: ignore[no-any-return]


def applause_rate(likes: FloatLike, posts: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Likes or similar approvals per post.

    Applause rate (likes per post). Formula: ``likes / posts``.

    Parameters
    ----------
    likes : float or array-like of float
        Likes received (unit: count, a whole number >= 0).
    posts : float or array-like of float
        Posts published (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Likes per post (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``posts == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant (default) of the family applause_rate: The default and only variant, per post as Kaushik defines
    it; choose it to follow one account over time.

    References
    ----------
    A. Kaushik, Best Social Media Metrics (2011), kaushik.net; TrueSocialMetrics University 3.1

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.applause_rate(likes=60, posts=12), 0)
    5.0
    """
    return _applause_rate.compute((likes, posts), on_invalid)  # type: ignore[no-any-return]


def relative_conversation_rate(comments: FloatLike, posts: FloatLike, followers: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Comments per post for every thousand followers.

    Conversation rate per post per 1,000 followers. Formula: ``1000.0 * comments / (posts * followers)``.

    Parameters
    ----------
    comments : float or array-like of float
        Comments received (unit: count, a whole number >= 0).
    posts : float or array-like of float
        Posts published (unit: count, a whole number >= 0).
    followers : float or array-like of float
        Followers of the account (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Comments per post per 1,000 followers (unit: per_thousand).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``posts == 0.0``: ``zero_denominator``; ``followers == 0.0``:
        ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant of the family conversation_rate: Choose it to compare accounts of different size.

    References
    ----------
    TrueSocialMetrics University 3.1 (rates per post; relative rates per 1,000 followers)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.relative_conversation_rate(comments=60, followers=2500, posts=12), 0)
    2.0
    """
    return _relative_conversation_rate.compute((comments, posts, followers), on_invalid)  # type: ignore[no-any-return]


def relative_amplification_rate(shares: FloatLike, posts: FloatLike, followers: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Shares per post for every thousand followers.

    Amplification rate per post per 1,000 followers. Formula: ``1000.0 * shares / (posts * followers)``.

    Parameters
    ----------
    shares : float or array-like of float
        Shares received (unit: count, a whole number >= 0).
    posts : float or array-like of float
        Posts published (unit: count, a whole number >= 0).
    followers : float or array-like of float
        Followers of the account (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Shares per post per 1,000 followers (unit: per_thousand).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``posts == 0.0``: ``zero_denominator``; ``followers == 0.0``:
        ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant of the family amplification_rate: Choose it to compare accounts of different size that post at
    different rates.

    References
    ----------
    TrueSocialMetrics University 3.1 (rates per post; relative rates per 1,000 followers)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.relative_amplification_rate(followers=6000, posts=10, shares=30), 1)
    0.5
    """
    return _relative_amplification_rate.compute((shares, posts, followers), on_invalid)  # type: ignore[no-any-return]


def amplification_rate_followers(shares: FloatLike, followers: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Shares relative to the followers of the account.

    Amplification rate by followers. Formula: ``shares / followers``.

    Parameters
    ----------
    shares : float or array-like of float
        Shares received (unit: count, a whole number >= 0).
    followers : float or array-like of float
        Followers of the account (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Shares per follower, as a fraction (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``followers == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant of the family amplification_rate: Choose it to match Hootsuite's definition, for one post or for
    one fixed period.

    References
    ----------
    Hootsuite blog, six engagement-rate formulas, blog.hootsuite.com/calculate-engagement-rate

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.amplification_rate_followers(followers=6000, shares=120), 2)
    0.02
    """
    return _amplification_rate_followers.compute((shares, followers), on_invalid)  # type: ignore[no-any-return]


def virality_rate_impressions(shares: FloatLike, impressions: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Shares per time the content was shown.

    Virality rate (shares over impressions). Formula: ``shares / impressions``.

    Parameters
    ----------
    shares : float or array-like of float
        Shares received (unit: count, a whole number >= 0).
    impressions : float or array-like of float
        Times the content was shown (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Shares per impression, as a fraction (unit: ratio).

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
    >>> round(ukur.metrics.virality_rate_impressions(impressions=30000, shares=150), 3)
    0.005
    """
    return _virality_rate_impressions.compute((shares, impressions), on_invalid)  # type: ignore[no-any-return]


def save_rate_reach(saves: FloatLike, reach: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Saves of a post per person it reached.

    Save rate by reach. Formula: ``saves / reach``.

    Parameters
    ----------
    saves : float or array-like of float
        Times the post was saved (unit: count, a whole number >= 0).
    reach : float or array-like of float
        Different people who saw the post (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Saves per person reached, as a fraction (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``reach == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.save_rate_reach(reach=12000, saves=180), 3)
    0.015
    """
    return _save_rate_reach.compute((saves, reach), on_invalid)  # type: ignore[no-any-return]


def click_through_rate(clicks: FloatLike, impressions: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Clicks per time the content was shown.

    Click-through rate. Formula: ``clicks / impressions``.

    Parameters
    ----------
    clicks : float or array-like of float
        Clicks on the link or advertisement (unit: count, a whole number >= 0).
    impressions : float or array-like of float
        Times it was shown (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Clicks per impression, as a fraction (unit: ratio).

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
    Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the
    MASB Universal Marketing Dictionary, marketing-dictionary.org

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.click_through_rate(clicks=5, impressions=100), 2)
    0.05
    """
    return _click_through_rate.compute((clicks, impressions), on_invalid)  # type: ignore[no-any-return]


def comment_to_like_ratio(comments: FloatLike, likes: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Comments for each like.

    Comment-to-like ratio. Formula: ``comments / likes``.

    Parameters
    ----------
    comments : float or array-like of float
        Comments received (unit: count, a whole number >= 0).
    likes : float or array-like of float
        Likes received (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Comments per like (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``likes == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.comment_to_like_ratio(comments=20, likes=400), 2)
    0.05
    """
    return _comment_to_like_ratio.compute((comments, likes), on_invalid)  # type: ignore[no-any-return]


def weighted_engagement(counts: ColumnLike, weights: ColumnLike) -> float:
    """Engagement total in which each kind of action counts with a weight the caller sets.

    Weighted engagement total. Formula: ``dot(counts, weights)``.

    Parameters
    ----------
    counts : array-like of float
        Number of actions of each kind (unit: count, a finite number >= 0).
    weights : array-like of float
        Weight of each kind of action, in the same order (unit: ratio, a finite number >= 0).

    Returns
    -------
    float
        Weighted points (unit: score).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``counts.len() != weights.len()``: ``infeasible``.

    Notes
    -----
    Roll-up: sum.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.weighted_engagement(counts=[100, 20, 5], weights=[1, 2, 3]), 0)
    155.0
    """
    return _weighted_engagement.compute((counts, weights), "raise")  # type: ignore[no-any-return]


def sharer_share(sharers: FloatLike, reach: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of the people reached who passed the content on.

    Sharers among people reached. Formula: ``sharers / reach``.

    Parameters
    ----------
    sharers : float or array-like of float
        Different people who shared the content (unit: people, a whole number >= 0).
    reach : float or array-like of float
        Different people who saw it (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the people reached (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``reach == 0``: ``zero_denominator``; ``sharers > reach``: ``infeasible``.

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
    >>> round(ukur.metrics.sharer_share(reach=12000, sharers=240), 2)
    0.02
    """
    return _sharer_share.compute((sharers, reach), on_invalid)  # type: ignore[no-any-return]


def follow_through_rate(actions_by_peers: FloatLike, peers_exposed: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Actions taken by peers per peer who saw an influencer's share.

    Peer follow-through on an influencer share. Formula: ``actions_by_peers / peers_exposed``.

    Parameters
    ----------
    actions_by_peers : float or array-like of float
        Actions peers took after seeing the share (unit: count, a whole number >= 0).
    peers_exposed : float or array-like of float
        Peers who saw the share (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Actions per exposed peer (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``peers_exposed == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Article 4 separates influencers who share much but move few from those who share little but whose peers
    act: sharer_share and follow_through_rate are the two axes.

    References
    ----------
    article on measuring social media marketing (Indonesian), after socialmediaexaminer.com

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.follow_through_rate(actions_by_peers=36, peers_exposed=1200), 2)
    0.03
    """
    return _follow_through_rate.compute((actions_by_peers, peers_exposed), on_invalid)  # type: ignore[no-any-return]


def engagement_rate_shrunk(engagements: FloatLike, base: FloatLike, prior_a: FloatLike, prior_b: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Engagement rate of a small sample pulled towards a prior rate, so that little data cannot mislead.

    Engagement rate shrunk to a prior (beta-binomial). Formula: ``(engagements + prior_a) / (base + prior_a +
    prior_b)``.

    Parameters
    ----------
    engagements : float or array-like of float
        Engagements counted; at most one per member of the base (unit: count, a whole number >= 0).
    base : float or array-like of float
        Followers, people reached or views the engagements are counted against (unit: count_or_people, a whole
        number >= 0).
    prior_a : float or array-like of float
        Prior pseudo-count of engagements (unit: ratio, a finite number > 0).
    prior_b : float or array-like of float
        Prior pseudo-count of non-engagements (unit: ratio, a finite number > 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Posterior mean engagement rate, as a fraction (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``engagements > base``: ``infeasible``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked estimated: they infer from a sample or assume what cannot be observed.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.engagement_rate_shrunk(base=100, engagements=8, prior_a=3, prior_b=97), 3)
    0.055
    """
    return _engagement_rate_shrunk.compute((engagements, base, prior_a, prior_b), on_invalid)  # type: ignore[no-any-return]


def engagement_rate_tier_difference(er_micro: FloatLike, er_macro: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """How far the engagement rate of micro influencers lies above that of macro influencers.

    Difference of engagement rates between tiers. Formula: ``er_micro - er_macro``.

    Parameters
    ----------
    er_micro : float or array-like of float
        Engagement rate of the micro tier, as a fraction (unit: ratio, a finite number >= 0).
    er_macro : float or array-like of float
        Engagement rate of the macro tier, as a fraction (unit: ratio, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Difference as a fraction; positive when micro is higher; carries no standard error (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: recompute.
    Reported without a standard error; needs the clustered test in section 3.

    References
    ----------
    Mediakix study (2017; 742 posts, 16 brands) and MarketingProfs chart 32863 (macro 2.65 %, micro 2.75 %)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.engagement_rate_tier_difference(er_macro=0.0265, er_micro=0.0275), 3)
    0.001
    """
    return _engagement_rate_tier_difference.compute((er_micro, er_macro), on_invalid)  # type: ignore[no-any-return]
