
// Added by scripts/wasm.sh: whatever is no text would be read from anywhere in the module's memory.
import { typeError } from "../errors.js";
function asText(name, value) {
    if (typeof value === "string") return value;
    const argument = name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
    throw typeError(`\`${argument}\` must be text, got ${value === null || value === undefined ? String(value) : `a ${typeof value}`}`);
}
