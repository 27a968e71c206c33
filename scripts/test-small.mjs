/** `npm run test:small`: the smallest server, as tests/small/small.ts tells it. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { bootstrap } from "./bootstrap.mjs";
import { projectRoot } from "./project.mjs";

bootstrap();
const result = spawnSync(
	process.execPath,
	[join(projectRoot, "dist/tests/small/small.js")],
	{ cwd: projectRoot, stdio: "inherit" },
);
process.exit(result.status ?? 1);
