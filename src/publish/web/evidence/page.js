// Hands a file that was chosen or dropped to the verifier and writes down what it says. Nothing leaves the page.
const form = document.querySelector(".verifier");
const [file, heads] = form.querySelectorAll("input[type=file]");
const result = document.querySelector(".verified");

const line = (tag, text, parent) => {
	const made = parent.appendChild(document.createElement(tag));
	made.textContent = text;
	return made;
};

async function readHeads() {
	const [chosen] = heads.files;
	return chosen && JSON.parse(await chosen.text());
}

async function show() {
	const [chosen] = file.files;
	if (!chosen) return;
	result.replaceChildren();
	line("p", `Checking ${chosen.name}…`, result);
	const root = form.querySelector("[name=key]").value.trim() || undefined;
	try {
		const bytes = new Uint8Array(await chosen.arrayBuffer());
		write(await verifyBundle(bytes, { root, heads: await readHeads() }));
	} catch (error) {
		result.replaceChildren();
		line("h2", "This could not be checked", result);
		line("p", String(error), result);
	}
}

function write(report) {
	result.replaceChildren();
	line(
		"h2",
		report.ok ? "The file verifies" : "The file does not verify",
		result,
	);
	if (report.statement) {
		const emulated = report.statement.isEmulated
			? "Emulated, no real event: "
			: "";
		line("p", emulated + report.statement.title, result);
	}
	const table = result.appendChild(document.createElement("table"));
	for (const { step, ok, found } of report.steps) {
		const row = table.appendChild(document.createElement("tr"));
		line("th", step, row).scope = "row";
		line("td", ok ? "ok" : "FAILED", row);
		line("td", found, row);
	}
	const anchors = report.anchors.map((one) => `Anchored by ${one}.`);
	line("p", anchors.join(" ") || "self-attested only", result).className =
		"anchors";
	line("h3", "What this does not prove", result);
	const list = result.appendChild(document.createElement("ul"));
	for (const limit of report.doesNotProve) line("li", limit, list);
	line(
		"p",
		"Raw records were not judged again: that needs the program (rasai evidence verify).",
		result,
	);
}

form.addEventListener("change", show);
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", async (event) => {
	event.preventDefault();
	if (event.dataTransfer.files.length === 0) return;
	file.files = event.dataTransfer.files;
	await show();
});
form.hidden = false;
