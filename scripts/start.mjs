/** `npm start`: installs and builds where needed, then serves. Arguments go to `rasai up`. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bootstrap } from "./bootstrap.mjs";
import { projectRoot } from "./project.mjs";

bootstrap();
const main = join(projectRoot, "dist/src/cli/main.js");
process.argv = [process.execPath, main, "up", ...process.argv.slice(2)];
await import(pathToFileURL(main).href);
