/** Style of the PDF: A4, one serif face, Urdu in Nastaliq with the leading that it wants. */
import { COLOURS, FILL_COLOURS } from "./palette.ts";

export const TYPST_STYLE = `
#let ink = rgb("${COLOURS.ink}")
#let muted = rgb("${COLOURS.muted}")
#let faint = rgb("${COLOURS.faint}")
#let serif = ("Libertinus Serif", "Noto Nastaliq Urdu")
#let dashed-edge = (paint: muted, thickness: 0.5pt, dash: (1.6pt, 1.3pt))
#let hatched = tiling(size: (3pt, 3pt))[#place(rect(width: 3pt, height: 3pt, fill: rgb("${FILL_COLOURS.hatched}")))#place(line(start: (0pt, 3pt), end: (3pt, 0pt), stroke: 1pt + ink))]
#let dotted = tiling(size: (3pt, 3pt))[#place(rect(width: 3pt, height: 3pt, fill: rgb("${FILL_COLOURS.dotted}")))#place(dx: 0.8pt, dy: 0.8pt, circle(radius: 0.7pt, fill: ink))]
#let printed(title: "", foot: "", emulated: false, body) = {
  set document(title: title, date: auto)
  set page(paper: "a4", margin: (x: 19mm, top: 20mm, bottom: 22mm), footer: context {
    set text(size: 7.8pt, fill: muted)
    line(length: 100%, stroke: 0.4pt + faint)
    v(-0.6em)
    grid(columns: (1fr, auto), column-gutter: 6mm, if emulated [emulated data #sym.dot.c #foot] else { foot }, [#counter(page).display() / #counter(page).final().first()])
  })
  set text(font: serif, size: 10pt, fill: ink, lang: "en", fallback: false, hyphenate: false)
  set par(leading: 0.62em, spacing: 0.85em)
  set list(indent: 0pt, body-indent: 0.6em, spacing: 0.7em)
  set enum(indent: 0pt, body-indent: 0.6em, spacing: 0.7em)
  show regex("[\\u{0600}-\\u{06ff}\\u{0750}-\\u{077f}\\u{fb50}-\\u{fdff}\\u{fe70}-\\u{feff}]+"): set text(lang: "ur", size: 0.86em, top-edge: "ascender", bottom-edge: "descender")
  show heading.where(level: 1): it => block(above: 1.9em, below: 0.8em, sticky: true, width: 100%, stroke: (bottom: 0.7pt + ink), inset: (bottom: 3pt), text(size: 13.5pt, weight: "semibold", it.body))
  show heading.where(level: 2): it => block(above: 1.4em, below: 0.6em, sticky: true, text(size: 11pt, weight: "semibold", it.body))
  show link: it => underline(stroke: 0.4pt + faint, offset: 1.6pt, it)
  body
}
#let overline(it) = block(below: 0.9em, text(size: 9pt, fill: muted, it))
#let doctitle(it) = block(below: 0.7em, { set par(leading: 0.45em); show regex("[0-9]{1,2} [A-Z][a-z]+ [0-9]{4}"): box; text(size: 20pt, weight: "semibold", it) })
#let localtitle(it) = block(above: 0.4em, below: 1em, width: 100%, text(size: 13pt, lang: "ur", dir: rtl, it))
#let lead(it) = block(above: 1.2em, below: 1.2em, inset: (left: 4mm), stroke: (left: 2pt + ink), { set text(size: 11pt); it })
#let note(it) = block({ set text(size: 9pt, fill: muted); it })
#let mono(it) = text(font: ("DejaVu Sans Mono", "Noto Nastaliq Urdu"), size: 0.82em, it)
#let facts(..rows) = block(above: 1em, below: 1em, grid(columns: (40mm, 1fr), inset: (x: 0pt, y: 3.2pt), stroke: (x, y) => (top: if y == 0 { 0.4pt + faint }, bottom: 0.4pt + faint), ..rows.pos().map(((name, it)) => (text(fill: muted, name), it)).flatten()))
#let datatable(widths, titles, ..cells) = block(above: 0.9em, below: 1.1em, {
  set text(size: 8.6pt)
  set par(leading: 0.5em)
  table(columns: widths, align: left + top, inset: (left: 0pt, right: 2mm, top: 3pt, bottom: 3pt), stroke: (x, y) => (bottom: if y == 0 { 0.7pt + ink } else { 0.35pt + faint }),
    table.header(..titles.map(it => align(bottom, strong(it)))), ..cells.pos())
})
#let drawing(caption, description, it) = block(breakable: false, above: 1.1em, below: 1.1em, { figure(it, alt: description, caption: none, outlined: false); v(-0.2em); text(size: 8.8pt, fill: muted, caption) })
#let canvas(width, height, draw) = layout(size => { let u = size.width / width; block(width: size.width, height: height * u, align(top + left, draw(u))) })
#let reach = 500pt
#let label-at(x, y, side, size, paint, weight, it) = place(dx: x - (if side == left { 0pt } else if side == center { reach / 2 } else { reach }), dy: y, box(width: reach, height: 0pt, place(bottom + left, box(width: reach, align(side, text(size: size, fill: paint, weight: weight, top-edge: "cap-height", bottom-edge: "baseline", it))))))
`;
