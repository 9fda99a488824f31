// generated from the core's models by scripts/faces; do not edit, run `make faces`

/** The class of every model. */

export { BgNbd } from "./bg_nbd.js";
export { MbgNbd } from "./mbg_nbd.js";
export { ParetoNbd } from "./pareto_nbd.js";
export { GgomNbd } from "./ggom_nbd.js";
export { Nbd } from "./nbd.js";
export { BgCnbd } from "./bg_cnbd.js";
export { MbgCnbd } from "./mbg_cnbd.js";
export { BgBb } from "./bg_bb.js";
export { ShiftedBetaGeometric } from "./shifted_beta_geometric.js";
export { BetaDiscreteWeibull } from "./beta_discrete_weibull.js";
export { GammaGamma } from "./gamma_gamma.js";
