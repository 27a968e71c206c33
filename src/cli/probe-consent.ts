/**
 * What whoever measures must know first (P11), and their yes to it. Asked once
 * a workspace; `--yes` answers it for one run.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { formatInstant } from "../base/index.ts";
import { isRecord } from "../model/index.ts";
import type { Context } from "./command.ts";
import { usageError } from "./parse.ts";

/** Raised when the text changes in what it warns of: everybody is then asked again. */
const CONSENT_VERSION = 1;

const ENGLISH = `Before you measure

Rasai will try to open the sites you name, from your own connection, now.
- Your internet provider can see that. It sees the names you look up, the servers you connect to, and when. It can
  see that this is no browser: the way Node.js opens an encrypted connection is recognisable.
- In some places it is dangerous or illegal to visit certain sites, or to measure what is blocked. You know your
  situation; this program does not.
- Someone with access to this device can see that Rasai is installed on it.
- First a few well-known sites are asked, to see that the line works (not with --skip-check).
- Nothing is sent to us or to anybody else unless you say so with --submit. A helper that you name with --helper
  learns which sites you ask about, and your address.
- Your address, cookies and other marks of yours are taken out of what is written down.
See all of it before anything is sent: rasai probe run --rehearse URL`;

/** Needs a reviewer whose first language is Urdu before anybody relies on it. */
const URDU = `پیمائش سے پہلے (مسودہ: اردو ترجمے پر انسانی نظرِ ثانی باقی ہے)

راسائی آپ کی بتائی ہوئی سائٹوں کو ابھی، آپ ہی کے کنکشن سے کھولنے کی کوشش کرے گا۔
- آپ کا انٹرنیٹ فراہم کنندہ یہ دیکھ سکتا ہے: کون سے نام پوچھے گئے، کن سرورز سے رابطہ ہوا، اور کب۔ وہ یہ بھی پہچان سکتا
  ہے کہ یہ کوئی براؤزر نہیں۔
- بعض جگہوں پر کچھ سائٹیں کھولنا، یا یہ ناپنا کہ کیا بند ہے، خطرناک یا غیر قانونی ہو سکتا ہے۔ اپنے حالات آپ جانتے ہیں،
  یہ پروگرام نہیں جانتا۔
- جس کے ہاتھ میں یہ آلہ ہو وہ دیکھ سکتا ہے کہ اس پر راسائی موجود ہے۔
- جب تک آپ خود ‎--submit‎ نہ لکھیں، کچھ بھی ہمیں یا کسی اور کو نہیں بھیجا جاتا۔ ‎--helper‎ سے بتایا گیا مددگار سرور جان لیتا
  ہے کہ آپ کن سائٹوں کے بارے میں پوچھ رہے ہیں، اور آپ کا پتہ بھی۔
- آپ کا پتہ، کوکیز اور دوسری شناختی نشانیاں لکھی جانے والی چیزوں سے نکال دی جاتی ہیں۔`;

export const CONSENT_TEXT = `${ENGLISH}\n\n${URDU}`;

/** Whether whoever measures has agreed, now or before. `keepNothing`: the yes is not written down. Throws `usage` where nobody can be asked. */
export async function hasConsent(
	context: Context,
	screen: string,
	options: { readonly yes: boolean; readonly keepNothing: boolean },
): Promise<boolean> {
	if (options.yes) return true;
	const path = join(context.workspace, "private", "probe-consent.json");
	const known = await readConsent(path);
	if (!process.stdin.isTTY) {
		if (known) return true;
		context.say(`${CONSENT_TEXT}\n`);
		throw usageError(
			"nobody can be asked, since there is no terminal",
			"Read the text above; --yes says that you agree.",
		);
	}
	if (!known) context.say(`${CONSENT_TEXT}\n`);
	context.say(screen);
	const agreed = await ask("Go on? Type yes to agree: ", context.signal);
	if (agreed && !known && !options.keepNothing) {
		await mkdir(join(context.workspace, "private"), {
			recursive: true,
			mode: 0o700,
		});
		const at = formatInstant(context.clock());
		await writeFile(
			path,
			`${JSON.stringify({ version: CONSENT_VERSION, at })}\n`,
			{ mode: 0o600 },
		);
	}
	return agreed;
}

async function readConsent(path: string): Promise<boolean> {
	try {
		const value: unknown = JSON.parse(await readFile(path, "utf8"));
		return isRecord(value) && value["version"] === CONSENT_VERSION;
	} catch {
		return false;
	}
}

async function ask(question: string, signal: AbortSignal): Promise<boolean> {
	const lines = createInterface({
		input: process.stdin,
		output: process.stderr,
	});
	try {
		const answer = await lines.question(question, { signal });
		return /^(yes|ہاں)$/i.test(answer.trim());
	} finally {
		lines.close();
	}
}
