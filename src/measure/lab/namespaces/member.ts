/** A process inside a namespace: it is told over IPC what to be, does what it is sent case after case, and ends with its parent. */
import { beVisitor, createOutside, createProvider } from "./roles.ts";

const ROLES = {
	outside: createOutside,
	provider: createProvider,
	visitor: () => beVisitor,
};

const role = process.argv[2] as keyof typeof ROLES;
const act = ROLES[role]() as (task: unknown) => Promise<unknown>;

process.on("disconnect", () => process.exit());
process.on("message", (task) => {
	act(task).then(
		(done) => process.send?.({ done }),
		(error: unknown) => process.send?.({ failed: String(error) }),
	);
});
