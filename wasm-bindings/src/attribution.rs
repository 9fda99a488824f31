//! Journeys and their credits. `js/attribution.ts` has turned customers and channels into codes, and dates into
//! numbers.
#![allow(clippy::needless_pass_by_value, reason = "arguments are handed over by value")]
#![allow(clippy::too_many_arguments, reason = "the face calls them, with every argument")]

use js_sys::{Array, Function, Uint32Array};
use ukur::attribution::{
    self, CountedPaths, Events, JourneyOptions, Journeys, MarkovOptions, Removal, Rule, ShapleyOptions, Worth,
};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::convert::{floats, record, whole};
use crate::errors::to_js;
use crate::progress::watched;

fn offsets(codes: &[u32]) -> Vec<usize> {
    codes.iter().map(|&offset| offset as usize).collect()
}

fn places(offsets: &[usize]) -> Uint32Array {
    let codes: Vec<u32> = offsets.iter().map(|&offset| offset as u32).collect();
    Uint32Array::from(codes.as_slice())
}

/// Journeys or paths, held for as long as one call takes.
#[wasm_bindgen]
pub struct Paths(CountedPaths<'static>);

#[wasm_bindgen]
impl Paths {
    /// Takes the columns as they are.
    #[wasm_bindgen(constructor)]
    pub fn new(
        channel_count: usize,
        offset: &[u32],
        steps: Vec<u32>,
        conversions: Vec<f64>,
        values: Vec<f64>,
        nulls: Vec<f64>,
    ) -> Result<Self, JsValue> {
        CountedPaths::uncounted(channel_count, offsets(offset), steps, conversions, values, nulls)
            .map(Self)
            .map_err(to_js)
    }

    /// Identical paths once: offsets, steps, conversions, values, nulls.
    pub fn counted(&self) -> Result<Array, JsValue> {
        let given = &self.0;
        let counted = CountedPaths::count(
            given.channel_count(),
            given.offsets(),
            given.steps(),
            given.conversions(),
            given.values(),
            given.nulls(),
        )
        .map_err(to_js)?;
        let out = Array::new();
        out.push(&places(counted.offsets()));
        out.push(&Uint32Array::from(counted.steps()));
        for column in [counted.conversions(), counted.values(), counted.nulls()] {
            out.push(&floats(column));
        }
        Ok(out)
    }

    /// Credit by a rule.
    pub fn attribute(&self, rule: &str, first: f64, last: f64) -> Result<JsValue, JsValue> {
        let rule = Rule::parse(rule, first, last).map_err(to_js)?;
        record(&attribution::attribute(&self.0, rule).map_err(to_js)?)
    }

    /// Credit by removal effect.
    pub fn markov(&self, order: f64, removal: &str, progress: Option<Function>) -> Result<JsValue, JsValue> {
        let options =
            MarkovOptions { order: whole("order", order)?, removal: Removal::parse(removal).map_err(to_js)? };
        record(&watched(progress.as_ref(), |watch| attribution::markov(&self.0, options, watch))?)
    }

    /// The moves of the chain: context offsets, contexts, source, target, count, probability.
    pub fn transition_matrix(&self, order: f64) -> Result<Array, JsValue> {
        let matrix =
            attribution::markov::transition_matrix(&self.0, whole("order", order)?).map_err(to_js)?;
        let mut context_offsets = vec![0];
        let mut contexts = Vec::new();
        for context in &matrix.contexts {
            contexts.extend_from_slice(context);
            context_offsets.push(contexts.len());
        }
        let out = Array::new();
        out.push(&places(&context_offsets));
        for column in [&contexts, &matrix.source, &matrix.target] {
            out.push(&Uint32Array::from(column.as_slice()));
        }
        out.push(&floats(&matrix.count));
        out.push(&floats(&matrix.probability));
        Ok(out)
    }

    /// Credit by Shapley value.
    pub fn shapley(
        &self,
        worth: &str,
        exact_up_to: f64,
        permutations: f64,
        seed: f64,
        progress: Option<Function>,
    ) -> Result<JsValue, JsValue> {
        let options = ShapleyOptions {
            worth: Worth::parse(worth).map_err(to_js)?,
            exact_up_to: whole("exact_up_to", exact_up_to)?,
            permutations: whole("permutations", permutations)?,
            seed: whole("seed", seed)? as u64,
        };
        record(&watched(progress.as_ref(), |watch| attribution::shapley(&self.0, options, watch))?)
    }
}

/// Paths written as text, joined by the character of code 0: names, offsets, steps.
#[wasm_bindgen]
pub fn attribution_paths(text: &str, rows: usize, separator: &str) -> Result<Array, JsValue> {
    let read = attribution::paths_from_joined(text, rows, separator).map_err(to_js)?;
    let out = Array::new();
    out.push(&read.channels.into_iter().map(JsValue::from).collect::<Array>());
    out.push(&places(&read.offsets));
    out.push(&Uint32Array::from(read.steps.as_slice()));
    Ok(out)
}

/// Cuts events into journeys: offsets, steps, ages, conversions, values.
#[wasm_bindgen]
pub fn attribution_journeys(
    channel_count: usize,
    customer: &[u32],
    time: &[f64],
    channel: &[u32],
    conversions: &[f64],
    values: &[f64],
    lookback: Option<f64>,
    lapse_after: Option<f64>,
) -> Result<Array, JsValue> {
    let events = Events { customer, time, channel, conversions, values };
    let options = JourneyOptions { lookback, lapse_after };
    let journeys = Journeys::from_events(channel_count, &events, options).map_err(to_js)?;
    let out = Array::new();
    out.push(&places(journeys.offsets()));
    out.push(&Uint32Array::from(journeys.steps()));
    for column in [journeys.all_ages(), journeys.conversions(), journeys.values()] {
        out.push(&floats(column));
    }
    Ok(out)
}

/// Credit by age.
#[wasm_bindgen]
pub fn attribution_time_decay(
    channel_count: usize,
    offset: &[u32],
    steps: Vec<u32>,
    ages: Vec<f64>,
    conversions: Vec<f64>,
    values: Vec<f64>,
    half_life: f64,
) -> Result<JsValue, JsValue> {
    let journeys = Journeys::from_columns(channel_count, offsets(offset), steps, ages, conversions, values)
        .map_err(to_js)?;
    record(&attribution::attribute_time_decay(&journeys, half_life).map_err(to_js)?)
}

/// The Shapley values of a game written as the worth of every coalition.
#[wasm_bindgen]
pub fn attribution_shapley_values(players: usize, worth: &[f64]) -> Result<Vec<f64>, JsValue> {
    attribution::shapley::shapley_values(players, worth).map_err(to_js)
}
