import assert from "node:assert/strict";
import { test } from "node:test";
import { compileCountries } from "./ip-country.ts";

test("addresses of both families are looked up by country, and what is no range is counted", () => {
	const { lookup, rowCount, badRowCount, problems } = compileCountries(
		'192.0.2.0,192.0.2.127,PK\r\n192.0.2.128,192.0.2.255,"IN"\r\n198.51.100.0,198.51.100.255,??\n203.0.113.0,203.0.113.255,ZQ\n',
		"2001:db8::,2001:db8:ffff:ffff:ffff:ffff:ffff:ffff,DE\n",
	);
	assert.equal(rowCount, 3);
	assert.equal(badRowCount, 2);
	assert.match(problems[0] ?? "", /line 3/);
	assert.equal(lookup("192.0.2.127"), "PK");
	assert.equal(lookup("192.0.2.128"), "IN");
	assert.equal(lookup("::ffff:192.0.2.1"), "PK");
	assert.equal(lookup("2001:db8:1::1"), "DE");
	for (const unknown of [
		"198.51.100.1",
		"203.0.113.1",
		"192.0.3.0",
		"2001:dc8::1",
		"nothing",
		"",
	])
		assert.equal(lookup(unknown), undefined, unknown);
});
