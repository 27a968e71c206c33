/** Sends mail to one SMTP server. */
import { createTransport } from "nodemailer";
import { messageOf, RasaiError, withTimeLimit } from "../../base/index.ts";
import { mailOf } from "./mail.ts";
import type { AlertSite, Outcome, Sender } from "./sender.ts";

export interface SmtpOptions {
	readonly host: string;
	readonly port: number;
	/** `starttls`: in the clear until the server's certificate is checked, and never further. `none`: for a server on this machine. */
	readonly security: "starttls" | "tls" | "none";
	readonly user: string | undefined;
	readonly password: string | undefined;
	/** Address that mail comes from. */
	readonly from: string;
	/** Longest silence of the server, and longest try in all. The second is less than the first wait before a new try, so that no two tries of a message meet. */
	readonly limits?: { readonly idleMs: number; readonly totalMs: number };
}

const LIMITS = { idleMs: 30_000, totalMs: 90_000 };

export function createMailSender(
	site: AlertSite,
	options: SmtpOptions,
): Sender {
	const { idleMs, totalMs } = options.limits ?? LIMITS;
	const { host, port, security, user, password } = options;
	const transport = createTransport({
		host,
		port,
		secure: security === "tls",
		requireTLS: security === "starttls",
		ignoreTLS: security === "none",
		...(user === undefined ? {} : { auth: { user, pass: password ?? "" } }),
		connectionTimeout: idleMs,
		greetingTimeout: idleMs,
		socketTimeout: idleMs,
		dnsTimeout: idleMs,
		disableFileAccess: true,
		disableUrlAccess: true,
	});
	return {
		async send(subscription, message, signal) {
			if (subscription.channel.kind !== "mail")
				return { result: "refused", problem: "no mail address" };
			const { references, ...mail } = mailOf(subscription, message, site);
			try {
				await withTimeLimit(
					transport.sendMail({
						...mail,
						from: { name: site.name, address: options.from },
						to: subscription.channel.address,
						...(references === undefined
							? {}
							: { references, inReplyTo: references }),
						textEncoding: "quoted-printable",
						xMailer: false,
					}),
					totalMs,
					host,
					signal,
				);
				return { result: "sent" };
			} catch (error) {
				if (signal.aborted) throw error;
				return outcomeOf(error, subscription.channel.address);
			}
		},
	};
}

/** What nodemailer tells of a refusal. */
interface SmtpFault {
	readonly code?: unknown;
	readonly responseCode?: unknown;
	readonly command?: unknown;
	readonly rejectedErrors?: readonly SmtpFault[];
}

/**
 * Only what the server says of this address or this message is final. That it
 * does not let us in, or does not know us, is for the operator to mend.
 */
function outcomeOf(error: unknown, address: string): Outcome {
	// The log of deliveries holds no address.
	const problem = messageOf(error).replaceAll(address, "the address");
	if (error instanceof RasaiError) return { result: "failed", problem };
	const { responseCode, command } = error as SmtpFault;
	const isFinal =
		typeof responseCode === "number" &&
		responseCode >= 500 &&
		(command === "RCPT TO" || command === "DATA");
	return { result: isFinal ? "refused" : "failed", problem };
}
