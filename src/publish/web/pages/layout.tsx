/** The frame of every page: landmarks, skip link, the word "emulated" where it belongs, and the page's own data files. */
import type { FollowStatus } from "../../../store/index.ts";
import { Textures } from "../charts/textures.tsx";
import type { Citation } from "../citation/citation.ts";
import { CiteNotice, CiteSection } from "../citation/cite-section.tsx";
import {
	LanguageAlternates,
	LanguageMenu,
	ReviewNote,
} from "../language/language-menu.tsx";
import { LANGUAGE_TRAITS } from "../language/languages.ts";
import { currentSpeech, say, sayWith } from "../language/speech.ts";
import { countOf } from "../words.ts";
import { Followed } from "./followed.tsx";

export interface PageFormats {
	/** Address of the page without an ending, and its query. */
	readonly path: string;
	readonly query: string;
	readonly endings: readonly ("csv" | "json" | "svg" | "png")[];
}

/** What differs from page to page. */
export interface PageContent {
	readonly title: string;
	readonly description: string;
	readonly emulated: boolean;
	/** Tables and images of the same data; undefined where a page has none. */
	readonly formats?: PageFormats | undefined;
	/** How news of it can be had; undefined where a page has none. */
	readonly watch?: PageWatch | undefined;
	/** How it is quoted; undefined where nothing in it has revisions. */
	readonly citation?: Citation | undefined;
	/** Nothing stands at this address, in no language. */
	readonly isProblem?: boolean;
	readonly children: unknown;
}

export interface PageWatch {
	/** Address of its Atom feed. */
	readonly feed: string;
	/** What to ask `/subscribe` for. */
	readonly query: string;
}

interface LayoutProps extends PageContent {
	readonly siteName: string;
	/** Where others reach the site. */
	readonly address: string | undefined;
	readonly styleAddress: string;
	/** Undefined where no source was ever followed. */
	readonly followed: FollowStatus | undefined;
	/** Days with facts that an older program read. */
	readonly outdatedDays: number | undefined;
	readonly now: Date;
	/** Visitors can say whether a service works for them. */
	readonly takesReports: boolean;
	/** Evidence files can be checked here. */
	readonly checksEvidence: boolean;
}

const TYPES = {
	csv: "text/csv",
	json: "application/json",
	svg: "image/svg+xml",
	png: "image/png",
} as const;

/** A dark square half open: drawn here so that no browser asks for an icon we lack. */
const ICON =
	"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%231b1d26'/%3E%3Cpath d='M4 4h3v8H4z' fill='%23c6dff2'/%3E%3Cpath d='M9 4h3v3H9z' fill='%23f2dfb4'/%3E%3C/svg%3E";

export function Layout(props: LayoutProps) {
	const { formats, watch, emulated } = props;
	const named = emulated
		? say("frame.emulated_title", { title: props.title })
		: props.title;
	const { language } = currentSpeech();
	return (
		<html lang={language} dir={LANGUAGE_TRAITS[language].direction}>
			<head>
				<meta charset="utf-8" />
				<title>{`${named} · ${props.siteName}`}</title>
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="description" content={props.description} />
				<meta name="color-scheme" content="light dark" />
				<link rel="stylesheet" href={props.styleAddress} />
				<link rel="icon" href={ICON} />
				{formats?.endings.map((ending) => (
					<link
						rel="alternate"
						type={TYPES[ending]}
						href={formatAddress(formats, ending)}
					/>
				))}
				{watch ? (
					<link
						rel="alternate"
						type="application/atom+xml"
						title={props.title}
						href={watch.feed}
					/>
				) : null}
				{props.isProblem ? null : <LanguageAlternates />}
			</head>
			<body>
				<a class="skip" href="#main">
					{say("frame.skip")}
				</a>
				<svg class="textures" width="0" height="0" aria-hidden="true">
					<Textures />
				</svg>
				<header class="site">
					<a class="mark" href="/">
						{props.siteName}
					</a>
					<nav aria-label={say("frame.site")}>
						<a href="/">{say("frame.now")}</a>
						<a href="/#countries">{say("frame.countries")}</a>
						<a href="/incidents">{say("frame.incidents")}</a>
						<a href="/cost">{say("frame.cost")}</a>
						<a href="/explore">{say("frame.explore")}</a>
						<a href="/about">{say("frame.about")}</a>
					</nav>
					{props.isProblem ? null : <LanguageMenu />}
				</header>
				{emulated ? (
					<p class="emulated" role="note">
						{sayWith("frame.emulated", {
							strong: (parts) => <strong>{parts}</strong>,
						})}
					</p>
				) : null}
				<ReviewNote />
				<main id="main">
					{props.citation ? <CiteNotice citation={props.citation} /> : null}
					{props.children}
					{props.citation ? (
						<CiteSection
							citation={props.citation}
							siteName={props.siteName}
							address={props.address}
							now={props.now}
						/>
					) : null}
				</main>
				<footer class="site">
					{formats ? (
						<p>
							{say("frame.as_data")}{" "}
							{formats.endings.map((ending, index) => (
								<>
									{index > 0 ? " · " : ""}
									<a href={formatAddress(formats, ending)}>
										{ending.toUpperCase()}
									</a>
								</>
							))}
						</p>
					) : null}
					{watch ? (
						<p>
							{sayWith("frame.watch", {
								feed: (parts) => <a href={watch.feed}>{parts}</a>,
								mail: (parts) => (
									<a href={`/subscribe?${watch.query}`}>{parts}</a>
								),
							})}
						</p>
					) : null}
					{props.followed ? (
						<Followed status={props.followed} now={props.now} />
					) : null}
					{props.outdatedDays ? (
						<p>
							The facts of {countOf(props.outdatedDays, "day")} were read by an
							older version of this program, or with older fingerprints, and may
							show less than they would now.
						</p>
					) : null}
					<p>
						{sayWith("frame.limits", {
							about: (parts) => <a href="/about">{parts}</a>,
						})}
					</p>
					<p>
						<a href="/about#licence">{say("frame.licence")}</a> ·{" "}
						<a href="/rejects">{say("frame.rejects")}</a>
						{props.checksEvidence ? (
							<>
								{" · "}
								<a href="/evidence">{say("frame.evidence")}</a>
							</>
						) : null}
						{props.takesReports ? (
							<>
								{" · "}
								<a href="/report">{say("frame.report")}</a>
							</>
						) : null}
					</p>
				</footer>
			</body>
		</html>
	);
}

function formatAddress(formats: PageFormats, ending: string): string {
	return `${formats.path}.${ending}${formats.query === "" ? "" : `?${formats.query}`}`;
}
