/** Response curves fitted by least squares. */

import type { Progress } from "../attribution.js";
import { array, flag, number, watcher, type Column } from "../inputs.js";
import { optionsOf } from "../options.js";
import { record } from "../records.js";
import { core } from "../runtime.js";
import { type Numbers, json } from "./door.js";
import type { Curve } from "./saturation.js";

/** How a fit ended. */
export type FitDiagnosis = "converged" | "extrapolation" | "not_identified" | "exact_fit" | "not_converged";

/** One parameter with its interval; the errors are null where they would mean nothing. */
export interface FittedParameter {
  /** Its name. */
  name: string;
  /** The estimate. */
  estimate: number;
  /** Its standard error. */
  standardError: number | null;
  /** Lower end of the interval. */
  lower: number | null;
  /** Upper end of the interval. */
  upper: number | null;
}

/** A fitted response curve. */
export interface CurveFit {
  /** The curve, without the intercept. */
  curve: Curve;
  /** Response at input 0. */
  intercept: number;
  /** The linear parameter, the shape, the intercept. */
  parameters: FittedParameter[];
  /** How the fit ended. */
  diagnosis: FitDiagnosis;
  /** The same in words, with what to do. */
  message: string;
  /** Root of the residual sum of squares over the degrees of freedom. */
  residualStandardDeviation: number | null;
  /** Share of the variance around the mean that the curve explains. */
  rSquared: number;
  /** Number of observations. */
  observations: number;
  /** Observations less parameters. */
  degreesOfFreedom: number;
  /** Confidence of the intervals. */
  confidence: number;
  /** Steps of the search. */
  iterations: number;
  /** Covariance of the parameters in row order, those of the shape as logarithms. */
  covariance: number[] | null;
  /** Smallest and largest input seen. */
  inputRange: [number, number];
}

/** What {@link fitCurve} takes. */
export interface FitCurveOptions {
  /** Inputs observed. */
  input: Numbers;
  /** Responses observed. */
  response: Numbers;
  /** Weights of the observations. */
  weights?: Numbers | undefined;
  /** The form of the curve; `"hill"` by default. */
  form?: Curve["form"] | undefined;
  /** Whether there is a response at input 0 to be estimated along; not by default. */
  intercept?: boolean | undefined;
  /** Confidence of the intervals; 0.95 by default. */
  confidence?: number | undefined;
  /** Told of the steps done and in all, of which the search may need few; `false` stops the work. */
  progress?: Progress | undefined;
}

/** Fits a response curve by (weighted) least squares, with intervals and a diagnosis. */
export function fitCurve(options: FitCurveOptions): CurveFit {
  optionsOf(options, ["input", "response", "weights", "form", "intercept", "confidence", "progress"]);
  const { input, response, weights, form = "hill", intercept = false, confidence = 0.95, progress } = options;
  return record(
    core("response").response_fit_curve(
      array("input", input),
      array("response", response),
      weights === undefined ? undefined : array("weights", weights),
      String(form),
      flag("intercept", intercept),
      number("confidence", confidence),
      watcher(progress),
    ),
  );
}

/** A response with its interval. */
export interface ResponseAt {
  /** The input. */
  input: number;
  /** Intercept and curve together. */
  response: number;
  /** Lower end of the interval of the mean response. */
  lower: number | null;
  /** Upper end. */
  upper: number | null;
  /** Return of the next unit; null where the curve starts upright. */
  marginalReturn: number | null;
  /** True outside the inputs seen. */
  isExtrapolated: boolean;
}

/** Gives the responses of a fitted curve with the intervals of their means, one an input. */
export function responseAt(fit: CurveFit, input: Column): ResponseAt[] {
  const inputs = typeof input === "number" ? Float64Array.of(input) : array("input", input);
  return record(core("response").response_response_at(json("fit", fit), inputs));
}
