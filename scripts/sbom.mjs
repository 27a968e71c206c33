/**
 * `npm run sbom [FILE]`: what the program is made of, as CycloneDX (by npm's
 * own `npm sbom`, from the lockfile). Without the date and the random number
 * that npm puts in, so that the same lockfile gives the same bytes.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fail, projectRoot } from "./project.mjs";

const { status, stdout, stderr } = spawnSync(
	"npm",
	[
		"sbom",
		"--sbom-format",
		"cyclonedx",
		"--package-lock-only",
		"--omit",
		"dev",
	],
	{ cwd: projectRoot, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
);
if (status !== 0) fail(`npm sbom: ${stderr.trim()}`);
const { serialNumber: _, ...bom } = JSON.parse(stdout);
delete bom.metadata.timestamp;
// npm calls it by the folder that it lies in.
bom.metadata.component.name = "rasai";
bom.components.sort((a, b) => (a["bom-ref"] < b["bom-ref"] ? -1 : 1));
const text = `${JSON.stringify(bom, undefined, "\t")}\n`;
const [file] = process.argv.slice(2);
if (file) writeFileSync(file, text);
else process.stdout.write(text);
