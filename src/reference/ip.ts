/** IP addresses as numbers, for look-ups in sorted ranges. */

/** Four 32-bit words, most significant first. */
export type Ipv6Words = Uint32Array;

/** The 32-bit number of a dotted IPv4 address; undefined where the text is none. */
export function parseIpv4(text: string): number | undefined {
	let value = 0;
	let octet = -1;
	let octets = 0;
	let digits = 0;
	for (let at = 0; at <= text.length; at++) {
		const code = at === text.length ? 46 : text.charCodeAt(at);
		if (code === 46) {
			if (octet < 0 || octet > 255 || octets === 4) return undefined;
			value = value * 256 + octet;
			octets++;
			octet = -1;
			digits = 0;
		} else if (code >= 48 && code <= 57 && digits < 3) {
			octet = (octet < 0 ? 0 : octet * 10) + code - 48;
			digits++;
		} else return undefined;
	}
	return octets === 4 ? value : undefined;
}

/** The words of an IPv6 address without zone; undefined where the text is none. */
export function parseIpv6(text: string): Ipv6Words | undefined {
	const halves = text.split("::");
	if (halves.length > 2) return undefined;
	const head = parseGroups(halves[0] ?? "", halves.length === 1);
	const tail = parseGroups(halves[1] ?? "", true);
	if (head === undefined || tail === undefined) return undefined;
	const missing = 8 - head.length - tail.length;
	if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
	const groups = [...head, ...new Array<number>(missing).fill(0), ...tail];
	const words = new Uint32Array(4);
	for (let word = 0; word < 4; word++)
		words[word] = (groups[2 * word] ?? 0) * 65536 + (groups[2 * word + 1] ?? 0);
	return words;
}

/** 16-bit groups of one side of `::`; the last may be a dotted IPv4 address where `atEnd`. */
function parseGroups(text: string, atEnd: boolean): number[] | undefined {
	if (text === "") return [];
	const groups: number[] = [];
	const parts = text.split(":");
	for (const [index, part] of parts.entries()) {
		if (/^[0-9a-fA-F]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16));
		else {
			const ipv4 =
				atEnd && index === parts.length - 1 ? parseIpv4(part) : undefined;
			if (ipv4 === undefined) return undefined;
			groups.push(Math.floor(ipv4 / 65536), ipv4 % 65536);
		}
	}
	return groups;
}

/** The IPv4 address inside an IPv4-mapped IPv6 address (`::ffff:192.0.2.1`). */
export function mappedIpv4(words: Ipv6Words): number | undefined {
	return words[0] === 0 && words[1] === 0 && words[2] === 0xffff
		? words[3]
		: undefined;
}
