//! How far invitations carry growth, cycle by cycle.

use super::arithmetic::{cycles_to_reach, grown, power_sum};

metrics! { "virality";
    /// New users each user brings by inviting others.
    k_factor {
        title: "K-factor",
        inputs: {
            invites_per_user: f64, Ratio, NonNegative, "invitations one user sends";
            invite_conversion: f64, Ratio, Fraction, "share of invitations that bring a user, as a fraction";
        },
        output: Ratio, "new users per user; above 1 growth sustains itself",
        formula: value(invites_per_user * invite_conversion),
        rollup: Recompute,
        example: (5.0, 0.25) => 1.25,
        source: "D. Skok, Lessons Learned: Viral Marketing, forentrepreneurs.com; A Virality Formula (2011); example from the viral coefficient calculator of geratools.com (100 first users, 5 invitations, 25 %)",
    }

    /// Users after several viral cycles when every user invites others once, right after joining.
    viral_users {
        title: "Users after n viral cycles (each user invites once)",
        inputs: {
            seed_users: f64, People, NonNegative, "users at the start";
            k: f64, Ratio, NonNegative, "new users each user brings";
            cycles: f64, Cycles, NonNegative, "number of invitation cycles";
        },
        output: People, "number of users, the first ones included",
        best_mark: Modelled,
        formula: value(grown(seed_users, power_sum(k, cycles))),
        rollup: Recompute,
        family: "viral_growth", true, "The default: every user invites once; below K = 1 growth dies out, as it does in practice.",
        example: (100.0, 1.25, 10.0) => 4256.612873077393 within 1e-09,
        answers: {
            (100.0, 1.0, 4.0) => 500.0;
            (100.0, 0.0, 4.0) => 100.0;
            (100.0, 0.8, 4.0) => 336.16 within 1e-14;
            (100.0, 1.000000001, 4.0) => 500.000001 within 1e-14;
        },
        source: "D. Skok, Lessons Learned: Viral Marketing, forentrepreneurs.com; A Virality Formula (2011); example from the viral coefficient calculator of geratools.com (100 first users, 5 invitations, 25 %)",
    }

    /// Users after several viral cycles when all users invite again in every cycle.
    viral_users_compound {
        title: "Users if everyone re-invites every cycle",
        inputs: {
            seed_users: f64, People, NonNegative, "users at the start";
            k: f64, Ratio, NonNegative, "new users each user brings per cycle";
            cycles: f64, Cycles, NonNegative, "number of invitation cycles";
        },
        output: People, "number of users, the first ones included",
        best_mark: Modelled,
        formula: value(grown(seed_users, libm::exp(cycles * libm::log1p(k)))),
        rollup: Recompute,
        family: "viral_growth", false, "Choose it only when users really invite anew in every cycle; it makes any K above 0 look viral.",
        example: (100.0, 0.8, 4.0) => 1049.76 within 1e-09,
        source: "apparate.com.au, K-factor calculator",
        notes: "With K = 0.8 the default model gives 336.16 after 4 cycles and never passes 500; this variant makes every K > 0 look viral.",
    }

    /// Users a cascade reaches in the end when each user brings less than one other.
    viral_users_limit {
        title: "Final users of a sub-critical cascade",
        inputs: {
            seed_users: f64, People, NonNegative, "users at the start";
            k: f64, Ratio, NonNegative, "new users each user brings, below 1";
        },
        output: People, "number of users, the first ones included",
        best_mark: Modelled,
        undefined: { k >= 1.0 => Divergent; },
        formula: value(seed_users / (1.0 - k)),
        rollup: Recompute,
        example: (100.0, 0.8) => 500.0 within 1e-09,
        edges: { (100.0, 1.0) => Divergent; },
        source: "D. Skok, Lessons Learned: Viral Marketing, forentrepreneurs.com; A Virality Formula (2011)",
    }

    /// Users in the end for each user at the start when each user brings less than one other.
    viral_amplification {
        title: "Viral amplification factor",
        inputs: {
            k: f64, Ratio, NonNegative, "new users each user brings, below 1";
        },
        output: Ratio, "multiple of the users at the start",
        best_mark: Modelled,
        undefined: { k >= 1.0 => Divergent; },
        formula: value(1.0 / (1.0 - k)),
        rollup: Recompute,
        example: (0.5) => 2.0,
        edges: { (1.2) => Divergent; },
        source: "D. Skok, Lessons Learned: Viral Marketing, forentrepreneurs.com; A Virality Formula (2011)",
    }

    /// Invitation cycles until a number of users is reached.
    viral_cycles_to_target {
        title: "Cycles to reach a user target",
        inputs: {
            seed_users: f64, People, Positive, "users at the start";
            k: f64, Ratio, NonNegative, "new users each user brings";
            target: f64, People, Positive, "number of users to reach";
        },
        output: Cycles, "cycles, not rounded up",
        best_mark: Modelled,
        undefined: { target > seed_users && target * (1.0 - k) >= seed_users => NotReached; },
        formula: value(cycles_to_reach(target / seed_users, k)),
        rollup: Recompute,
        example: (100.0, 1.25, 10000.0) => 13.600899370978178,
        edges: {
            (100.0, 0.9, 10000.0) => NotReached;
            (100.0, 0.5, 200.0) => NotReached;
            (100.0, 0.0, 101.0) => NotReached;
        },
        answers: {
            (100.0, 1.25, 50.0) => 0.0;
            (100.0, 1.0, 500.0) => 4.0;
            (100.0, 0.8, 336.16) => 4.0 within 1e-13;
            (100.0, 1.000000001, 500.000001) => 4.0 within 1e-13;
        },
        source: "geratools.com, viral coefficient calculator (100 first users, 5 invitations, 25 %)",
        notes: "A target at or below the start is reached after 0 cycles. With k = 1 growth is linear; with k below 1 it ends at seed_users/(1 - k), and a target there or beyond is never reached.",
    }

    /// Users after a given time when every user invites others once, one cycle after joining.
    viral_users_at_time {
        title: "Users after time t with cycle time",
        inputs: {
            seed_users: f64, People, NonNegative, "users at the start";
            k: f64, Ratio, NonNegative, "new users each user brings";
            t: f64, Days, NonNegative, "days since the start";
            cycle_time: f64, Days, Positive, "days one invitation cycle takes";
        },
        output: People, "number of users, the first ones included",
        best_mark: Modelled,
        formula: value(grown(seed_users, power_sum(k, t / cycle_time))),
        rollup: Recompute,
        example: (10.0, 2.0, 20.0, 10.0) => 70.0 within 1e-09,
        source: "D. Skok, Lessons Learned: Viral Marketing, forentrepreneurs.com; A Virality Formula (2011)",
    }
}
