/** The rooms of the whole package, for every entry that has all of them. */

import * as attribution from "./wasm/attribution.js";
import * as customers from "./wasm/customers.js";
import * as experiments from "./wasm/experiments.js";
import * as influencers from "./wasm/influencers.js";
import * as metrics from "./wasm/metrics.js";
import * as models from "./wasm/models.js";
import * as programmes from "./wasm/programmes.js";
import * as response from "./wasm/response.js";
import { bring } from "./runtime.js";

bring({ attribution, customers, experiments, influencers, metrics, models, programmes, response });
