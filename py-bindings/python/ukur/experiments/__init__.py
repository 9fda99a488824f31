"""Comparing groups honestly: tests, intervals, power, sequential looks, Bayesian answers and a verdict in words.

Everything starts from summary statistics (counts; size, mean and variance; sums by account) or from columns, which are
reduced to those first. The treatment is group 1 and the control group 2: a difference is ``treatment - control``, a
relative lift ``treatment / control - 1``.
"""

from .._statistics import Bootstrap as Bootstrap
from .._statistics import BootstrapComparison as BootstrapComparison
from .._statistics import Comparison as Comparison
from .._statistics import Equivalence as Equivalence
from .._statistics import Estimate as Estimate
from .._statistics import Interval as Interval
from .._statistics import PermutationTest as PermutationTest
from .._statistics import RatioComparison as RatioComparison
from .._statistics import RatioEstimate as RatioEstimate
from .._statistics import Verdict as Verdict
from .bayesian import BayesianComparison as BayesianComparison
from .bayesian import BetaPosterior as BetaPosterior
from .bayesian import beta_binomial as beta_binomial
from .bayesian import compare_beta_binomial as compare_beta_binomial
from .columns import TestColumns as TestColumns
from .columns import two_proportion_tests as two_proportion_tests
from .columns import welch_tests as welch_tests
from .equivalence import equivalence as equivalence
from .equivalence import equivalence_of as equivalence_of
from .means import CupedAdjustment as CupedAdjustment
from .means import CupedComparison as CupedComparison
from .means import compare_means as compare_means
from .means import compare_with_covariate as compare_with_covariate
from .means import cuped_adjust as cuped_adjust
from .means import mean as mean
from .means import relative_lift as relative_lift
from .multiplicity import benjamini_hochberg as benjamini_hochberg
from .multiplicity import holm as holm
from .power import DetectableProportion as DetectableProportion
from .power import detectable_difference as detectable_difference
from .power import detectable_proportion as detectable_proportion
from .power import power_means as power_means
from .power import power_proportions as power_proportions
from .power import sample_size_means as sample_size_means
from .power import sample_size_proportions as sample_size_proportions
from .proportions import compare_proportions as compare_proportions
from .proportions import fisher_two_sided as fisher_two_sided
from .proportions import proportion as proportion
from .ratios import compare_ratios as compare_ratios
from .ratios import compare_ratios_of_means as compare_ratios_of_means
from .ratios import ratio_of_means as ratio_of_means
from .ratios import ratio_of_sums as ratio_of_sums
from .resampling import bootstrap_comparison as bootstrap_comparison
from .resampling import bootstrap_ratio as bootstrap_ratio
from .resampling import permutation_test as permutation_test
from .sample_ratio import SampleRatio as SampleRatio
from .sample_ratio import sample_ratio_mismatch as sample_ratio_mismatch
from .sequential import Looks as Looks
from .sequential import always_valid as always_valid
from .sequential import confidence_sequence as confidence_sequence
from .sequential import confidence_sequence_of_values as confidence_sequence_of_values
from .sequential import sequential_half_width as sequential_half_width
from .sequential import sequential_p as sequential_p
from .summaries import AccountTotals as AccountTotals
from .summaries import PairSummary as PairSummary
from .summaries import SampleSummary as SampleSummary
from .summaries import pair_summary as pair_summary
from .summaries import sample_summary as sample_summary
from .summaries import sample_summary_of_counts as sample_summary_of_counts
from .verdict import verdict as verdict

__all__ = [
    "AccountTotals",
    "BayesianComparison",
    "BetaPosterior",
    "Bootstrap",
    "BootstrapComparison",
    "Comparison",
    "CupedAdjustment",
    "CupedComparison",
    "DetectableProportion",
    "Equivalence",
    "Estimate",
    "Interval",
    "Looks",
    "PairSummary",
    "PermutationTest",
    "RatioComparison",
    "RatioEstimate",
    "SampleRatio",
    "SampleSummary",
    "TestColumns",
    "Verdict",
    "always_valid",
    "benjamini_hochberg",
    "beta_binomial",
    "bootstrap_comparison",
    "bootstrap_ratio",
    "compare_beta_binomial",
    "compare_means",
    "compare_proportions",
    "compare_ratios",
    "compare_ratios_of_means",
    "compare_with_covariate",
    "confidence_sequence",
    "confidence_sequence_of_values",
    "cuped_adjust",
    "detectable_difference",
    "detectable_proportion",
    "equivalence",
    "equivalence_of",
    "fisher_two_sided",
    "holm",
    "mean",
    "pair_summary",
    "permutation_test",
    "power_means",
    "power_proportions",
    "proportion",
    "ratio_of_means",
    "ratio_of_sums",
    "relative_lift",
    "sample_ratio_mismatch",
    "sample_size_means",
    "sample_size_proportions",
    "sample_summary",
    "sample_summary_of_counts",
    "sequential_half_width",
    "sequential_p",
    "two_proportion_tests",
    "verdict",
    "welch_tests",
]
