/** The Bass model of diffusion. */

import type { Progress } from "../attribution.js";
import { array, number, watcher } from "../inputs.js";
import { optionsOf } from "../options.js";
import { record } from "../records.js";
import { core } from "../runtime.js";
import type { FitDiagnosis, FittedParameter } from "./curve.js";
import type { Numbers } from "./door.js";

/** Forecasts adoptions in each of the first periods since the launch, by the Bass model. */
export function bassForecast(options: { m: number; p: number; q: number; periods: number }): Float64Array {
  optionsOf(options, ["m", "p", "q", "periods"]);
  const { m, p, q, periods } = options;
  return core("response").response_bass_forecast(number("m", m), number("p", p), number("q", q), number("periods", periods));
}

/** A fitted Bass model. */
export interface BassFit {
  /** Size of the market. */
  m: number;
  /** Innovation. */
  p: number;
  /** Imitation. */
  q: number;
  /** The same with intervals. */
  parameters: FittedParameter[];
  /** How the fit ended. */
  diagnosis: FitDiagnosis;
  /** The same in words, with what to do. */
  message: string;
  /** When most adopt, in periods since the launch; null where adoptions only fall. */
  peakTime: number | null;
  /** How many then. */
  peakAdoptions: number | null;
  /** Adoptions of each period as the model has them. */
  fitted: number[];
  /** Root of the residual sum of squares over the degrees of freedom. */
  residualStandardDeviation: number | null;
  /** Share of the variance around the mean that the model explains. */
  rSquared: number;
  /** Confidence of the intervals. */
  confidence: number;
  /** `[m, p, q]` of Bass's own regression, for comparison with the literature. */
  regression: [number, number, number] | null;
}

/** Fits the Bass model to the adoptions of each period since the launch, by nonlinear least squares. */
export function fitBass(adoptions: Numbers, confidence = 0.95, progress?: Progress): BassFit {
  return record(core("response").response_fit_bass(array("adoptions", adoptions), number("confidence", confidence), watcher(progress)));
}
