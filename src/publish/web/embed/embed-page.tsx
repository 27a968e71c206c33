/** One chart with its sentence, its data and a link back: a page to stand in a frame of another site. */
import { raw } from "hono/html";
import {
	FIGURE_FILES,
	figureAddress,
	type ShownFigure,
} from "../charts/shown-figure.ts";
import { LANGUAGE_TRAITS } from "../language/languages.ts";
import { currentSpeech, say } from "../language/speech.ts";

export function EmbedPage(props: {
	readonly figure: ShownFigure;
	readonly siteName: string;
	readonly styleAddress: string;
}) {
	const { figure, siteName } = props;
	const { language } = currentSpeech();
	return (
		<html lang={language} dir={LANGUAGE_TRAITS[language].direction}>
			<head>
				<meta charset="utf-8" />
				<title>{`${figure.title} · ${siteName}`}</title>
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="description" content={figure.finding} />
				<meta name="color-scheme" content="light dark" />
				<meta name="robots" content="noindex" />
				<link rel="canonical" href={figure.page} />
				<link rel="stylesheet" href={props.styleAddress} />
			</head>
			<body class="embed">
				<main>
					<h1>{figure.title}</h1>
					<figure>
						<figcaption>{figure.finding}</figcaption>
						<section
							class="scroll newest"
							aria-label={say("chart.label", { title: figure.title })}
							tabindex={0}
						>
							{raw(figure.svg())}
						</section>
					</figure>
					<p class="files">
						<a href={figure.page} target="_blank" rel="noopener">
							{say("embed.back", { site: siteName })}
						</a>
						{FIGURE_FILES.map((ending) => (
							<>
								{" · "}
								<a
									href={figureAddress(figure, ending)}
									target="_blank"
									rel="noopener"
								>
									{ending.toUpperCase()}
								</a>
							</>
						))}
					</p>
				</main>
			</body>
		</html>
	);
}
