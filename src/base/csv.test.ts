import assert from "node:assert/strict";
import test from "node:test";
import { toCsv } from "./csv.ts";

test("P7: a text that a spreadsheet would run is written as text", () => {
	for (const text of ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"]) {
		const written = toCsv(["a"], [[text]])
			.split("\r\n")
			.slice(1)
			.join("\r\n");
		assert.ok(/^"?'/.test(written), JSON.stringify(written));
	}
	assert.equal(
		toCsv(["a", "b"], [['=HYPERLINK("http://x";"y")', -1]]),
		'a,b\r\n"\'=HYPERLINK(""http://x"";""y"")",-1\r\n',
	);
});

test("commas, quotes and line ends are quoted, numbers and gaps stand bare", () => {
	assert.equal(
		toCsv(
			["a", "b", "c"],
			[
				["x,y", 'say "z"', "two\nlines"],
				[1, undefined, true],
			],
		),
		'a,b,c\r\n"x,y","say ""z""","two\nlines"\r\n1,,true\r\n',
	);
});
