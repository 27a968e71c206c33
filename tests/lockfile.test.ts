import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

interface LockEntry {
	readonly resolved?: string;
	readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
	readonly packages: Readonly<Record<string, LockEntry>>;
};

test("the lockfile names the binaries of every platform, or npm ci would refuse it", () => {
	const missing = Object.values(packages)
		.flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
		.filter((name) => !(`node_modules/${name}` in packages));
	assert.deepEqual(missing, []);
	assert.ok(Object.keys(packages).length > 50);
});

test("the lockfile names no registry, so that a mirror serves as well", () => {
	const resolved = Object.entries(packages).filter(
		([, { resolved }]) => resolved,
	);
	assert.deepEqual(resolved, []);
});
