/** `/rejects`: input that could not be read, with file, line and reason. Nothing disappears silently. */

import {
	REJECT_REASONS,
	type Reject,
	type RejectReason,
} from "../../../model/index.ts";
import { countRejects, listRejects } from "../../../store/index.ts";
import { EnglishPart } from "../language/english.tsx";
import { say } from "../language/speech.ts";
import type { PageDeps } from "../site-deps.ts";
import { countOf, formatCount } from "../words.ts";

const PER_PAGE = 200;

export interface RejectsView {
	readonly page: number;
	readonly total: number;
	readonly reasons: readonly {
		readonly reason: RejectReason;
		readonly rejectCount: number;
	}[];
	readonly rejects: readonly Reject[];
}

export async function loadRejects(
	deps: PageDeps,
	page: number,
): Promise<RejectsView> {
	const scope = { world: "real" } as const;
	const [reasons, rejects] = await Promise.all([
		countRejects(deps.reader, scope),
		listRejects(deps.reader, scope, PER_PAGE, (page - 1) * PER_PAGE),
	]);
	return {
		page,
		total: reasons.reduce((sum, { rejectCount }) => sum + rejectCount, 0),
		reasons,
		rejects,
	};
}

export function RejectsPage(props: { readonly view: RejectsView }) {
	const { view } = props;
	const first = (view.page - 1) * PER_PAGE + 1;
	return (
		<>
			<h1>{say("frame.rejects")}</h1>
			<EnglishPart>
				<p class="standfirst">
					{view.total === 0
						? "Everything that was imported could be read."
						: `${countOf(view.total, "record or file", "records and files")} of what was imported could not be used. None was dropped silently.`}
				</p>
				{view.reasons.length > 0 ? (
					<section aria-labelledby="reasons">
						<h2 id="reasons">By reason</h2>
						<table>
							<thead>
								<tr>
									<th scope="col">Reason</th>
									<th scope="col" class="number">
										Count
									</th>
								</tr>
							</thead>
							<tbody>
								{view.reasons.map(({ reason, rejectCount }) => (
									<tr>
										<th scope="row">
											{REJECT_REASONS[reason]}{" "}
											<code class="light">{reason}</code>
										</th>
										<td class="number">{formatCount(rejectCount)}</td>
									</tr>
								))}
							</tbody>
						</table>
					</section>
				) : null}
				{view.rejects.length > 0 ? (
					<section aria-labelledby="list">
						<h2 id="list">
							{formatCount(first)} to{" "}
							{formatCount(first + view.rejects.length - 1)} of{" "}
							{formatCount(view.total)}
						</h2>
						<table>
							<thead>
								<tr>
									<th scope="col">File and line</th>
									<th scope="col">What was wrong</th>
								</tr>
							</thead>
							<tbody>
								{view.rejects.map((reject) => (
									<tr>
										<th scope="row">
											<bdi>
												<code>{reject.file}</code>
											</bdi>
											{reject.member === "" ? null : (
												<span class="light block">
													in it <bdi>{reject.member}</bdi>
												</span>
											)}
											<span class="light block">
												{reject.line === 0
													? "as a whole"
													: `line ${reject.line}`}
											</span>
										</th>
										<td>
											{REJECT_REASONS[reject.reason]}
											<span class="light block">{reject.message}</span>
										</td>
									</tr>
								))}
							</tbody>
						</table>
						<p class="weeks">
							{view.page > 1 ? (
								<a rel="prev" href={`/rejects?page=${view.page - 1}`}>
									Earlier
								</a>
							) : null}
							{first + view.rejects.length - 1 < view.total ? (
								<a rel="next" href={`/rejects?page=${view.page + 1}`}>
									More
								</a>
							) : null}
						</p>
					</section>
				) : null}
			</EnglishPart>
		</>
	);
}
