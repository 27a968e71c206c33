/**
 * How many identities on how many networks it takes to flip a headline: the
 * red team's attacks, each tried with more and more identities until the
 * installation says what the attacker wants. Prints the table that stands in
 * docs/threat-model.md. Takes some minutes.
 */
import {
	ATTACKS,
	CONTROL_ATTACKS,
	leastIdentities,
	leastNetworks,
} from "../tests/redteam/least.ts";

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

say(
	"| what is forged | sessions of honest probes a day | on 1 network | on 2 | on 4 |",
);
say("|---|---|---|---|---|");
for (const attack of ATTACKS) {
	const cells: string[] = [];
	for (const networks of [1, 2, 4]) {
		const least = await leastIdentities(attack, networks);
		cells.push(least === undefined ? "never" : String(least));
	}
	say(`| ${attack.what} | ${attack.honest} | ${cells.join(" | ")} |`);
}

say("\n| what is forged abroad | networks it takes |\n|---|---|");
for (const attack of CONTROL_ATTACKS) {
	const least = await leastNetworks(attack);
	say(`| ${attack.what} | ${least ?? "never"} |`);
}
