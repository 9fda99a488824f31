# generated from the catalogue by scripts/faces; do not edit, run `make faces`
# A number is a column of one too: the first signature that fits is the one that holds.
# mypy: disable-error-code="overload-overlap"
from typing import overload

from .._typing import FloatArray, FloatLike, OnInvalid

__all__ = [
    "fake_follower_share",
    "effective_followers",
    "target_audience_reach",
    "audience_affinity_index",
    "crm_match_rate",
    "advocate_precision_lift",
]

@overload
def fake_follower_share(credible: float, followers: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def fake_follower_share(credible: FloatLike, followers: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
@overload
def effective_followers(followers: float, fake_share: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def effective_followers(followers: FloatLike, fake_share: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
@overload
def target_audience_reach(followers: float, target_share: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def target_audience_reach(followers: FloatLike, target_share: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
@overload
def audience_affinity_index(share_in_audience: float, share_in_population: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def audience_affinity_index(share_in_audience: FloatLike, share_in_population: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
@overload
def crm_match_rate(matched: float, uploaded: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def crm_match_rate(matched: FloatLike, uploaded: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
@overload
def advocate_precision_lift(advocacy_rate_selected: float, advocacy_rate_all: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def advocate_precision_lift(advocacy_rate_selected: FloatLike, advocacy_rate_all: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
