/**
 * Why a question is not asked. DuckDB's own parser gives its tree; every table
 * in it must be a public one or a name that the question made itself, and
 * every table function one that reads nothing. The sandbox would stop the rest
 * too: this says so before anything runs.
 */
import { PUBLIC_TABLES } from "./public-tables.ts";

/** Functions in FROM that read nothing. */
const TABLE_FUNCTIONS: ReadonlySet<string> = new Set([
	"unnest",
	"range",
	"generate_series",
	"json_each",
	"json_tree",
]);

/** Functions that tell of the server, or act on it. */
const REFUSED_FUNCTIONS =
	/^(getenv|getvariable|current_setting|set_config|current_(database|schemas?|catalog|user|role)|(session_)?user|version|pg_.*|duckdb_.*|has_.*_privilege|in_search_path|nextval|currval|write_log|parse_duckdb_log_message|error|sleep.*|query|query_table|which_secret|read_.*|.*_scan|glob|sniff_csv|parquet_.*|json_(serialize_sql|deserialize_sql|execute_serialized_sql|serialize_plan)|add_parquet_key|txid_current|current_(query|connection|transaction)(_id)?|get_block_size)$/;

/** What `json_serialize_sql` gives. */
type Tree = Readonly<Record<string, unknown>>;

/** The reason for refusing a question, from DuckDB's tree of it; undefined where it may be asked. */
export function refusalOf(serialized: string): string | undefined {
	const tree: Tree = JSON.parse(serialized);
	if (tree["error"] === true)
		return `${String(tree["error_message"] ?? "it cannot be read")}${
			tree["error_type"] === "not implemented"
				? " (only SELECT can be asked)"
				: ""
		}`;
	const statements = tree["statements"];
	if (!Array.isArray(statements) || statements.length !== 1)
		return "ask one question, without a semicolon";
	const nodes = nodesOf(statements);
	const known = new Set([
		...PUBLIC_TABLES.map(({ name }) => name),
		...nodes.flatMap(namesMade),
	]);
	for (const node of nodes) {
		const why = refusedNode(node, known);
		if (why !== undefined) return why;
	}
	return undefined;
}

/** All objects of a tree in its order, however deep it is. */
function nodesOf(tree: unknown): readonly Tree[] {
	const nodes: Tree[] = [];
	const left: unknown[] = [tree];
	while (left.length > 0) {
		const value = left.pop();
		if (typeof value !== "object" || value === null) continue;
		if (!Array.isArray(value)) nodes.push(value as Tree);
		for (const inner of Object.values(value).reverse()) left.push(inner);
	}
	return nodes;
}

/** Names of common table expressions that a node makes. */
function namesMade(node: Tree): readonly string[] {
	const map = node["map"];
	return Array.isArray(map)
		? map.flatMap((entry: Tree | null) =>
				typeof entry?.["key"] === "string" ? [entry["key"].toLowerCase()] : [],
			)
		: [];
}

function refusedNode(
	node: Tree,
	known: ReadonlySet<string>,
): string | undefined {
	const text = (name: string) => String(node[name] ?? "");
	if (node["type"] === "BASE_TABLE") {
		const name = text("table_name");
		if (text("schema_name") !== "" || text("catalog_name") !== "")
			return `name tables without what stands before a dot: ${name}`;
		if (!known.has(name.toLowerCase()))
			return `there is no public table ${name}; there are ${PUBLIC_TABLES.map((table) => table.name).join(", ")}`;
	}
	if (node["type"] === "SHOW_REF")
		return "DESCRIBE, SHOW and SUMMARIZE are not answered; /api/v1/sql/tables lists tables and columns";
	if (node["type"] === "TABLE_FUNCTION") {
		const called = node["function"] as Tree | undefined;
		const name = String(called?.["function_name"] ?? "").toLowerCase();
		if (!TABLE_FUNCTIONS.has(name)) return `${name} cannot stand behind FROM`;
	}
	if (typeof node["function_name"] === "string") {
		const name = node["function_name"].toLowerCase();
		if (REFUSED_FUNCTIONS.test(name))
			return `the function ${name} is not offered`;
	}
	return undefined;
}
