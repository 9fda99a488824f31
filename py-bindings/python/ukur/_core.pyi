"""
Native part of ukur. Flat and declarative on purpose: so the type stubs come out complete.
"""

from _typeshed import SupportsGetItem, SupportsLenAndGetItem
from typing import Any, Final, SupportsFloat, SupportsIndex, final
from ukur._typing import CodeArray, ColumnsByName, FlagArray, FloatArray, FloatLike, FloatOut, IntArray

__all__ = ["__version__", "AudienceSketch", "AudienceTable", "CustomerModel", "Metric", "PosteriorDraws", "attribution_attribute", "attribution_count", "attribution_journeys", "attribution_markov", "attribution_paths", "attribution_shapley", "attribution_shapley_values", "attribution_time_decay", "attribution_transition_matrix", "catalogue_json", "customers_cohorts", "customers_kaplan_meier", "customers_rfm_segments", "customers_summarise", "customers_survival_at", "customers_survival_time", "customers_time_since_last", "customers_tracking", "experiments_adjust_p", "experiments_call", "experiments_confidence_sequence", "experiments_confidence_sequence_of_values", "experiments_cuped_adjust", "experiments_resample", "experiments_two_proportion_tests", "experiments_welch_tests", "family_texts_json", "influencers_breakeven", "influencers_classify", "influencers_compare", "influencers_creators", "influencers_earned_media", "influencers_frontier", "influencers_keep_or_recruit", "influencers_reach_bounds", "influencers_reward", "influencers_sample", "influencers_seeding", "influencers_select", "influencers_select_disjoint", "influencers_size_elasticity", "influencers_tier_table", "influencers_value_proportion", "models_compare", "models_likelihood_ratio_test", "models_regularity", "programmes_allocate_points", "programmes_calibrate", "programmes_customer_scorecard", "programmes_influencer_scorecard", "programmes_judge_ranking", "programmes_k_factor", "programmes_k_factor_from_totals", "programmes_levers", "programmes_lift", "programmes_points_liability", "programmes_project_tiers", "programmes_rank_advocates", "programmes_recognise_points", "programmes_redemption", "programmes_referral", "programmes_social_scorecard", "programmes_tier_matrix", "programmes_tier_moves", "read_dates", "response_adstock", "response_adstock_multiplier", "response_adstock_weights", "response_bass_forecast", "response_borel_tanner_probability", "response_branching_moments", "response_budget_frontier", "response_carry_over", "response_curve_response", "response_extinction_probability", "response_fit_bass", "response_fit_curve", "response_input_for_marginal_return", "response_marginal_return", "response_response_at", "response_simulate_branching", "response_split_budget", "stated_units", "status_names", "translations_json", "worst_provenance"]

__version__: Final[str]

@final
class AudienceSketch:
    """
    A mergeable sketch of an audience.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, k: SupportsIndex, ids: IntArray | None, names: SupportsGetItem[int, str] | None) -> AudienceSketch:
        """
        Of people with whole-number ids or with names.
        """
    @staticmethod
    def from_bytes(bytes: bytes) -> AudienceSketch:
        """
        From the bytes that `to_bytes` gives.
        """
    @property
    def k(self, /) -> int:
        """
        How many hashes it keeps.
        """
    def overlap(self, /, other: AudienceSketch) -> str:
        """
        How many people both hold, as a JSON record.
        """
    def reach(self, /) -> str:
        """
        How many people, as a JSON record.
        """
    def to_bytes(self, /) -> bytes:
        """
        The same bytes in every language.
        """
    def union(self, /, other: AudienceSketch) -> AudienceSketch:
        """
        The people of either.
        """

@final
class AudienceTable:
    """
    The audiences of several candidates, read once.
    """
    def __new__(cls, /, candidates: SupportsIndex, candidate: CodeArray, ids: IntArray | None, codes: CodeArray | None) -> AudienceTable:
        """
        One row a pair of candidate and person; the person by a whole number or by a code.
        """
    def overlaps(self, /) -> FloatArray:
        """
        The pairwise overlaps in the order 12, 13, ..., 23, ...
        """
    @property
    def people(self, /) -> int:
        """
        Different people in all.
        """
    def reach(self, /, of: SupportsGetItem[int, SupportsIndex] | None) -> str:
        """
        The unduplicated reach of some candidates, or of all, as a JSON record.
        """

@final
class CustomerModel:
    """
    A model with its parameters, its unit of time and, where it was fitted, the report.
    """
    def alive_path(self, /, purchases: FloatLike, times: FloatLike, covariates: ColumnsByName, level: SupportsFloat | SupportsIndex | None) -> list[FloatArray]:
        """
        The probability to be alive along a history; with a level also standard errors, lower and upper ends.
        """
    def ask(self, /, question: str, columns: ColumnsByName, arguments: ColumnsByName) -> FloatArray:
        """
        The answer to a question about the customers in columns, with the numbers in arguments.
        """
    def ask_with_interval(self, /, question: str, columns: ColumnsByName, arguments: ColumnsByName, level: SupportsFloat | SupportsIndex) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
        """
        The same with standard errors and intervals: values, standard errors, lower and upper ends.
        """
    def at(self, /, names: SupportsGetItem[int, str], values: SupportsGetItem[int, SupportsFloat | SupportsIndex]) -> CustomerModel:
        """
        The plain model of customers with these covariates.
        """
    def confidence_intervals(self, /, level: SupportsFloat | SupportsIndex, method: str | None) -> str:
        """
        Confidence intervals of the parameters, as JSON text.
        """
    def contract_lifetime_value(self, /, payment: FloatLike, columns: ColumnsByName, unit: str | None, horizon: SupportsFloat | SupportsIndex | None, horizon_unit: str, discount_rate: SupportsFloat | SupportsIndex, discount_period: str, margin: SupportsFloat | SupportsIndex, level: SupportsFloat | SupportsIndex | None) -> list[FloatArray]:
        """
        Lifetime values under a contract; with a level also standard errors, lower and upper ends.
        """
    @property
    def covariates(self, /) -> list[str]:
        """
        The names of the covariates of the fit.
        """
    @staticmethod
    def fit(name: str, columns: ColumnsByName, settings: SupportsGetItem[int, SupportsFloat | SupportsIndex], unit: str | None, max_iterations: SupportsIndex, priors: SupportsGetItem[int, tuple[str, SupportsFloat | SupportsIndex, SupportsFloat | SupportsIndex]]) -> CustomerModel:
        """
        The model of this name, fitted to columns by name; `priors` are (parameter, median, log_sd).
        """
    @staticmethod
    def from_json(text: str) -> CustomerModel:
        """
        The model of a JSON text.
        """
    @staticmethod
    def from_parameters(name: str, parameters: SupportsGetItem[int, SupportsFloat | SupportsIndex], settings: SupportsGetItem[int, SupportsFloat | SupportsIndex], unit: str | None) -> CustomerModel:
        """
        The model of this name with these parameters and settings.
        """
    def lifetime_value(self, /, spend: CustomerModel, columns: ColumnsByName, unit: str | None, horizon: SupportsFloat | SupportsIndex | None, horizon_unit: str, discount_rate: SupportsFloat | SupportsIndex, discount_period: str, margin: SupportsFloat | SupportsIndex, level: SupportsFloat | SupportsIndex | None) -> list[FloatArray]:
        """
        Lifetime values of each customer; with a level also standard errors, lower and upper ends.
        """
    @property
    def name(self, /) -> str:
        """
        The stable name of the model.
        """
    @property
    def parameters(self, /) -> list[float]:
        """
        The parameters, in order.
        """
    def posterior_means(self, /, columns: ColumnsByName, level: SupportsFloat | SupportsIndex | None) -> list[tuple[str, list[FloatArray]]]:
        """
        The posterior means of the latent quantities with their names; with a level also standard errors, lower and upper
        ends.
        """
    def report(self, /) -> str | None:
        """
        The report of the fit as JSON text; nothing for a model from parameters.
        """
    @property
    def settings(self, /) -> list[float]:
        """
        The settings, in order.
        """
    def simulate(self, /, n: SupportsFloat | SupportsIndex, t: FloatLike, seed: SupportsFloat | SupportsIndex, covariates: ColumnsByName) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray, FloatArray]:
        """
        Simulated customers: frequency, recency, T, sums of log intervals, and 1 where still alive.
        """
    def simulate_contracts(self, /, n: SupportsFloat | SupportsIndex, t: FloatLike, seed: SupportsFloat | SupportsIndex, covariates: ColumnsByName) -> tuple[FloatArray, FloatArray]:
        """
        Simulated contracts: tenure, and 1 where churned.
        """
    def simulate_spend(self, /, frequency: FloatLike, seed: SupportsFloat | SupportsIndex) -> FloatArray:
        """
        The mean spend of simulated customers.
        """
    def summary(self, /) -> str:
        """
        The report of the fit as people read it.
        """
    def to_json(self, /) -> str:
        """
        The model as JSON text.
        """
    @property
    def unit(self, /) -> str | None:
        """
        The unit of time, if one was declared.
        """
    def validate(self, /, columns: ColumnsByName, tracking: ColumnsByName | None, groups: SupportsFloat | SupportsIndex, most: SupportsFloat | SupportsIndex) -> str:
        """
        How the model does in the holdout, as JSON text; `columns` hold the histories with `holdout_frequency` and
        `holdout_T`, `tracking` the counts by period.
        """

@final
class Metric:
    """
    One metric of the catalogue.
    """
    def __new__(cls, /, id: str) -> Metric:
        """
        Find a metric by its name.
        """
    def compare(self, /, arguments: tuple, groups: CodeArray, group_count: SupportsIndex, clusters: CodeArray | None, against: SupportsIndex | None, level: SupportsFloat | SupportsIndex) -> str:
        """
        The metric of each group with an interval, and the differences, as a JSON record.
        """
    def compute(self, /, arguments: tuple, on_invalid: str) -> Any:
        """
        The value at arguments in the order of the inputs.
        """
    def evaluate(self, /, arguments: tuple) -> tuple[Any, Any]:
        """
        Value and status side by side: one of each, or a column of each (status as codes).
        """
    @property
    def inputs(self, /) -> list[str]:
        """
        The names of the inputs, in order.
        """
    def label(self, /, columns: SupportsGetItem[int, tuple[str, str, str]]) -> tuple[str, str | None]:
        """
        Unit and mark of a result, from what is stated of the inputs: the column that each comes from, its unit and its mark;
        an empty text states nothing.
        """
    def totals(self, /, arguments: tuple, groups: CodeArray, group_count: SupportsIndex) -> str:
        """
        The metric of each group, as JSON records; `groups` numbers the group of each row.
        """

@final
class PosteriorDraws:
    """
    Draws from the posterior of a model's parameters.
    """
    def draws(self, /) -> list[FloatArray]:
        """
        The draws of each parameter, the chains one after the other.
        """
    def facts(self, /) -> tuple[int, int, float]:
        """
        Chains, divergences, mean acceptance.
        """
    def parameters(self, /) -> str:
        """
        What is known of the parameters, as JSON text.
        """
    def predict(self, /, question: str, columns: ColumnsByName, arguments: ColumnsByName, level: SupportsFloat | SupportsIndex, draws: SupportsFloat | SupportsIndex) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray, FloatArray]:
        """
        Means, standard deviations, lower ends, medians and upper ends of an answer.
        """
    @staticmethod
    def sample(name: str, columns: ColumnsByName, chains: SupportsFloat | SupportsIndex, draws: SupportsFloat | SupportsIndex, warmup: SupportsFloat | SupportsIndex, seed: SupportsFloat | SupportsIndex, priors: SupportsGetItem[int, tuple[str, SupportsFloat | SupportsIndex, SupportsFloat | SupportsIndex]], progress: Any | None) -> PosteriorDraws:
        """
        Draws for the model of this name; `priors` are (parameter, median, log_sd).
        """

def attribution_attribute(paths: tuple[SupportsIndex, CodeArray, CodeArray, FloatLike, FloatLike, FloatLike], rule: str, first: SupportsFloat | SupportsIndex, last: SupportsFloat | SupportsIndex) -> str:
    """
    Credit by a rule.
    """

def attribution_count(paths: tuple[SupportsIndex, CodeArray, CodeArray, FloatLike, FloatLike, FloatLike]) -> tuple[CodeArray, CodeArray, FloatArray, FloatArray, FloatArray]:
    """
    Identical paths once.
    """

def attribution_journeys(channel_count: SupportsIndex, customer: CodeArray, time: FloatLike, channel: CodeArray, conversions: FloatLike, values: FloatLike, lookback: SupportsFloat | SupportsIndex | None, lapse_after: SupportsFloat | SupportsIndex | None) -> tuple[CodeArray, CodeArray, FloatArray, FloatArray, FloatArray]:
    """
    Cuts events into journeys.
    """

def attribution_markov(paths: tuple[SupportsIndex, CodeArray, CodeArray, FloatLike, FloatLike, FloatLike], order: SupportsFloat | SupportsIndex, removal: str, progress: Any | None) -> str:
    """
    Credit by removal effect.
    """

def attribution_paths(text: str, rows: SupportsIndex, separator: str) -> tuple[list[str], CodeArray, CodeArray]:
    """
    Paths written as text, joined by the character of code 0: names, offsets, steps.
    """

def attribution_shapley(paths: tuple[SupportsIndex, CodeArray, CodeArray, FloatLike, FloatLike, FloatLike], worth: str, exact_up_to: SupportsFloat | SupportsIndex, permutations: SupportsFloat | SupportsIndex, seed: SupportsFloat | SupportsIndex, progress: Any | None) -> str:
    """
    Credit by Shapley value.
    """

def attribution_shapley_values(players: SupportsIndex, worth: FloatLike) -> FloatArray:
    """
    The Shapley values of a game written as the worth of every coalition.
    """

def attribution_time_decay(channel_count: SupportsIndex, offsets_in: CodeArray, steps: CodeArray, ages: FloatLike, conversions: FloatLike, values: FloatLike, half_life: SupportsFloat | SupportsIndex) -> str:
    """
    Credit by age.
    """

def attribution_transition_matrix(paths: tuple[SupportsIndex, CodeArray, CodeArray, FloatLike, FloatLike, FloatLike], order: SupportsFloat | SupportsIndex) -> tuple[CodeArray, CodeArray, CodeArray, CodeArray, FloatArray, FloatArray]:
    """
    The moves of the chain.
    """

def catalogue_json() -> str:
    """
    The catalogue as JSON text; `ukur.metrics.catalogue` reads it.
    """

def customers_cohorts(purchases: tuple[IntArray | None, CodeArray | None, SupportsIndex, IntArray, SupportsIndex, FloatLike | None], unit: str, end: tuple[SupportsIndex, bool] | None, returned: str, max_age: SupportsIndex | None) -> tuple[IntArray, list[tuple[str, FloatArray]], FlagArray, str]:
    """
    Retention by cohort: the first days of the cohorts, the other columns, which cells are complete, the report.
    """

def customers_kaplan_meier(durations: FloatLike, observed: FlagArray | None, weights: FloatLike | None, confidence: SupportsFloat | SupportsIndex, scale: str) -> list[tuple[str, FloatArray]]:
    """
    The Kaplan-Meier curve, column by column.
    """

def customers_rfm_segments(time_since_last: FloatLike, frequency: FloatLike, monetary_value: FloatLike | None, scores: SupportsIndex, weights: SupportsLenAndGetItem[SupportsFloat | SupportsIndex], segments: SupportsGetItem[int, tuple[str, tuple[SupportsIndex, SupportsIndex], tuple[SupportsIndex, SupportsIndex], tuple[SupportsIndex, SupportsIndex]]] | None) -> tuple[list[tuple[str, FloatArray]], list[int], list[str]]:
    """
    Scores and segments: the columns, the index of the segment, the segments' names.
    """

def customers_summarise(purchases: tuple[IntArray | None, CodeArray | None, SupportsIndex, IntArray, SupportsIndex, FloatLike | None], terms: tuple[str, tuple[SupportsIndex, bool] | None, tuple[SupportsIndex, bool] | None, str | None, str], include_first_transaction: bool, extra: SupportsGetItem[int, str]) -> tuple[IntArray, list[tuple[str, FloatArray]], str]:
    """
    One row a customer: the customers, the other columns, the report.
    """

def customers_survival_at(times: FloatLike, survival: FloatLike, time: SupportsFloat | SupportsIndex) -> float:
    """
    A survival curve at one time.
    """

def customers_survival_time(times: FloatLike, survival: FloatLike, share: SupportsFloat | SupportsIndex) -> float:
    """
    The time at which a survival curve falls to a share.
    """

def customers_time_since_last(recency: FloatLike, age: FloatLike) -> FloatArray:
    """
    The time since the last purchase from recency and T.
    """

def customers_tracking(purchases: tuple[IntArray | None, CodeArray | None, SupportsIndex, IntArray, SupportsIndex, FloatLike | None], terms: tuple[str, tuple[SupportsIndex, bool] | None, tuple[SupportsIndex, bool] | None, str | None, str], step: SupportsFloat | SupportsIndex) -> tuple[FloatArray, FlagArray, FloatArray, FloatArray]:
    """
    Repeat purchases by period: ends of the periods, which lie in the holdout, counts, cumulative counts.
    """

def experiments_adjust_p(method: str, p_values: FloatLike) -> FloatArray:
    """
    Adjusted p values, by `"holm"` or by `"benjamini_hochberg"`.
    """

def experiments_call(name: str, numbers: SupportsGetItem[int, SupportsFloat | SupportsIndex], columns: SupportsGetItem[int, tuple[str, FloatLike]], texts: SupportsGetItem[int, str]) -> str:
    """
    A small experiment by its name, as a JSON record.
    """

def experiments_confidence_sequence(estimates: FloatLike, standard_errors: FloatLike, n: FloatLike, level: SupportsFloat | SupportsIndex, tuning_n: SupportsFloat | SupportsIndex) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray, FloatArray, FloatArray, FloatArray]:
    """
    The always-valid intervals of a history of looks.
    """

def experiments_confidence_sequence_of_values(values: FloatLike, reference: SupportsFloat | SupportsIndex, first: SupportsFloat | SupportsIndex, level: SupportsFloat | SupportsIndex, tuning_n: SupportsFloat | SupportsIndex) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray, FloatArray, FloatArray, FloatArray]:
    """
    The always-valid intervals of a stream of values, a look at each from the `first` on.
    """

def experiments_cuped_adjust(y: FloatLike, x: FloatLike) -> tuple[str, FloatArray]:
    """
    CUPED of one group: theta, variance before, after and their ratio as a JSON record, and the adjusted outcomes.
    """

def experiments_resample(name: str, columns: SupportsGetItem[int, tuple[str, FloatLike]], resamples: SupportsIndex, seed: SupportsIndex, exact_up_to: SupportsIndex, level: SupportsFloat | SupportsIndex, callback: Any | None) -> str:
    """
    Bootstrap or permutation of one or two groups of accounts (numerator, denominator, account), as a JSON record.
    """

def experiments_two_proportion_tests(x1: FloatLike, n1: FloatLike, x2: FloatLike, n2: FloatLike, invalid: str) -> tuple[FloatArray, FloatArray, FloatArray, list[str | None] | None]:
    """
    Two-proportion z tests row by row.
    """

def experiments_welch_tests(mean1: FloatLike, var1: FloatLike, n1: FloatLike, mean2: FloatLike, var2: FloatLike, n2: FloatLike, invalid: str) -> tuple[FloatArray, FloatArray, FloatArray, list[str | None] | None]:
    """
    Welch tests row by row, from mean, variance and size of both groups.
    """

def family_texts_json() -> str:
    """
    What families are about as JSON text.
    """

def influencers_breakeven(small: tuple[SupportsFloat | SupportsIndex, SupportsFloat | SupportsIndex, SupportsFloat | SupportsIndex, SupportsFloat | SupportsIndex, SupportsFloat | SupportsIndex], large: tuple[SupportsFloat | SupportsIndex, SupportsFloat | SupportsIndex, SupportsFloat | SupportsIndex, SupportsFloat | SupportsIndex, SupportsFloat | SupportsIndex], target_reach: SupportsFloat | SupportsIndex, hourly_rate: SupportsFloat | SupportsIndex) -> str:
    """
    The coordination cost at which many small accounts stop being cheaper, as a JSON record.
    """

def influencers_classify(platform: SupportsGetItem[int, str], followers: FloatLike, borders: SupportsGetItem[int, tuple[str, str, SupportsFloat | SupportsIndex, bool]] | None) -> list[str | None]:
    """
    The tier of each account, None below the lowest border.
    """

def influencers_compare(account: CodeArray, group: CodeArray, columns: SupportsGetItem[int, FloatLike | None], names: tuple[str, str], hours_each: tuple[SupportsFloat | SupportsIndex, SupportsFloat | SupportsIndex], fixed_hours: tuple[SupportsFloat | SupportsIndex, SupportsFloat | SupportsIndex], hourly_rate: SupportsFloat | SupportsIndex, margin: SupportsFloat | SupportsIndex, level: SupportsFloat | SupportsIndex, resamples: SupportsIndex, seed: SupportsIndex, callback: Any | None) -> str:
    """
    Two groups of accounts, figure by figure, as a JSON record.
    """

def influencers_creators(creator: CodeArray, period: CodeArray, posts: FloatLike, engagements: FloatLike, base: FloatLike, lapse_after: SupportsIndex) -> str:
    """
    Creators over time, as a JSON record.
    """

def influencers_earned_media(quantities: FloatLike, prices: FloatLike, cost: SupportsFloat | SupportsIndex | None) -> str:
    """
    The cost of buying what was earned, as a JSON record.
    """

def influencers_frontier(costs: FloatLike, audiences: AudienceTable | None, values: FloatLike | None, conversion: FloatLike | None, person_value: FloatLike | None, budgets: FloatLike, rules: tuple[SupportsFloat | SupportsIndex | None, SupportsIndex | None, SupportsFloat | SupportsIndex | None, SupportsGetItem[int, SupportsIndex], SupportsGetItem[int, SupportsIndex], str, SupportsIndex], callback: Any | None) -> str:
    """
    The best set for each of several budgets, as a JSON record.
    """

def influencers_keep_or_recruit(fee: SupportsFloat | SupportsIndex, recruiting_cost: SupportsFloat | SupportsIndex, programme_cost: SupportsFloat | SupportsIndex, retention: SupportsFloat | SupportsIndex, campaigns: SupportsFloat | SupportsIndex) -> str:
    """
    Keeping creators against recruiting anew, as a JSON record.
    """

def influencers_reach_bounds(sizes: FloatLike, pair_overlaps: FloatLike, population: SupportsFloat | SupportsIndex | None) -> str:
    """
    Bounds of unduplicated reach from pairwise overlaps, as a JSON record.
    """

def influencers_reward(tiers: SupportsGetItem[int, tuple[str, SupportsFloat | SupportsIndex, SupportsFloat | SupportsIndex]], points: FloatLike) -> str:
    """
    Creators in reward tiers (name, border, reward), as a JSON record.
    """

def influencers_sample(sketches: SupportsGetItem[int, AudienceSketch]) -> tuple[AudienceTable, float]:
    """
    A uniform sample of the people of several sketches, and how many people one of them stands for.
    """

def influencers_seeding(creators_seeded: SupportsFloat | SupportsIndex, creators_who_posted: SupportsFloat | SupportsIndex, unit_cost: SupportsFloat | SupportsIndex, unit_shipping: SupportsFloat | SupportsIndex, other_cost: SupportsFloat | SupportsIndex, posts: SupportsFloat | SupportsIndex, usable_assets: SupportsFloat | SupportsIndex, cost_per_produced_asset: SupportsFloat | SupportsIndex) -> str:
    """
    What product seeding costs and what its content replaces, as a JSON record.
    """

def influencers_select(costs: FloatLike, audiences: AudienceTable, conversion: FloatLike | None, person_value: FloatLike | None, rules: tuple[SupportsFloat | SupportsIndex | None, SupportsIndex | None, SupportsFloat | SupportsIndex | None, SupportsGetItem[int, SupportsIndex], SupportsGetItem[int, SupportsIndex], str, SupportsIndex], callback: Any | None) -> str:
    """
    The best set of candidates with audiences, as a JSON record.
    """

def influencers_select_disjoint(costs: FloatLike, values: FloatLike, rules: tuple[SupportsFloat | SupportsIndex | None, SupportsIndex | None, SupportsFloat | SupportsIndex | None, SupportsGetItem[int, SupportsIndex], SupportsGetItem[int, SupportsIndex], str, SupportsIndex], callback: Any | None) -> str:
    """
    The best set of candidates whose values add up, as a JSON record.
    """

def influencers_size_elasticity(size: FloatLike, fee: FloatLike, account: CodeArray, level: SupportsFloat | SupportsIndex) -> str:
    """
    The elasticity of fees to size, as a JSON record.
    """

def influencers_tier_table(borders: SupportsGetItem[int, tuple[str, str, SupportsFloat | SupportsIndex, bool]] | None) -> list[tuple[str, str, float, bool]]:
    """
    The borders of a table, checked and sorted; those of Mediakix without one.
    """

def influencers_value_proportion(names: SupportsGetItem[int, str], followers: FloatLike, conversion_rate: FloatLike, engagement_rate: FloatLike | None, cost: FloatLike | None, goal: SupportsFloat | SupportsIndex, value_per_customer: SupportsFloat | SupportsIndex | None, conversion_of_engaged: SupportsFloat | SupportsIndex | None) -> str:
    """
    The candidates under both readings of the value proportion, as a JSON record.
    """

def models_compare(models: SupportsGetItem[int, CustomerModel]) -> str:
    """
    Fitted models beside each other, as JSON text.
    """

def models_likelihood_ratio_test(restricted: CustomerModel, full: CustomerModel) -> str:
    """
    The test of a fitted model against a larger one, as JSON text.
    """

def models_regularity(columns: ColumnsByName, method: str) -> str:
    """
    How regular purchases are, as JSON text.
    """

def programmes_allocate_points(price: SupportsFloat | SupportsIndex, goods_stand_alone: SupportsFloat | SupportsIndex | None, points_issued: SupportsFloat | SupportsIndex, expected_redemption: SupportsFloat | SupportsIndex, point_value: SupportsFloat | SupportsIndex) -> str:
    """
    A price divided between goods and points, as a JSON record.
    """

def programmes_calibrate(score: FloatLike, outcome: FloatLike, apply_to: FloatLike) -> tuple[str, FloatArray]:
    """
    Scores as probabilities: the steps as a JSON record, and the probability of each score of `apply_to`.
    """

def programmes_customer_scorecard(rows: tuple[CodeArray, SupportsIndex, CodeArray | None, SupportsIndex], revenue: FloatLike, orders: FloatLike | None, periods_per_year: SupportsFloat | SupportsIndex | None, lifetime_years: SupportsFloat | SupportsIndex | None, margin: SupportsFloat | SupportsIndex, benchmark: SupportsGetItem[int, tuple[str, SupportsFloat | SupportsIndex]]) -> str:
    """
    The scorecard of a customer programme, as a JSON record.
    """

def programmes_influencer_scorecard(rows: tuple[CodeArray, SupportsIndex, CodeArray | None, SupportsIndex], columns: SupportsGetItem[int, FloatLike | None], max_rating: SupportsFloat | SupportsIndex, benchmark: SupportsGetItem[int, tuple[str, SupportsFloat | SupportsIndex]]) -> str:
    """
    The scorecard of an influencer programme, as a JSON record.
    """

def programmes_judge_ranking(score: FloatLike, outcome: FloatLike, groups: SupportsIndex) -> str:
    """
    How good a ranking is, as a JSON record.
    """

def programmes_k_factor(brought: FloatLike, invitations: FloatLike | None, level: SupportsFloat | SupportsIndex) -> str:
    """
    K from what each customer brought, as a JSON record.
    """

def programmes_k_factor_from_totals(brought: SupportsFloat | SupportsIndex, customers: SupportsFloat | SupportsIndex, invitations: SupportsFloat | SupportsIndex | None, level: SupportsFloat | SupportsIndex) -> str:
    """
    K from totals, as a JSON record.
    """

def programmes_levers(basket: SupportsFloat | SupportsIndex, frequency: SupportsFloat | SupportsIndex, margin: SupportsFloat | SupportsIndex, retention: SupportsFloat | SupportsIndex, discount: SupportsFloat | SupportsIndex, lifetime: SupportsFloat | SupportsIndex | None, horizon: SupportsFloat | SupportsIndex) -> str:
    """
    What one point of each lever is worth, a JSON record a formula.
    """

def programmes_lift(outcome: FloatLike, member: FlagArray, after: FlagArray, cluster: CodeArray, level: SupportsFloat | SupportsIndex) -> str:
    """
    The difference in differences, as a JSON record.
    """

def programmes_points_liability(issued: SupportsFloat | SupportsIndex, redeemed: SupportsFloat | SupportsIndex, expired: SupportsFloat | SupportsIndex, ultimate_redemption_rate: SupportsFloat | SupportsIndex, cost_per_point: SupportsFloat | SupportsIndex) -> str:
    """
    What outstanding points are expected to cost, as a JSON record.
    """

def programmes_project_tiers(probabilities: SupportsGetItem[int, FloatLike], members: FloatLike, periods: SupportsIndex) -> list[FloatArray]:
    """
    Members in each tier, period after period.
    """

def programmes_rank_advocates(engagement: SupportsGetItem[int, tuple[FloatLike, SupportsFloat | SupportsIndex]], willingness: SupportsGetItem[int, tuple[FloatLike, SupportsFloat | SupportsIndex]], engagement_weight: SupportsFloat | SupportsIndex, combine: str) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """
    Score, engagement, willingness and rank (NaN where unknown) of every customer.
    """

def programmes_recognise_points(allocation: SupportsFloat | SupportsIndex, redeemed_cumulative: FloatLike, expected_total_redeemed: FloatLike) -> str:
    """
    The points' part of a price as revenue, a JSON record a period.
    """

def programmes_redemption(issued: FloatLike, cumulative: SupportsGetItem[int, FloatLike], tail_factor: SupportsFloat | SupportsIndex, cost_per_point: SupportsFloat | SupportsIndex) -> str:
    """
    Development factors and what they say of every cohort, as a JSON record.
    """

def programmes_referral(advocate_reward: SupportsFloat | SupportsIndex, friend_reward: SupportsFloat | SupportsIndex, reward_redemption: SupportsFloat | SupportsIndex, overhead_per_referral: SupportsFloat | SupportsIndex, programme_cost: SupportsFloat | SupportsIndex, referred_customers: SupportsFloat | SupportsIndex, margin_clv_referred: SupportsFloat | SupportsIndex, incrementality: SupportsFloat | SupportsIndex) -> str:
    """
    What a referral programme earns, as a JSON record.
    """

def programmes_social_scorecard(rows: tuple[CodeArray, SupportsIndex, CodeArray | None, SupportsIndex], columns: tuple[FloatLike | None, FloatLike, FloatLike, FloatLike], benchmark: tuple[SupportsFloat | SupportsIndex | None, SupportsFloat | SupportsIndex | None, SupportsFloat | SupportsIndex | None], campaign: str | None, weights: tuple[SupportsFloat | SupportsIndex, SupportsFloat | SupportsIndex, SupportsFloat | SupportsIndex] | None) -> str:
    """
    Reach, sharing and monetisation in one score, as a JSON record; without `campaign` the figures per post alone.
    """

def programmes_tier_matrix(matrix: SupportsGetItem[int, FloatLike], counts: bool) -> str:
    """
    Tier migration from counts of members, or from probabilities, as a JSON record.
    """

def programmes_tier_moves(tiers: SupportsIndex, before: CodeArray, after: CodeArray) -> str:
    """
    Tier migration from one row a move, as a JSON record.
    """

def read_dates(argument: str, texts: SupportsGetItem[int, str], rows: SupportsGetItem[int, SupportsIndex] | None, date_format: str | None) -> tuple[IntArray, bool, bool]:
    """
    Dates from text, in microseconds; whether all are dates without a time; whether they carry offsets.
    """

def response_adstock(media: FloatLike, how: tuple[str, SupportsFloat | SupportsIndex | None, SupportsFloat | SupportsIndex | None, SupportsFloat | SupportsIndex | None, SupportsFloat | SupportsIndex | None, bool]) -> FloatArray:
    """
    The adstocked series.
    """

def response_adstock_multiplier(how: tuple[str, SupportsFloat | SupportsIndex | None, SupportsFloat | SupportsIndex | None, SupportsFloat | SupportsIndex | None, SupportsFloat | SupportsIndex | None, bool]) -> float:
    """
    The total effect of one unit.
    """

def response_adstock_weights(periods: SupportsFloat | SupportsIndex, how: tuple[str, SupportsFloat | SupportsIndex | None, SupportsFloat | SupportsIndex | None, SupportsFloat | SupportsIndex | None, SupportsFloat | SupportsIndex | None, bool]) -> FloatArray:
    """
    The weights of the lags.
    """

def response_bass_forecast(m: SupportsFloat | SupportsIndex, p: SupportsFloat | SupportsIndex, q: SupportsFloat | SupportsIndex, periods: SupportsFloat | SupportsIndex) -> FloatArray:
    """
    Adoptions by period.
    """

def response_borel_tanner_probability(n: SupportsFloat | SupportsIndex, seeds: SupportsFloat | SupportsIndex, k: SupportsFloat | SupportsIndex) -> float:
    """
    The probability of a size of a cascade.
    """

def response_branching_moments(seeds: SupportsFloat | SupportsIndex, k: SupportsFloat | SupportsIndex, dispersion: SupportsFloat | SupportsIndex | None) -> str:
    """
    Mean and variance of the size of a cascade.
    """

def response_budget_frontier(channels: str, budgets: FloatLike, progress: Any | None) -> str:
    """
    The splits of several budgets.
    """

def response_carry_over(media: FloatLike, periods: SupportsFloat | SupportsIndex, how: tuple[str, SupportsFloat | SupportsIndex | None, SupportsFloat | SupportsIndex | None, SupportsFloat | SupportsIndex | None, SupportsFloat | SupportsIndex | None, bool]) -> FloatArray:
    """
    What is still to come after the last input.
    """

def response_curve_response(curve: str, x: FloatLike) -> FloatOut:
    """
    The response of a curve.
    """

def response_extinction_probability(seeds: SupportsFloat | SupportsIndex, k: SupportsFloat | SupportsIndex, dispersion: SupportsFloat | SupportsIndex | None) -> float:
    """
    The probability that a cascade ends.
    """

def response_fit_bass(adoptions: FloatLike, confidence: SupportsFloat | SupportsIndex, progress: Any | None) -> str:
    """
    A fitted Bass model.
    """

def response_fit_curve(input: FloatLike, response: FloatLike, weights: FloatLike | None, form: str, intercept: bool, confidence: SupportsFloat | SupportsIndex, progress: Any | None) -> str:
    """
    A fitted curve.
    """

def response_input_for_marginal_return(curve: str, rate: SupportsFloat | SupportsIndex) -> float:
    """
    The input at which the marginal return falls to a rate.
    """

def response_marginal_return(curve: str, x: FloatLike) -> FloatOut:
    """
    The marginal return of a curve.
    """

def response_response_at(fit: str, input: FloatLike) -> str:
    """
    The responses of a fit at inputs.
    """

def response_simulate_branching(seeds: SupportsFloat | SupportsIndex, k: SupportsFloat | SupportsIndex, dispersion: SupportsFloat | SupportsIndex | None, runs: SupportsFloat | SupportsIndex, seed: SupportsFloat | SupportsIndex, cap: SupportsFloat | SupportsIndex, progress: Any | None) -> str:
    """
    Simulated cascades.
    """

def response_split_budget(channels: str, budget: SupportsFloat | SupportsIndex, progress: Any | None) -> str:
    """
    A split of a budget.
    """

def stated_units(table: str, stated: SupportsGetItem[int, tuple[str, str, str]], results: SupportsGetItem[int, str]) -> list[str]:
    """
    Holds stated units against a table's columns (each by its own name, the caller's, and the unit), and gives the units of
    results with the currency of the table.
    """

def status_names() -> list[str]:
    """
    The names of the statuses, in the order of their codes; code 0 stands for a value.
    """

def translations_json(language: str) -> str | None:
    """
    Titles and definitions in another language as JSON text; None for English.
    """

def worst_provenance(marks: SupportsGetItem[int, str | None]) -> str | None:
    """
    What the worst of some marks makes of a result; None where nothing is known.
    """
