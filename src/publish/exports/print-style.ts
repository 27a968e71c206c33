/** Style of printed documents. Print comes first; a screen shows the same sheet. */
import { COLOURS } from "./palette.ts";

export const PRINT_CSS = `
@page { size: A4; margin: 20mm 19mm 22mm; }
.printed { font: 10.5pt/1.42 "Libertinus Serif", "Noto Serif", Georgia, "Times New Roman", "Noto Nastaliq Urdu", serif; color: ${COLOURS.ink}; max-width: 172mm; margin: 0 auto; text-align: start; }
.printed h1 { font-size: 20pt; line-height: 1.2; margin: 0 0 .2em; font-weight: 600; }
.printed h2 { font-size: 13.5pt; margin: 1.9em 0 .5em; padding-bottom: .15em; border-bottom: .8pt solid ${COLOURS.ink}; break-after: avoid; font-weight: 600; }
.printed h3 { font-size: 11pt; margin: 1.3em 0 .3em; break-after: avoid; font-weight: 600; }
.printed p { margin: .45em 0; }
.printed .overline { font-size: 9.5pt; letter-spacing: .04em; color: ${COLOURS.muted}; margin: 0 0 .6em; }
.printed .emulated { color: ${COLOURS.ink}; border: 1pt solid ${COLOURS.ink}; padding: 0 .4em; }
.printed .local { font-size: 13pt; line-height: 2.1; margin: 0 0 .6em; }
.printed .lead { font-size: 11.5pt; line-height: 1.5; border-inline-start: 2.5pt solid ${COLOURS.ink}; padding-inline-start: 4mm; margin: 1.1em 0; }
.printed .note { font-size: 9.5pt; color: ${COLOURS.muted}; }
.printed dl { margin: .8em 0; border-top: .5pt solid ${COLOURS.faint}; }
.printed dl div { display: flex; gap: 4mm; padding: .22em 0; border-bottom: .5pt solid ${COLOURS.faint}; break-inside: avoid; }
.printed dt { flex: 0 0 38mm; color: ${COLOURS.muted}; }
.printed dd { margin: 0; overflow-wrap: anywhere; min-width: 0; }
.printed table { border-collapse: collapse; width: 100%; margin: .6em 0 1em; font-size: 9pt; line-height: 1.34; table-layout: fixed; }
.printed thead { display: table-header-group; }
.printed th { text-align: start; font-weight: 600; border-bottom: .8pt solid ${COLOURS.ink}; padding: .25em 2mm .25em 0; vertical-align: bottom; }
.printed td { border-bottom: .4pt solid ${COLOURS.faint}; padding: .3em 2mm .3em 0; vertical-align: top; overflow-wrap: anywhere; }
.printed tr { break-inside: avoid; }
.printed figure { margin: 1em 0; break-inside: avoid; }
.printed figure svg { width: 100%; height: auto; direction: ltr; }
.printed figcaption { font-size: 9.5pt; color: ${COLOURS.muted}; margin-top: .4em; }
.printed code { font: 8.2pt/1.3 "DejaVu Sans Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.printed a { color: inherit; text-decoration: underline; text-decoration-color: ${COLOURS.faint}; text-underline-offset: .15em; overflow-wrap: anywhere; }
.printed li { margin: .3em 0; }
.printed footer { margin-top: 2.5em; padding-top: .5em; border-top: .5pt solid ${COLOURS.faint}; font-size: 8.5pt; color: ${COLOURS.muted}; }
@media screen { body { margin: 0; background: #e9eaec; } .printed { background: #fff; padding: 18mm 19mm; margin: 6mm auto; box-shadow: 0 1px 6px rgb(0 0 0 / .18); } }
@media screen and (max-width: 720px) { .printed { padding: 6mm 4mm; margin: 0; } .printed table { table-layout: auto; } .printed figure { overflow-x: auto; } .printed figure svg { min-width: 620px; } }
@media print { .printed .page-start { break-before: page; } .printed { max-width: none; } }
`;
