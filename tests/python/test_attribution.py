"""Attribution: every kind of table in, the same bits in any order of rows, and agreement with ChannelAttribution."""

from __future__ import annotations

import datetime as dt
import itertools
import math
import signal
import threading
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import ukur
from ukur import attribution

EVENTS = {
    "who": ["ann", "ann", "ann", "ben", "ben", "cid"],
    "when": [dt.datetime(2026, 3, 1), dt.datetime(2026, 3, 4, 12), dt.datetime(2026, 3, 5), dt.datetime(2026, 3, 2), dt.datetime(2026, 3, 2), dt.datetime(2026, 3, 9)],
    "channel": ["search", "email", None, "video", "email", None],
    "orders": [0, 0, 1, 0, 0, 1],
    "revenue": [0.0, 0.0, 25.5, 0.0, 0.0, 4.0],
}
NAMES = {"customer": "who", "time": "when", "channel": "channel", "conversions": "orders", "values": "revenue"}


@pytest.mark.parametrize("kind", [pd.DataFrame, pl.DataFrame, pa.table])
def test_events_of_every_kind_of_table(kind: Any) -> None:
    found = attribution.journeys(kind(EVENTS), **NAMES)
    assert found.channels == ("email", "search", "video")
    assert [found.path(i) for i in range(len(found))] == [("search", "email"), ("email", "video"), ()]
    assert found.ages is not None and found.ages.tolist() == [4.0, 0.5, 0.0, 0.0]
    assert found.conversions.tolist() == [1.0, 0.0, 1.0] and found.nulls.tolist() == [0.0, 1.0, 0.0]
    credits = attribution.attribute(found, rule="linear")
    assert credits.by_channel() == {"email": 0.5, "search": 0.5, "video": 0.0}
    assert (credits.unattributed_conversions, credits.unattributed_value) == (1.0, 4.0)
    assert not credits.is_incremental and "does not show" in credits.note


def test_columns_without_a_table_and_dates_as_text() -> None:
    columns = {"customer": EVENTS["who"], "channel": EVENTS["channel"], "conversions": EVENTS["orders"], "values": EVENTS["revenue"]}
    one = attribution.journeys(time=[str(when) for when in EVENTS["when"]], **columns)
    other = attribution.journeys(time=np.array(EVENTS["when"], dtype="datetime64[s]"), **columns)
    assert one.ages is not None and other.ages is not None
    assert one.ages.tolist() == other.ages.tolist() == [4.0, 0.5, 0.0, 0.0]


def random_events(rows: int, seed: int) -> pd.DataFrame:
    draw = np.random.default_rng(seed)
    orders = (draw.random(rows) < 0.1).astype(int)
    return pd.DataFrame(
        {
            "who": draw.integers(0, rows // 4, rows),
            "when": draw.integers(0, 30, rows) / 4,
            "channel": draw.choice(["a", "b", "c", "d"], rows),
            "orders": orders,
            "revenue": np.where(orders > 0, draw.random(rows) * 90, 0),
        }
    )


def test_the_order_of_rows_changes_no_bit() -> None:
    events = random_events(4000, 1)
    sorted_by_chance = events.sample(frac=1, random_state=2)
    one, other = (attribution.journeys(frame, **NAMES) for frame in (events, pl.from_pandas(sorted_by_chance)))
    assert attribution.attribute_time_decay(one, 2.0) == attribution.attribute_time_decay(other, 2.0)
    for order in (1, 2, 3):
        assert attribution.markov(one, order=order) == attribution.markov(other, order=order)
    drawn = [attribution.shapley(j, worth="conversion_rate", exact_up_to=1, permutations=100) for j in (one, other)]
    assert drawn[0] == drawn[1] and not drawn[0].exact
    counted = attribution.count_paths(one)
    once, all_ = attribution.markov(counted), attribution.markov(one)
    assert once.credits.conversions == all_.credits.conversions
    assert once.credits.values == pytest.approx(all_.credits.values, rel=1e-14)


def removal_by_matrix(paths: list[str], conversions: np.ndarray, nulls: np.ndarray) -> tuple[float, dict[str, float]]:
    """The removal effects of a first-order chain with NumPy's solver, as a textbook writes them."""
    names = sorted({name for path in paths for name in path.split(" > ")})
    place = {name: at + 1 for at, name in enumerate(names)}
    n = len(names) + 1
    moves = np.zeros((n, n + 1))
    losses = np.zeros(n)
    for path, c, z in zip(paths, conversions, nulls):
        at = 0
        for name in path.split(" > "):
            moves[at, place[name]] += c + z
            at = place[name]
        moves[at, n] += c
        losses[at] += z
    moves /= (moves.sum(axis=1) + losses)[:, None]

    def probability(without: int | None) -> float:
        inner = moves[:, :n].copy()
        end = moves[:, n].copy()
        if without is not None:
            inner[:, without] = 0
            end[without] = 0
        return float(np.linalg.solve(np.eye(n) - inner, end)[0])

    base = probability(None)
    return base, {name: 1 - probability(place[name]) / base for name in names}


def random_paths(count: int, seed: int) -> tuple[list[str], np.ndarray, np.ndarray, np.ndarray]:
    draw = np.random.default_rng(seed)
    paths = [" > ".join(draw.choice(["ads", "email", "search", "social", "video"], draw.integers(1, 7))) for _ in range(count)]
    paths = sorted(set(paths))
    conversions = draw.integers(0, 5, len(paths)).astype(float)
    nulls = draw.integers(1, 30, len(paths)).astype(float)
    return paths, conversions, nulls, conversions * np.round(draw.random(len(paths)) * 50, 2)


def test_markov_agrees_with_a_dense_solver() -> None:
    paths, conversions, nulls, values = random_paths(500, 3)
    base, effects = removal_by_matrix(paths, conversions, nulls)
    found = attribution.markov(paths, conversions, nulls, values)
    assert found.conversion_probability == pytest.approx(base, rel=1e-13)
    assert found.removal_effects == pytest.approx(list(effects.values()), rel=1e-12)
    assert math.fsum(found.credits.conversions) == pytest.approx(conversions.sum(), rel=1e-14)
    assert math.fsum(found.credits.values) == pytest.approx(values.sum(), rel=1e-14)


def test_channel_attribution_agrees() -> None:
    """The rules and the transition matrix to the last digits, the simulated Markov credits within their noise."""
    peer = pytest.importorskip("ChannelAttribution")
    paths, conversions, nulls, values = random_paths(300, 4)
    table = pd.DataFrame({"path": paths, "conversions": conversions, "nulls": nulls, "values": values})
    heuristics = peer.heuristic_models(table, "path", "conversions", var_value="values", flg_pro=False).set_index("channel_name")
    for rule in ("first", "last", "linear"):
        ours = attribution.attribute(paths, conversions, nulls, values, rule=rule)
        theirs = heuristics.loc[list(ours.channels)]
        name = rule if rule == "linear" else rule
        assert ours.conversions == pytest.approx(theirs[f"{name}_touch_conversions"].tolist(), rel=1e-10)
        assert ours.values == pytest.approx(theirs[f"{name}_touch_value"].tolist(), rel=1e-10)

    theirs = peer.transition_matrix(table, "path", "conversions", "nulls", flg_pro=False)
    labels = {str(row.id_channel): row.channel_name for row in theirs["channels"].itertuples()}
    want = {
        (labels.get(str(row.channel_from), row.channel_from), labels.get(str(row.channel_to), row.channel_to)): row.transition_probability
        for row in theirs["transition_matrix"].itertuples()
    }
    ours = attribution.transition_matrix(paths, conversions, nulls)
    got = {(ours.states[s], ours.states[t]): p for s, t, p in zip(ours.source, ours.target, ours.probability)}
    # Ours also has the moves of a channel to itself; theirs are those of a customer who leaves it.
    loops = {s: p for (s, t), p in got.items() if s == t}
    left = {move: p / (1 - loops.get(move[0], 0.0)) for move, p in got.items() if move[0] != move[1]}
    with_loops = any(s == t for s, t in want)
    compared = got if with_loops else left
    assert compared.keys() == want.keys()
    for move, probability in compared.items():
        assert probability == pytest.approx(want[move], rel=1e-6), move

    # Its default cuts simulated journeys at the length of the longest real one, which shifts the effects by 10 %.
    simulated = peer.markov_model(
        table, "path", "conversions", var_value="values", var_null="nulls", out_more=True,
        nsim_start=1_000_000, max_step=1_000, conv_par=0.01, verbose=False, flg_pro=False, seed=1,
    )
    effects = simulated["removal_effects"].set_index("channel_name")
    exact = attribution.markov(paths, conversions, nulls, values)
    theirs = effects.loc[list(exact.credits.channels)]
    assert exact.removal_effects == pytest.approx(theirs["removal_effects_conversion"].tolist(), rel=0.03)
    assert exact.removal_effects_value == pytest.approx(theirs["removal_effects_conversion_value"].tolist(), rel=0.04)


def test_shapley_agrees_with_all_orders() -> None:
    paths, conversions, nulls, _ = random_paths(200, 5)
    sets = [frozenset(path.split(" > ")) for path in paths]
    names = sorted(set().union(*sets))

    def rate(members: frozenset[str]) -> float:
        inside = [at for at, one in enumerate(sets) if one <= members]
        journeys = sum(conversions[at] + nulls[at] for at in inside)
        return sum(conversions[at] for at in inside) / journeys if journeys else 0.0

    want = dict.fromkeys(names, 0.0)
    for order in itertools.permutations(names):
        for at, name in enumerate(order):
            want[name] += rate(frozenset(order[: at + 1])) - rate(frozenset(order[:at]))
    scale = conversions.sum() / sum(want.values())
    found = attribution.shapley(paths, conversions, nulls, worth="conversion_rate")
    assert found.exact
    assert found.credits.conversions == pytest.approx([want[name] * scale for name in names], rel=1e-11)
    drawn = attribution.shapley(paths, conversions, nulls, worth="conversion_rate", exact_up_to=2, seed=9)
    assert drawn.standard_errors is not None
    for got, exact, error in zip(drawn.credits.conversions, found.credits.conversions, drawn.standard_errors):
        assert abs(got - exact) < 4.5 * error


def test_tables_come_out() -> None:
    found = attribution.markov(["G", "M", "G > M"], [2, 1, 1], [1, 0, 0])
    table = found.credits.to_frame()
    assert table["channel"].tolist() == ["G", "M"] and table["share"].tolist() == pytest.approx([0.6, 0.4])
    assert isinstance(found.credits.to_frame("polars"), pl.DataFrame)
    moves = attribution.transition_matrix(["G", "M", "G > M"], [2, 1, 1], [1, 0, 0]).to_frame("pyarrow")
    assert moves.column("source").to_pylist()[:2] == ["(start)", "(start)"]


def test_progress_and_cancelling() -> None:
    seen: list[tuple[int, int]] = []
    arguments = (["A > B", "B > C", "C > D", "D"], [1, 2, 1, 1], [3, 2, 2, 1])
    attribution.markov(*arguments, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (5, 5)
    with pytest.raises(ukur.CancelledError) as raised:
        attribution.shapley(
            *arguments, worth="conversion_rate", exact_up_to=0, permutations=5_000_000, progress=lambda done, total: False
        )
    assert raised.value.code == "cancelled"
    with pytest.raises(ukur.InvalidTypeError, match="progress"):
        attribution.markov(*arguments, progress=3)  # type: ignore[arg-type]


@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_ends_long_work() -> None:
    timer = threading.Timer(0.3, signal.raise_signal, [signal.SIGINT])
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        attribution.shapley(
            ["A > B", "B > C", "C > D"], [1, 2, 1], [3, 2, 2], worth="conversion_rate", exact_up_to=0, permutations=9_000_000
        )
    timer.join()


def test_paths_as_text_as_lists_and_missing() -> None:
    counts = ([3, 1, 2, 5], [0, 1, 0, 2])
    texts = ["search > email", "  email>email ", None, "\u00e9t\u00e9 > search"]
    lists = [["search", "email"], ["email", "email"], [], ["\u00e9t\u00e9", "search"]]
    want = attribution.count_paths(lists, *counts)
    assert want.channels == ("email", "search", "\u00e9t\u00e9")
    columns: list[Any] = [texts, lists, pl.Series(texts), pd.Series(texts), np.array(texts, dtype=object)]
    columns.append([path and path.replace(">", " -> ") for path in texts])
    for paths, separator in zip(columns, [">"] * 5 + ["->"], strict=True):
        found = attribution.count_paths(paths, *counts, separator=separator)
        assert found.channels == want.channels
        for name in ("offsets", "steps", "conversions", "nulls"):
            np.testing.assert_array_equal(getattr(found, name), getattr(want, name))


def test_a_loop_and_a_conversion_without_a_touch() -> None:
    # The same touch over and over is a loop of the chain; it takes its part once in the end.
    loops = attribution.markov(["A > A > A > B", "A > A"], [1, 0], [0, 1])
    assert loops.removal_effects == (1.0, 1.0)
    assert loops.credits.conversions == (0.5, 0.5)
    # Nobody is credited with what no touch preceded; it is said.
    credits = attribution.markov(["A", ""], [2, 3], [1, 0], [20, 9]).credits
    assert (credits.conversions, credits.unattributed_conversions, credits.unattributed_value) == ((2.0,), 3.0, 9.0)
    with pytest.raises(ukur.UndefinedError) as raised:
        attribution.shapley(["", ""], [1, 2])
    assert raised.value.code == "insufficient_data" and "touch" in str(raised.value)


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: attribution.markov([], [], []), "insufficient_data"),
        (lambda: attribution.markov(["A"], [0], [1]), "insufficient_data"),
        (lambda: attribution.markov(["A"], [1], [-1]), "out_of_domain"),
        (lambda: attribution.markov(["A"], [1], [1], order=-1), "out_of_domain"),
        (lambda: attribution.markov(["A"], [1, 2], [1]), "length_mismatch"),
        (lambda: attribution.markov(["A"]), "missing_argument"),
        (lambda: attribution.markov("A > B", [1]), "invalid_type"),
        (lambda: attribution.markov([3], [1]), "invalid_type"),
        (lambda: attribution.markov([["A"], "A"], [1, 1]), "invalid_type"),
        (lambda: attribution.markov(["A"], [1], separator=""), "empty_separator"),
        (lambda: attribution.markov(["A"], [1], separator=3), "invalid_type"),  # type: ignore[arg-type]
        (lambda: attribution.markov(["A\0B"], [1]), "null_character"),
        (lambda: attribution.markov(["A"], [math.nan]), "nan_input"),
        (lambda: attribution.markov(["A"], [math.inf]), "infinite_input"),
        (lambda: attribution.markov(["A"], [0], [1], [5]), "value_without_conversion"),
        (lambda: attribution.markov(["A"], ["many"]), "invalid_type"),
        (lambda: attribution.markov(["A"], None), "missing_argument"),
        (lambda: attribution.journeys(pd.DataFrame(EVENTS), **{**NAMES, "time": "date"}), "unknown_column"),
        (lambda: attribution.journeys(pd.DataFrame(EVENTS), **{**NAMES, "time": [1]}), "invalid_type"),
        (lambda: attribution.journeys(pd.DataFrame(EVENTS), **{**NAMES, "conversions": "channel"}), "invalid_type"),
        (lambda: attribution.journeys(pd.DataFrame(EVENTS).assign(who=None), **NAMES), "missing_name"),
        (lambda: attribution.journeys(pd.DataFrame(EVENTS).assign(orders=-1), **NAMES), "out_of_domain"),
        (lambda: attribution.journeys(customer=[1], time=["soon"], channel=["a"], conversions=[0]), "unparseable_date"),
        (lambda: attribution.attribute_time_decay(attribution.count_paths(["A"], [1])), "invalid_type"),
        (lambda: attribution.count_paths(attribution.count_paths(["A"], [1]), [1]), "unused_argument"),
        (lambda: attribution.shapley_values({"A": math.nan}), "nan_input"),
        (lambda: attribution.shapley_values({"+".join(map(str, range(21))): 1}), "out_of_domain"),
    ],
)
def test_bad_input_is_one_clear_sentence(call: Any, code: str) -> None:
    with pytest.raises(ukur.UkurError) as raised:
        call()
    assert raised.value.code == code
    assert "\n" not in str(raised.value) and len(str(raised.value)) > 15


def test_paths_of_names_are_read_as_text_is() -> None:
    listed = attribution.attribute([["a", "", " b "], ["a"]], conversions=[1, 1])
    text = attribution.attribute(["a > > b", "a"], conversions=[1, 1])
    assert listed == text and listed.channels == ("a", "b")
