/** An SMTP server on this machine that misbehaves as it is told to, and keeps what it accepted as it came. */
import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import type { TestContext } from "node:test";

/** What the server does with the next mails, one an item; after the last it accepts. */
export type Behaviour =
	| "accept"
	| "refuse_recipient"
	| "busy_recipient"
	| "refuse_content"
	| "busy_content"
	| "drop_in_data"
	/** Takes the mail, and is gone before it says so. */
	| "drop_after_data"
	| "hang";

export interface SmtpServer {
	readonly port: number;
	/** Mails taken, headers and text, oldest first. */
	readonly mails: string[];
	/** Every line of every client but those of mails. */
	readonly commands: readonly string[];
	/** Answers its next connections so. */
	behave(...behaviours: readonly Behaviour[]): void;
	readonly connectionCount: () => number;
	close(): Promise<void>;
}

export async function startSmtpServer(t: TestContext): Promise<SmtpServer> {
	const mails: string[] = [];
	const commands: string[] = [];
	let coming: readonly Behaviour[] = [];
	let connections = 0;
	const sockets = new Set<Socket>();
	const server: Server = createServer((socket) => {
		connections++;
		sockets.add(socket);
		socket.on("error", () => {});
		socket.on("close", () => sockets.delete(socket));
		const [behaviour = "accept"] = coming;
		coming = coming.slice(1);
		talk(socket, behaviour, commands, (mail) => mails.push(mail));
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	if (address === null || typeof address === "string")
		throw new Error("no port");
	const close = async (): Promise<void> => {
		for (const socket of sockets) socket.destroy();
		if (server.listening) {
			server.close();
			await once(server, "close");
		}
	};
	t.after(close);
	return {
		port: address.port,
		mails,
		commands,
		behave: (...behaviours) => {
			coming = behaviours;
		},
		connectionCount: () => connections,
		close,
	};
}

function talk(
	socket: Socket,
	behaviour: Behaviour,
	commands: string[],
	keep: (mail: string) => void,
): void {
	if (behaviour === "hang") return;
	const say = (line: string): boolean => socket.write(`${line}\r\n`);
	let text = "";
	let isData = false;
	say("220 mail.test ESMTP");
	socket.setEncoding("utf8");
	socket.on("data", (chunk: string) => {
		text += chunk;
		if (isData) {
			if (behaviour === "drop_in_data") {
				socket.destroy();
				return;
			}
			const end = text.indexOf("\r\n.\r\n");
			if (end < 0) return;
			const mail = text.slice(0, end).replaceAll("\r\n..", "\r\n.");
			text = text.slice(end + 5);
			isData = false;
			if (behaviour === "refuse_content") say("554 5.7.1 not wanted here");
			else if (behaviour === "busy_content") say("451 4.3.0 come back later");
			else {
				keep(mail);
				if (behaviour === "drop_after_data") socket.destroy();
				else say("250 2.0.0 taken");
			}
		}
		for (
			let end = text.indexOf("\r\n");
			end >= 0 && !isData;
			end = text.indexOf("\r\n")
		) {
			const command = text.slice(0, end);
			text = text.slice(end + 2);
			commands.push(command);
			if (/^(?:EHLO|HELO)/i.test(command)) say("250 mail.test");
			else if (/^RCPT TO/i.test(command))
				say(
					behaviour === "refuse_recipient"
						? "550 5.1.1 <reader@mail.example> nobody here"
						: behaviour === "busy_recipient"
							? "450 4.2.1 greylisted"
							: "250 ok",
				);
			else if (/^DATA/i.test(command)) {
				say("354 go on");
				isData = true;
			} else if (/^QUIT/i.test(command)) {
				say("221 bye");
				socket.end();
			} else if (/^STARTTLS/i.test(command)) say("502 5.5.1 not here");
			else say("250 ok");
		}
	});
}
