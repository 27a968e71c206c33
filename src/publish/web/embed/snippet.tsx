/** What to copy to show a chart in a page of one's own: a frame, without script. */
import { figureAddress, type ShownFigure } from "../charts/shown-figure.ts";
import { addressIn } from "../language/address.ts";
import { currentSpeech, say, sayWith } from "../language/speech.ts";

/** `address`: where the site is reached, as its operator set it; a name to replace where nothing is set. */
export function EmbedSnippet(props: {
	readonly figure: Pick<ShownFigure, "title" | "path" | "query">;
	readonly address: string | undefined;
}) {
	const { figure } = props;
	const address = props.address?.replace(/\/$/, "") ?? "https://THIS-SITE";
	const embed = figureAddress(figure, "embed");
	return (
		<details class="snippet">
			<summary>{say("embed.how")}</summary>
			<p>
				{sayWith("embed.what", {
					link: (words) => <a href={embed}>{words}</a>,
				})}
			</p>
			<pre>
				<code>
					{frameOf(
						`${address}${addressIn(currentSpeech().language, embed)}`,
						figure.title,
					)}
				</code>
			</pre>
		</details>
	);
}

/** The frame as HTML. */
export function frameOf(address: string, title: string): string {
	return `<iframe src="${attribute(address)}" title="${attribute(title)}" width="100%" height="560" loading="lazy"></iframe>`;
}

const attribute = (text: string): string =>
	text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
