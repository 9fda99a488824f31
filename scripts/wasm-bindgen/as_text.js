
// Added by scripts/wasm.sh: whatever is no text would be read from anywhere in the module's memory.
function asText(name, value) {
    if (typeof value === "string") return value;
    const argument = name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
    const given = value === null || value === undefined ? String(value) : `a ${typeof value}`;
    throw Object.assign(new TypeError(`\`${argument}\` must be text, got ${given}`), { code: "invalid_type" });
}
