// The check of the reports page. It runs when its button is pressed, and asks only the addresses that the page names.
const box = document.querySelector(".browser-check");
const button = box.querySelector("button");
const status = box.querySelector("[role=status]");
const rows = box.querySelector("tbody");
const field = document.querySelector("input[name=checks]");
const LIMIT_MS = 10000;

const ways = {
	image: (origin) =>
		new Promise((done) => {
			const image = new Image();
			image.referrerPolicy = "no-referrer";
			image.onload = () => done(true);
			image.onerror = () => done(false);
			image.src = `${origin}/favicon.ico?${Date.now()}`;
		}),
	fetch: (origin) =>
		fetch(`${origin}/?${Date.now()}`, {
			mode: "no-cors",
			cache: "no-store",
			credentials: "omit",
			referrerPolicy: "no-referrer",
		}).then(
			() => true,
			() => false,
		),
	websocket: (origin) =>
		new Promise((done) => {
			const socket = new WebSocket(origin.replace(/^http/, "ws"));
			socket.onopen = () => {
				done(true);
				socket.close();
			};
			socket.onerror = () => done(false);
		}),
};

// The page may ask these addresses and no others: where the browser stops a
// request to one of them all the same, it answered and sent us elsewhere.
const sentElsewhere = new Set();
document.addEventListener("securitypolicyviolation", (event) => {
	sentElsewhere.add(new URL(event.blockedURI, location.href).origin);
});

async function look(origin, way) {
	const since = performance.now();
	let timer;
	const limit = new Promise((done) => {
		timer = setTimeout(done, LIMIT_MS, false);
	});
	const came = await Promise.race([ways[way](origin), limit]);
	clearTimeout(timer);
	const ms = Math.round(performance.now() - since);
	// The event comes a moment after the failure.
	await new Promise((done) => setTimeout(done, 50));
	return { origin, way, came: came || sentElsewhere.delete(origin), ms };
}

function cell(row, text) {
	row.insertCell().textContent = text;
}

function sum(checks, origins) {
	const answered = origins.filter((origin) =>
		checks.some((one) => one.origin === origin && one.came),
	);
	return { all: answered.length === origins.length, some: answered.length > 0 };
}

/** What the page says it in, in its own language. */
const words = JSON.parse(box.dataset.words);
const numbers = new Intl.NumberFormat(box.dataset.locale);

function summary(service, control) {
	if (!control.some) return words.none;
	if (service.all) return words.all;
	return service.some ? words.some : words.silent;
}

box.hidden = false;
button.addEventListener("click", async () => {
	button.disabled = true;
	rows.replaceChildren();
	const origins = JSON.parse(box.dataset.origins);
	const controls = JSON.parse(box.dataset.controls);
	const checks = [];
	for (const origin of [...controls, ...origins]) {
		status.textContent = words.looking.replace("{host}", new URL(origin).host);
		const row = rows.insertRow();
		cell(row, new URL(origin).host);
		// One after another: what one of them meets must not be another's.
		for (const way of Object.keys(ways)) {
			const found = await look(origin, way);
			checks.push(found);
			cell(
				row,
				(found.came ? words.came : words.not).replace(
					"{ms}",
					numbers.format(found.ms),
				),
			);
		}
	}
	box.querySelector(".scroll").hidden = false;
	status.textContent = summary(sum(checks, origins), sum(checks, controls));
	field.value = JSON.stringify(checks);
	button.disabled = false;
});
