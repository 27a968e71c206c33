/**
 * The named queries stand once, in the embedded engine's SQL. ClickHouse reads
 * nearly all of it as it is; this file rewrites the closed list of what differs.
 * What is not on the list reaches the server as written, which refuses what it
 * does not know: a query is answered the same or not at all, and the
 * conformance tests ask every named query of both engines.
 */
import {
	groupOf,
	isWord,
	type Node,
	parseSql,
	printSql,
	splitAt,
	wordOf,
} from "./sql-tree.ts";

type Rewrite = (args: readonly string[]) => string;

const renamed =
	(name: string): Rewrite =>
	(args) =>
		`${name}(${args.join(", ")})`;

/** Functions that have another name, another order of arguments or another default here. */
const CALLS: Readonly<Record<string, Rewrite>> = {
	// Of no rows, these are NULL in one engine and 0 or an empty text in the other.
	arg_max: renamed("argMaxOrNull"),
	arg_min: renamed("argMinOrNull"),
	max: renamed("maxOrNull"),
	min: renamed("minOrNull"),
	sum: renamed("sumOrNull"),
	chr: renamed("char"),
	split_part: ([text = "", separator = "", place = ""]) =>
		`splitByString(${separator}, ${text})[${place}]`,
	bool_or: renamed("maxOrNull"),
	bool_and: renamed("minOrNull"),
	starts_with: renamed("startsWith"),
	regexp_matches: renamed("match"),
	regexp_extract: (args) => `regexpExtract(${[...args, "0"].join(", ")})`,
	strftime: renamed("formatDateTime"),
	try_strptime: (args) =>
		`parseDateTimeOrNull(${[...args, "'UTC'"].join(", ")})`,
	epoch: renamed("toUnixTimestamp"),
	hash: renamed("cityHash64"),
	to_days: renamed("toIntervalDay"),
	// Sunday is 0.
	dayofweek: ([day = ""]) => `toDayOfWeek(${day}, 2)`,
	quantile_cont: ([value = "", share = ""]) =>
		`quantileExactInclusive(${share})(${value})`,
	len: renamed("length"),
	list_distinct: renamed("arrayDistinct"),
	list_sort: renamed("arraySort"),
	histogram: ([value = ""]) => `sumMap(map(${value}, 1))`,
	list: ([value = ""]) => {
		const [item = "", order] = value.split(" ORDER BY ");
		return order === undefined
			? `groupArray(${item})`
			: `arrayMap(pair -> pair.2, arraySort(groupArray((${order}, ${item}))))`;
	},
};

/** Types whose name means something else here. */
const TYPES: Readonly<Record<string, string>> = {
	TIMESTAMP: "DateTime64(6, 'UTC')",
	UINTEGER: "UInt32",
};

const WORDS: Readonly<Record<string, string>> = {
	"//": "DIV",
	EXCLUDE: "EXCEPT",
	SEMI: "LEFT SEMI",
};

/** The statement in ClickHouse's SQL, with `{p1:Type}` for `$1`: types are those of the values, in order. */
export function toClickhouse(text: string, types: readonly string[]): string {
	return printSql(rewrite(parseSql(text), types));
}

function rewrite(
	nodes: readonly Node[],
	types: readonly string[],
): readonly Node[] {
	const out: Node[] = [];
	for (let at = 0; at < nodes.length; at++) {
		const node = nodes[at] ?? "";
		const next = nodes[at + 1];
		const group = groupOf(next);
		const call = CALLS[wordOf(node).toLowerCase()];
		const type = TYPES[wordOf(next).toUpperCase()];
		if (typeof node !== "string") out.push(rewrite(node, types));
		else if (group && call) {
			out.push(
				call(splitAt(group, ",").map((item) => printSql(rewrite(item, types)))),
			);
			at++;
		} else if (group && isWord(node, "UNNEST") && group.includes("{")) {
			out.push(...rewrite(unnestStructs(group), types));
			at++;
		} else if (group && isWord(node, "FILTER")) {
			const condition = rewrite(group, types);
			out.push(
				node,
				isWord(group[0], "WHERE") ? condition : ["WHERE", ...condition],
			);
			at++;
		} else if (node === "=" && isWord(next, "ANY")) {
			out.push("IN", ...rewrite(groupOf(nodes[at + 2]) ?? [], types));
			at += 2;
		} else if (isWord(node, "MAP") && next === "{") {
			out.push("map()");
			at += 2;
		} else if (node === "::" && isWord(next, "MAP")) {
			out.push(node, "Map(String, Int32)");
			at += 2;
		} else if (node === "::" && type !== undefined) {
			out.push(node, type);
			at++;
		} else out.push(token(node, types));
	}
	return orderByPlace(out);
}

/**
 * `[{'a': x, 'b': y}, …], recursive := true` as rows of columns a and b: structs
 * as tuples, and each of their fields by its place.
 */
function unnestStructs(group: readonly Node[]): readonly Node[] {
	const tuples = splitAt(group.slice(1, group.lastIndexOf("]")), "{")
		.slice(1)
		.map((struct) => splitAt(struct.slice(0, struct.indexOf("}")), ","));
	const names = (tuples[0] ?? []).map(([name]) => String(name).slice(1, -1));
	const values = tuples.map((fields) =>
		fields.flatMap(([, , ...value], at) => [
			...(at > 0 ? [","] : []),
			...value,
		]),
	);
	return [
		"arrayJoin",
		[
			"[",
			...values.flatMap((value, at) => [...(at > 0 ? [","] : []), value]),
			"]",
		],
		...["AS", "struct"],
		...names.flatMap((name, at) => [",", `struct.${at + 1}`, "AS", name]),
	];
}

function token(text: string, types: readonly string[]): string {
	if (text.startsWith("$")) {
		const number = Number(text.slice(1));
		return `{p${number}:${types[number - 1]}}`;
	}
	// A backslash is plain text in one engine's literals and escapes in the other's.
	if (text.startsWith("'")) return text.replaceAll("\\", "\\\\");
	return WORDS[text.toUpperCase()] ?? text;
}

/**
 * In ORDER BY, names mean those of the select list first in the embedded
 * engine, and the tables' columns first here (so set in `connection.ts`, since
 * every other clause means these): they are written as places in the list.
 */
function orderByPlace(nodes: readonly Node[]): readonly Node[] {
	const find = (keyword: string, from: number) =>
		nodes.findIndex((node, at) => at > from && isWord(node, keyword));
	const select = find("SELECT", -1);
	const from = find("FROM", select);
	const order = find("ORDER", from);
	if (select < 0 || from < 0 || order < 0) return nodes;
	const places = placesOf(nodes.slice(select + 1, from));
	const start = order + 2;
	const limit = find("LIMIT", start);
	const end = limit < 0 ? nodes.length : limit;
	const keys = splitAt(nodes.slice(start, end), ",").map(
		([name = "", ...direction]) => {
			const place = places.get(wordOf(name));
			const isAlone = direction.every((node) =>
				/^(ASC|DESC)$/i.test(wordOf(node)),
			);
			return [isAlone && place ? String(place) : name, ...direction];
		},
	);
	return [
		...nodes.slice(0, start),
		...keys.flatMap((key, index) => (index === 0 ? key : [",", ...key])),
		...nodes.slice(end),
	];
}

/** Place of every name that a select list gives. After a star, places are not known. */
function placesOf(list: readonly Node[]): ReadonlyMap<string, number> {
	const places = new Map<string, number>();
	let place = 0;
	for (const item of splitAt(list, ",")) {
		if (
			item.some((node) => typeof node === "string" && /^(\w+\.)?\*$/.test(node))
		)
			break;
		place++;
		if (isWord(item.at(-2), "AS")) places.set(wordOf(item.at(-1)), place);
	}
	return places;
}
