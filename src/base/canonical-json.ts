/**
 * Canonical JSON in the form of RFC 8785 (JCS): keys sorted by UTF-16 code
 * unit, no white space, ECMAScript number form. Two equal values give equal
 * bytes, so a hash of the text identifies the value.
 */

/**
 * The canonical text of a JSON value. Keys whose value is undefined are left
 * out; a non-finite number, a function or a symbol throws TypeError, since
 * JSON has no form for it.
 */
export function canonicalJson(value: unknown): string {
	if (value === null || typeof value === "boolean" || typeof value === "string")
		return JSON.stringify(value);
	if (typeof value === "number") {
		if (!Number.isFinite(value))
			throw new TypeError(`canonical JSON has no form for ${value}`);
		return JSON.stringify(value);
	}
	if (Array.isArray(value))
		return `[${value.map((item) => canonicalJson(item === undefined ? null : item)).join(",")}]`;
	if (typeof value === "object") {
		const record = value as Readonly<Record<string, unknown>>;
		const members = Object.keys(record)
			.filter((key) => record[key] !== undefined)
			.sort()
			.map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key])}`);
		return `{${members.join(",")}}`;
	}
	throw new TypeError(`canonical JSON has no form for a ${typeof value}`);
}
