/**
 * Exports: dossiers, worded once and drawn as Markdown, HTML or PDF, and the
 * record as files that others can take. Texts from outside are escaped for each (P7); a figure and a
 * page of emulated data say so.
 */
export * from "./document.ts";
export { dossierDocument } from "./dossier-document.ts";
export { toHtml, toHtmlBody } from "./html.ts";
export { toMarkdown } from "./markdown.ts";
export { toPdf } from "./pdf.ts";
export { PRINT_CSS } from "./print-style.ts";
export * from "./record-files.ts";
export { type TracksImage, tracksImage } from "./tracks-image.ts";
