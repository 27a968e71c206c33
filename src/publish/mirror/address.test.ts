import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fileOf, relativeTo } from "./address.ts";

test("addresses become files with names that say what they are", () => {
	assert.equal(fileOf("/"), "index.html");
	assert.equal(fileOf("/pk"), "pk.html");
	assert.equal(fileOf("/pk.csv"), "pk.csv");
	assert.equal(fileOf("/pk/as17557"), "pk/as17557.html");
	assert.equal(fileOf("/site.css?v=0733495c"), "site.css");
	assert.equal(
		fileOf("/incident/pk-x-2024-02-17/dossier.html"),
		"incident/pk-x-2024-02-17/dossier.htm",
		"the page of /incident/…/dossier has .html",
	);
	assert.match(
		fileOf("/service/x?cc=pk&function=web"),
		/^service\/x--cc-pk-function-web-[0-9a-f]{6}\.html$/,
	);
	assert.equal(
		fileOf("/qz/as64496/2024-02-17/news.css"),
		"qz/as64496/2024-02-17/news.css.html",
		"a target may look like a file",
	);
});

test("no address leaves the folder, and no two share a file", () => {
	const part = fc.oneof(
		fc.constantFrom(
			"..",
			".",
			"a",
			"A",
			"a.html",
			"index",
			"%2e%2e%2f",
			"%",
			"ä",
			"a b",
			"",
		),
		fc.string({ maxLength: 12 }).map(encodeURIComponent),
	);
	const address = fc
		.tuple(
			fc.array(part, { minLength: 1, maxLength: 4 }),
			fc.array(part, { maxLength: 2 }),
		)
		.map(
			([path, query]) =>
				`/${path.join("/")}${query.length > 0 ? `?q=${query.join("&r=")}` : ""}`,
		);
	fc.assert(
		fc.property(address, address, (one, other) => {
			const file = fileOf(one);
			assert.match(file, /^[A-Za-z0-9._/-]+$/);
			for (const name of file.split("/"))
				assert.ok(name !== ".." && name !== ".", file);
			if (decoded(one) !== decoded(other)) assert.notEqual(file, fileOf(other));
		}),
		{ numRuns: 3000 },
	);
});

const decoded = (text: string): string => {
	const [path = "", query] = text.split("?");
	const parts = path.split("/").map((part) => {
		try {
			return decodeURIComponent(part);
		} catch {
			return part;
		}
	});
	return JSON.stringify([parts, query]);
};

test("links between files are relative, whatever the depth", () => {
	assert.equal(relativeTo("index.html", "pk.html"), "pk.html");
	assert.equal(relativeTo("pk/as1.html", "site.css"), "../site.css");
	assert.equal(relativeTo("pk/as1.html", "pk/as1.html"), "as1.html");
	assert.equal(
		relativeTo("incident/a/dossier.html", "incident/a.html"),
		"../a.html",
	);
});
