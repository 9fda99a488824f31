//! How a new product spreads through its market, by the Bass model.

use crate::response::diffusion;

metrics! { "diffusion";
    /// Share of a market that has adopted a product by a given time, by the Bass model.
    bass_cumulative {
        title: "Bass cumulative adoption fraction",
        inputs: {
            p: f64, Ratio, Positive, "coefficient of innovation, per period";
            q: f64, Ratio, NonNegative, "coefficient of imitation, per period";
            t: f64, Periods, NonNegative, "time since launch, in periods";
        },
        output: Ratio, "fraction of the eventual market",
        best_mark: Modelled,
        formula: value(diffusion::bass_cumulative(p, q, t)),
        rollup: Recompute,
        example: (0.03, 0.38, 5.0) => 0.3311986424913736 within 1e-12,
        source: "Bass (1969), Management Science 15:215; Sultan, Farley & Lehmann (1990) for average p 0.03 and q 0.38",
    }

    /// Time at which adoption is fastest, by the Bass model.
    bass_peak_time {
        title: "Bass peak time",
        inputs: {
            p: f64, Ratio, Positive, "coefficient of innovation, per period";
            q: f64, Ratio, NonNegative, "coefficient of imitation, per period";
        },
        output: Periods, "periods since launch",
        best_mark: Modelled,
        undefined: { q <= p => PeakAtZero; },
        formula: value(diffusion::bass_peak_time(p, q)),
        rollup: Recompute,
        example: (0.010399, 0.41861) => 8.613409162052045 within 1e-12,
        edges: { (0.010399, 0.0) => PeakAtZero; },
        answers: { (0.03, 0.38) => 6.19262 within 1e-6; },
        source: "Bass (1969), Management Science 15:215; Sultan, Farley & Lehmann (1990) for average p 0.03 and q 0.38",
    }

    /// Adoptions per period at the time adoption is fastest, by the Bass model.
    bass_peak_adoptions {
        title: "Bass peak adoptions per period",
        inputs: {
            m: f64, People, NonNegative, "eventual market, in people";
            p: f64, Ratio, Positive, "coefficient of innovation, per period";
            q: f64, Ratio, NonNegative, "coefficient of imitation, per period";
        },
        output: People, "adopters per period",
        best_mark: Modelled,
        undefined: { q <= p => PeakAtZero; },
        formula: value(diffusion::bass_peak_adoptions(m, p, q)),
        rollup: Recompute,
        example: (16895.0, 0.010399, 0.41861) => 1857.0406581056918 within 1e-09,
        edges: { (16895.0, 0.010399, 0.0) => PeakAtZero; },
        source: "Bass (1969), Management Science 15:215; Sultan, Farley & Lehmann (1990) for average p 0.03 and q 0.38",
    }
}
