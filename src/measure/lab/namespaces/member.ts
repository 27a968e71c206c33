/** A process inside a namespace: each message over IPC says what to be and gives a case's task; it ends with its parent. */
import { beVisitor, createOutside, createProvider } from "./roles.ts";

type Act = (task: never) => Promise<unknown>;

const ROLES: Readonly<Record<string, () => Act>> = {
	outside: createOutside,
	provider: createProvider,
	visitor: () => beVisitor,
};
/** What was set up for one case is closed with the next. */
const acting = new Map<string, Act | undefined>();

process.on("disconnect", () => process.exit());
process.on(
	"message",
	({ role, task }: { readonly role: string; readonly task: never }) => {
		const act = acting.get(role) ?? ROLES[role]?.();
		acting.set(role, act);
		act?.(task).then(
			(done) => process.send?.({ done }),
			(error: unknown) => process.send?.({ failed: String(error) }),
		);
	},
);
