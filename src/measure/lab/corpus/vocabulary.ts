/**
 * Made-up languages: words of syllables, drawn by rank as in real text (Zipf:
 * the share of a word falls with its rank), so that generated pages compress
 * about as pages do. No word of any real page is in them.
 */
import { createRandom, type Random } from "../random.ts";

export interface Vocabulary {
	word(random: Random): string;
	sentence(random: Random): string;
}

type Script = readonly [
	consonants: readonly string[],
	vowels: readonly string[],
];

const LATIN: Script = [
	"b c d f g h k l m n p r s t v z br ch dr gl kr pl sh st th tr".split(" "),
	"a e i o u ai ea ou io".split(" "),
];
const CYRILLIC: Script = [
	"б в г д ж з к л м н п р с т ф х ц ч ш ст пр тр".split(" "),
	"а е и о у ы я ю ё".split(" "),
];
const ARABIC: Script = [
	"ب پ ت ج چ ح خ د ر ز س ش ص ط ع ف ق ک گ ل م ن ہ".split(" "),
	"ا و ی ے ".split(" "),
];
export const SCRIPTS = { latin: LATIN, cyrillic: CYRILLIC, arabic: ARABIC };

const SIZE = 3000;

/** The language named `seed`, written in `script`. */
export function makeVocabulary(
	seed: string,
	script: keyof typeof SCRIPTS,
): Vocabulary {
	const random = createRandom(`${seed}/words`);
	const [consonants, vowels] = SCRIPTS[script];
	const words = Array.from({ length: SIZE }, () => {
		let word = "";
		for (let left = 1 + random.poisson(1.1); left > 0; left--)
			word += random.pick(consonants) + random.pick(vowels);
		return random.chance(0.4) ? word + random.pick(consonants) : word;
	});
	const word = (from: Random): string =>
		// The inverse of a share that falls as 1/rank is exponential in rank.
		words[Math.floor(SIZE ** from.next()) - 1] ?? "";
	return {
		word,
		sentence(from) {
			let text = word(from);
			for (let left = 5 + from.int(14); left > 0; left--)
				text += ` ${word(from)}`;
			return `${text}.`;
		},
	};
}
