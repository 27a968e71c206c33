/** A process inside a namespace: it is told over IPC what to be, says when it is ready, and ends with its parent. */
import { beOutside, beProvider, beVisitor } from "./roles.ts";

const ROLES = { outside: beOutside, provider: beProvider, visitor: beVisitor };

process.on("disconnect", () => process.exit());
process.once(
	"message",
	(message: { readonly role: keyof typeof ROLES; readonly task: never }) => {
		ROLES[message.role](message.task).then(
			(done) => process.send?.({ done }),
			(error: unknown) => process.send?.({ failed: String(error) }),
		);
	},
);
