//! How customers are scored and grouped, and how unevenly they contribute.

use super::arithmetic::{gini_coefficient, share_of_largest, sum, sum_of_squared_shares};

metrics! { "segmentation";
    /// Code of an RFM cell that strings the recency, frequency and monetary scores together.
    rfm_score_concat {
        title: "RFM cell (concatenated)",
        inputs: {
            r: f64, Score, OneToNine, "recency score, 1 to 9, higher is more recent";
            f: f64, Score, OneToNine, "frequency score, 1 to 9, higher is more frequent";
            m: f64, Score, OneToNine, "monetary score, 1 to 9, higher is more spent";
        },
        output: Code, "three-digit code; a label, not a quantity",
        formula: value(100.0 * r + 10.0 * f + m),
        rollup: NotRollable,
        example: (5.0, 4.0, 3.0) => 543.0,
        edges: { (1.0, 11.0, 1.0) => OutOfDomain; },
        source: "R package rfm 0.3.0, github.com/rsquaredacademy/rfm at 297ed8b, after Blattberg, Kim & Neslin (2008), Database Marketing, ch. 12",
        notes: "A code, not a number: never average it.",
    }

    /// Weighted average of the recency, frequency and monetary scores of a customer.
    rfm_score_weighted {
        title: "RFM weighted score",
        inputs: {
            r: f64, Score, WholePositive, "recency score, higher is more recent";
            f: f64, Score, WholePositive, "frequency score, higher is more frequent";
            m: f64, Score, WholePositive, "monetary score, higher is more spent";
            wr: f64, Ratio, NonNegative, "weight of recency";
            wf: f64, Ratio, NonNegative, "weight of frequency";
            wm: f64, Ratio, NonNegative, "weight of monetary value";
        },
        output: Score, "score on the scale of the inputs",
        formula: ratio(wr * r + wf * f + wm * m, wr + wf + wm),
        rollup: Mean,
        example: (5.0, 4.0, 3.0, 2.0, 1.0, 1.0) => 4.25,
        edges: { (5.0, 4.0, 3.0, 0.0, 0.0, 0.0) => ZeroDenominator; },
        source: "common definition; no single authority",
    }

    /// Score from 1 to 5 by how many customers have a smaller value; equal values share the lowest rank.
    rfm_quintile_rank {
        title: "Quintile score by rank (ties share the lowest rank)",
        inputs: {
            values: &[f64], Any, NonNegative, "values of all customers, in any one unit";
            value: f64, Any, NonNegative, "value of the customer to score, in the same unit";
        },
        output: Score, "score 1 to 5, 5 for the highest values",
        undefined: { values.is_empty() => InsufficientData; },
        formula: reduce(f64, crate::customers::rfm_segments::rank_score(values, value, 5), r"\min\Bigl(5,\ \Bigl\lfloor \frac{5\,\#\{i : v_i < v\}}{n} \Bigr\rfloor + 1\Bigr)"),
        rollup: NotRollable,
        example: (&[10.0, 20.0, 30.0, 40.0, 50.0], 40.0) => 4.0,
        edges: { (&[], 40.0) => InsufficientData; },
        source: "Hughes (1994), Strategic Database Marketing",
        notes: "Scale equivariant, unlike quantile + 1 cut points in rfm (R): there amounts 0.1 ... 0.5 all fall in bin 1.",
    }

    /// Share of revenue that comes from the best customers, a given fraction of them all.
    top_share {
        title: "Revenue share of the top fraction of customers",
        inputs: {
            revenue: &[f64], Currency, NonNegative, "revenue of each customer, in one currency";
            fraction: f64, Ratio, Fraction, "fraction of customers counted as the top, rounded up to whole customers";
        },
        output: Ratio, "fraction of revenue",
        undefined: { sum(revenue) == 0.0 => ZeroDenominator; },
        formula: reduce(f64, share_of_largest(revenue, fraction), r"\frac{\sum_{i \le \lceil f n \rceil} x_{(i)}}{\sum_i x_i},\quad x_{(1)} \ge x_{(2)} \ge \dots"),
        rollup: Recompute,
        example: (&[50.0, 20.0, 15.0, 10.0, 5.0], 0.2) => 0.5,
        edges: { (&[0.0, 0.0], 0.2) => ZeroDenominator; },
        answers: {
            (&[2.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 10.0], 0.1) => 0.5;
            (&[1.0; 100], 0.07) => 0.07 within 1e-14;
        },
        source: "common definition; no single authority",
    }

    /// How unevenly revenue is spread over customers, 0 when all give the same.
    gini {
        title: "Gini coefficient of revenue",
        inputs: {
            values: &[f64], Any, NonNegative, "revenue of each customer, in one currency";
        },
        output: Ratio, "between 0 and 1; close to 1 when very few customers give nearly all",
        undefined: {
            values.is_empty() => InsufficientData;
            sum(values) == 0.0 => ZeroDenominator;
        },
        formula: reduce(f64, gini_coefficient(values), r"\frac{\sum_i \sum_j |x_i - x_j|}{2 n \sum_i x_i}"),
        rollup: Recompute,
        example: (&[5.0, 10.0, 15.0, 20.0, 50.0]) => 0.4 within 1e-12,
        edges: {
            (&[0.0, 0.0]) => ZeroDenominator;
            (&[]) => InsufficientData;
        },
        source: "common definition; no single authority",
    }

    /// Concentration of a total, as the chance that two random units of it belong to the same part.
    herfindahl {
        title: "Herfindahl-Hirschman index of shares",
        inputs: {
            values: &[f64], Any, NonNegative, "size of each part, in any one unit";
        },
        output: Ratio, "between 1 over the number of parts and 1",
        undefined: { sum(values) == 0.0 => ZeroDenominator; },
        formula: reduce(f64, sum_of_squared_shares(values), r"\sum_i \Bigl(\frac{x_i}{\sum_j x_j}\Bigr)^2"),
        rollup: Recompute,
        example: (&[5.0, 10.0, 15.0, 20.0, 50.0]) => 0.325 within 1e-12,
        edges: { (&[0.0, 0.0]) => ZeroDenominator; },
        source: "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the MASB Universal Marketing Dictionary, marketing-dictionary.org",
    }
}
