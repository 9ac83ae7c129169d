import { type Html, html } from "../../../../platform/html.js";

/**
 * The style of the minutes' page: A4 on paper and on a wide screen, one column on a phone. Colours have a
 * contrast of at least 7 to 1, and no meaning depends on colour alone.
 */
export const minutesStyle: Html = html`
:root { --ink: #1a1a1a; --soft: #474747; --line: #8c8c8c; --faint: #d9d9d9; --red: #8a1414; --amber: #6b4400; --green: #17512c; }
* { box-sizing: border-box; }
html { background: #e8e8e4; color: var(--ink); -webkit-text-size-adjust: 100%; }
body { margin: 0; font: 11.5pt/1.5 "Bookman Old Style", "URW Bookman", Georgia, "Noto Serif", "Liberation Serif", "Times New Roman", serif; overflow-wrap: anywhere; counter-reset: section row; }
nav { max-width: 210mm; margin: 0 auto; padding: 8pt 0; text-align: right; font-size: 10pt; }
main { max-width: 210mm; margin: 0 auto 24pt; padding: 20mm 22mm; background: #fff; box-shadow: 0 1px 8px #0003; }
a { color: #123f7a; }
h1, h2, h3, h4, p, ol, ul, dl, dd, table { margin: 0; }
.letterhead { padding-bottom: 8pt; border-bottom: 3.5pt double var(--ink); text-align: center; font-size: 14pt; font-weight: bold; line-height: 1.3; text-transform: uppercase; }
.title { margin: 20pt 0 18pt; text-align: center; }
h1 { font-size: 17pt; line-height: 1.3; letter-spacing: .06em; text-transform: uppercase; }
h1 span { display: block; font-size: 12.5pt; letter-spacing: .03em; }
.title p { margin-top: 6pt; font-size: 13pt; font-weight: bold; line-height: 1.35; }
h2 { margin: 22pt 0 8pt; padding-bottom: 2pt; border-bottom: .75pt solid var(--line); font-size: 12.5pt; line-height: 1.35; counter-increment: section; }
h2::before { content: counter(section, upper-alpha) ". "; }
h3 { display: inline; font-size: 12.5pt; }
h4 { font-size: 11pt; }
h2, h3, h4, caption, thead, .group, .who, .statement { break-after: avoid; }
p + p, dl + p, p + dl, ul + p { margin-top: 6pt; }
.text { white-space: pre-line; }
.aside, .label { color: var(--soft); }
.recorded { margin-top: 12pt; padding: 8pt 10pt; border: 1pt solid var(--amber); border-left-width: 4pt; }
.zone { color: var(--soft); font-size: 10pt; }
dl > div { display: grid; grid-template-columns: 12em 1fr; gap: 0 10pt; padding: 1.5pt 0; }
dt { color: var(--soft); }
ol, ul { padding-left: 1.6em; }
li + li { margin-top: 4pt; }
ul.sources { list-style: square; }
table { width: 100%; margin-top: 10pt; border-collapse: collapse; font-size: 10pt; line-height: 1.4; }
caption { padding-bottom: 4pt; text-align: left; font-size: 10.5pt; font-weight: bold; }
th, td { padding: 4pt 6pt; border: .75pt solid var(--line); text-align: left; vertical-align: top; font-weight: normal; }
thead { display: table-header-group; }
thead th { background: #efefec; font-weight: bold; }
tr { break-inside: avoid; }
.group th { background: #f7f7f5; font-weight: bold; }
.attendance tbody th[scope=row]::before, .signatures tbody th[scope=row]::before { counter-increment: row; content: counter(row) ". "; }
.attendance, .signatures { counter-reset: row; }
.attendance td:nth-child(3), .attendance td:nth-child(4) { width: 20%; }
.positions td:last-child { width: 16%; }
.outcome { margin-top: 16pt; padding-top: 12pt; border-top: .75pt solid var(--faint); }
h2 + .outcome { margin-top: 0; padding-top: 0; border-top: 0; }
.outcome > header { display: flex; flex-wrap: wrap; gap: 4pt 10pt; align-items: baseline; break-after: avoid; }
.outcome > dl { margin-top: 8pt; }
.status { padding: 0 8pt; border: 1pt solid; border-radius: 9pt; font-size: 10pt; font-weight: bold; }
.agreed, .followed_up, .fulfilled { color: var(--green); }
.rejected, .object { color: var(--red); }
.deferred, .proposed, .agree_with_reservation { color: var(--amber); }
.object, .agree_with_reservation { font-weight: bold; }
.statement { margin: 6pt 0 8pt; padding-left: 10pt; border-left: 2.5pt solid var(--ink); font-size: 12.5pt; }
.objection, .reservation { margin-top: 10pt; padding: 8pt 10pt; border: 1pt solid; border-left-width: 4pt; }
.objection { border-color: var(--red); background: #fdf5f4; }
.reservation { border-color: var(--amber); background: #fdf9ef; }
.objection h4 { color: var(--red); }
.reservation h4 { color: var(--amber); }
.objection ul, .reservation ul { padding: 0; list-style: none; }
.objection li, .reservation li { margin-top: 5pt; }
.objection .who, .reservation .who { font-weight: bold; }
.who .aside { font-weight: normal; }
.who + .text { margin-top: 0; }
.history { margin-top: 12pt; font-size: 10.5pt; }
.history > ol { padding: 0; list-style: none; }
.history > ol > li { margin-top: 6pt; padding-left: 10pt; border-left: 1.5pt solid var(--faint); }
.convener { width: 60%; margin: 18pt 0 14pt auto; text-align: center; break-inside: avoid; }
.convener .sign { height: 60pt; margin: 0 12%; border-bottom: .75pt dotted var(--ink); }
.signatures td { width: 45%; height: 36pt; }
.fingerprint { padding: 6pt 8pt; border: .75pt solid var(--line); font: 10.5pt/1.5 "Liberation Mono", "DejaVu Sans Mono", Consolas, monospace; break-inside: avoid; }
@media screen and (max-width: 640px) {
  html { background: #fff; }
  body { font-size: 12pt; }
  nav { padding: 8px 16px 0; }
  main { margin: 0; padding: 16px; box-shadow: none; }
  dl > div { display: block; padding: 3pt 0; }
  dt { font-size: 10.5pt; }
  table, caption, tbody, tr, th, td { display: block; width: auto !important; }
  table { font-size: 11.5pt; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  th, td { padding: 2pt 8pt; border: 0; }
  tr { margin-top: -.75pt; padding: 4pt 0; border: .75pt solid var(--line); }
  tr.group { padding: 0; }
  th[scope=row] { font-weight: bold; }
  td:empty { display: none; }
  td::before { content: attr(data-column) ": "; color: var(--soft); }
  .signatures td { height: auto; min-height: 48pt; }
  .convener { width: auto; }
}
@page { size: A4; margin: 20mm 20mm 22mm; font-size: 9pt; @bottom-right { content: counter(page) " / " counter(pages); } }
@media print {
  html { background: none; }
  body { font-size: 11pt; }
  nav { display: none; }
  main { max-width: none; margin: 0; padding: 0; box-shadow: none; }
  a { color: inherit; text-decoration: none; }
  .objection li, .reservation li, dl > div, .history li { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
