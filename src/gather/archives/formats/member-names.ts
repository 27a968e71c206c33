/** Names inside an archive come from strangers. */

/** Names that Windows gives to devices, with any extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\.|$)/i;
const MAX_NAME = 512;

/**
 * Why a member's name may not be used, or undefined where it may. Nothing is
 * ever written by such a name; but a name that tries to lead out of its folder
 * says that the archive was made to harm, and its content is not read.
 */
export function unsafeNameReason(name: string): string | undefined {
	if (name === "") return "it is empty";
	if (name.length > MAX_NAME) return `it is longer than ${MAX_NAME} characters`;
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
	if (/[\u0000-\u001f\u007f-\u009f]/.test(name))
		return "it has control characters";
	const parts = name.split(/[/\\]/);
	if (parts[0] === "" || /^[a-z]:/i.test(name)) return "it is absolute";
	if (parts.includes("..")) return "it leads out of its folder";
	if (parts.some((part) => DEVICE.test(part))) return "it names a device";
	return undefined;
}

/** A member's name as it may be shown: control characters replaced, cut to a bearable length. */
export function printableName(name: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is replaced
	return name.replace(/[\u0000-\u001f\u007f-\u009f]/g, "�").slice(0, MAX_NAME);
}
