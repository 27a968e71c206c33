/** Debian packages that some tests need and npm cannot bring: a browser, fonts, and tools of the lab's namespaces. */
import { spawnSync } from "node:child_process";
import { say } from "./project.mjs";

/** Package and what goes untested without it. */
const PACKAGES = {
	chromium: "pages in a real browser",
	"fonts-noto-core": "Urdu text in pictures of pages",
	iproute2: "the lab with real packets",
	iptables: "the lab with real packets",
};
const TIME_LIMIT_MS = 15 * 60 * 1000;

const isInstalled = (name) =>
	spawnSync("dpkg", ["--status", name], {
		encoding: "utf8",
		stdio: ["ignore", "pipe", "ignore"],
	}).stdout?.includes("Status: install ok") ?? false;

function apt(...args) {
	const result = spawnSync("apt-get", args, {
		stdio: ["ignore", 2, 2],
		timeout: TIME_LIMIT_MS,
		env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
	});
	return result.status === 0;
}

/**
 * Installs what is missing where it can: as root, with apt, and unless
 * RASAI_NO_APT=1. Elsewhere names what will be skipped. Never fails the run.
 */
export function installDebianPackages() {
	const missing = Object.keys(PACKAGES).filter((name) => !isInstalled(name));
	if (missing.length === 0) return;
	const reason = whyNot();
	if (reason === undefined) {
		say(`installing Debian packages for the tests: ${missing.join(", ")}`);
		apt("update", "-q");
		if (apt("install", "-q", "-y", "--no-install-recommends", ...missing))
			return;
	}
	for (const name of missing.filter((one) => !isInstalled(one)))
		say(
			`NOT INSTALLED: ${name} (${reason ?? "apt-get failed"}). Skipped for it: ${PACKAGES[name]}`,
		);
}

function whyNot() {
	if (process.env.RASAI_NO_APT === "1") return "RASAI_NO_APT=1";
	if (spawnSync("apt-get", ["--version"], { stdio: "ignore" }).error)
		return "no apt-get here";
	if (process.getuid?.() !== 0) return "not root";
	return undefined;
}
