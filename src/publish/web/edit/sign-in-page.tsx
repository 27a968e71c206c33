/** Signing in: by passkey, or by a link that works once. */
import { LINK_MINUTES } from "../../../pipeline/index.ts";
import { Hidden } from "./form-page.tsx";

/** Passkeys belong to a name and not to an address. */
function takesPasskeys(origin: string): boolean {
	return !/^https?:\/\/(?:\[|[\d.]+(?::|$))/.test(origin);
}

export function SignInPage(props: {
	readonly origin: string;
	readonly options: unknown;
}) {
	return (
		<>
			<h1>Sign in to edit the record</h1>
			{takesPasskeys(props.origin) ? (
				<>
					<p class="standfirst">Use the passkey that you added here.</p>
					<Ceremony
						action="/edit/passkey/sign-in"
						verb="get"
						options={props.options}
						label="Sign in with a passkey"
						hidden={{}}
					/>
				</>
			) : (
				<UseName origin={props.origin} />
			)}
			<h2>No passkey yet?</h2>
			<p>
				Ask the operator for a link. It signs you in once, within {LINK_MINUTES}{" "}
				minutes, and then you can add a passkey. There are no passwords. The
				operator makes one with:
			</p>
			<pre>rasai editor add PSEUDONYM --role reviewer</pre>
		</>
	);
}

/** The link's own page: a program that looks ahead at links must not use it up. */
export function LinkPage(props: {
	readonly pseudonym: string;
	readonly token: string;
}) {
	return (
		<>
			<h1>Sign in as {props.pseudonym}</h1>
			<p>
				This link works once. What you write stands in the public ledger under
				this pseudonym.
			</p>
			<form method="post" action={`/edit/sign-in/${props.token}`}>
				<button type="submit">Sign in</button>
			</form>
		</>
	);
}

export function PasskeyPage(props: {
	readonly origin: string;
	readonly options: unknown;
	readonly formToken: string;
	readonly passkeyCount: number;
}) {
	return (
		<>
			<p class="kicker">
				<a href="/edit">Editing the record</a>
			</p>
			<h1>Add a passkey</h1>
			<p class="standfirst">
				{props.passkeyCount === 0
					? "You have none yet: the next sign-in needs another link."
					: `You have ${props.passkeyCount}.`}
			</p>
			<p>
				Your device keeps the key and asks for your finger, face or PIN. Only
				its public half is kept here.
			</p>
			{takesPasskeys(props.origin) ? (
				<Ceremony
					action="/edit/passkey"
					verb="create"
					options={props.options}
					label="Add a passkey"
					hidden={{ formToken: props.formToken }}
				/>
			) : (
				<UseName origin={props.origin} />
			)}
		</>
	);
}

function UseName({ origin }: { readonly origin: string }) {
	const there = `${origin.replace(/\/\/[^:/]*(?:\[.*\])?/, "//localhost")}/edit`;
	return (
		<p class="stale">
			Passkeys need a name and not a number in the address. Open{" "}
			<a href={there}>{there}</a> instead.
		</p>
	);
}

function Ceremony(props: {
	readonly action: string;
	readonly verb: "create" | "get";
	readonly options: unknown;
	readonly label: string;
	readonly hidden: Readonly<Record<string, string>>;
}) {
	return (
		<>
			<form
				method="post"
				action={props.action}
				class="passkey"
				data-verb={props.verb}
				data-options={JSON.stringify(props.options)}
			>
				<Hidden values={{ ...props.hidden, credential: "" }} />
				<button type="button" hidden>
					{props.label}
				</button>
				<p class="quiet" role="status">
					Passkeys need script in the browser, and a browser that has them.
				</p>
			</form>
			<script src="/edit/passkey.js" defer />
		</>
	);
}
