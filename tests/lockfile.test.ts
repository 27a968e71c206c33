import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

interface LockEntry {
	readonly resolved?: string;
	readonly integrity?: string;
	readonly optional?: boolean;
	readonly hasInstallScript?: boolean;
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

/** Packages that may run a script when they are installed, each with its reason. */
const MAY_RUN_SCRIPTS: Readonly<Record<string, string>> = {};

/** What npm runs of a package that comes from a registry. */
const runsScript = (folder: string): boolean => {
	const { scripts = {} } = JSON.parse(
		readFileSync(join(folder, "package.json"), "utf8"),
	) as { readonly scripts?: Readonly<Record<string, string>> };
	return (
		["preinstall", "install", "postinstall"].some((name) => name in scripts) ||
		existsSync(join(folder, "binding.gyp"))
	);
};

test("no dependency runs a script when it is installed, but those listed with their reason", () => {
	const names = Object.keys(packages).filter((name) => name !== "");
	const installed = names.filter((name) => existsSync(name));
	assert.ok(installed.length > 50);
	const running = new Set([
		...names.filter((name) => packages[name]?.hasInstallScript),
		...installed.filter(runsScript),
	]);
	assert.deepEqual([...running].sort(), Object.keys(MAY_RUN_SCRIPTS).sort());
});

test("every dependency is pinned by the hash of its content, but for binaries of other platforms", () => {
	const loose = Object.entries(packages).filter(
		([name, { integrity, optional }]) =>
			name !== "" && integrity === undefined && !optional,
	);
	assert.deepEqual(
		loose.map(([name]) => name),
		[],
	);
});

test("the list of what the program is made of names every dependency that ships, the same at each run", () => {
	const make = () =>
		spawnSync(process.execPath, ["scripts/sbom.mjs"], {
			encoding: "utf8",
			maxBuffer: 64 * 1024 * 1024,
		});
	const { status, stdout, stderr } = make();
	assert.equal(status, 0, stderr);
	assert.equal(make().stdout, stdout);
	const { bomFormat, components } = JSON.parse(stdout) as {
		readonly bomFormat: string;
		readonly components: readonly { readonly name: string }[];
	};
	assert.equal(bomFormat, "CycloneDX");
	const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
	const named = components.map(({ name }) => name);
	for (const name of Object.keys(dependencies))
		assert.ok(
			named.includes(name.split("/").at(-1) ?? "") || named.includes(name),
			name,
		);
});
