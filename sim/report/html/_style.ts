/** Style of the report: screen, phone, paper. */

/** Style sheet of the page. */
export const PAGE_STYLE = `
:root { --ink: #1f2933; --faint: #5f6b76; --line: #d9dfe5; --wash: #f5f7f9; --blue: #005a8d;
  --good: #005a8d; --bad: #a84300; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; color: var(--ink); background: #fff; line-height: 1.6; overflow-wrap: break-word;
  font: 16px/1.6 system-ui, "Segoe UI", Roboto, "Noto Sans CJK SC", "PingFang SC",
    "Microsoft YaHei", "WenQuanYi Zen Hei", sans-serif; }
html[lang="en"] [lang="zh"], html[lang="zh"] [lang="en"] { display: none; }
header, main, footer { max-width: 60rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 1.5rem; border-bottom: 3px solid var(--blue); padding-bottom: 1rem; }
.bar { display: flex; justify-content: space-between; align-items: center; gap: 1rem; }
.brand { font-weight: 600; letter-spacing: .02em; color: var(--blue); }
.switch { display: inline-flex; border: 1px solid var(--blue); border-radius: 4px; }
.switch button { font: inherit; font-size: .875rem; border: 0; background: #fff; color: var(--blue);
  padding: .25rem .75rem; min-height: 2rem; cursor: pointer; border-radius: 3px; }
.switch button[aria-pressed="true"] { background: var(--blue); color: #fff; }
:focus-visible { outline: 3px solid #e69f00; outline-offset: 2px; }
h1 { font-size: 1.9rem; line-height: 1.25; margin: .75rem 0 .35rem; }
h2 { font-size: 1.4rem; margin: 2.75rem 0 .75rem; padding-top: .5rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 0 0 .25rem; }
p { margin: .4rem 0 .8rem; }
.meta { color: var(--faint); margin: 0; font-size: .95rem; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .75rem 0 0; padding: 0; font-size: .95rem; }
a { color: var(--blue); }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: .5rem; background: #fff; padding: .25rem .5rem; }
.caution { border-left: 4px solid #e69f00; background: #fff8e8; padding: .75rem 1rem; font-size: .94rem; }
.answers { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; margin: 1rem 0 1.5rem; }
.answer { background: var(--wash); border: 1px solid var(--line); border-radius: 6px; padding: .9rem 1.1rem; min-width: 0; font-size: .95rem; }
.answer ul { list-style: none; padding: 0; }
.answer li { margin: .6rem 0 0; padding-top: .5rem; border-top: 1px solid var(--line); }
.answer p { margin: .2rem 0; }
.answer strong { display: block; }
.facet { display: block; padding-left: .8rem; text-indent: -.8rem; }
figure { margin: 1.25rem 0 2rem; min-width: 0; break-inside: avoid; }
figcaption p { color: var(--faint); font-size: .875rem; line-height: 1.45; margin: 0 0 .25rem; }
figcaption .rests, caption small { display: block; font-size: .92em; }
.beyond { opacity: .9; }
.partly { white-space: normal; min-width: 7.5rem; }
.moved { columns: 2; column-gap: 2rem; font-size: .9rem; padding-left: 1.1rem; }
.moved li { break-inside: avoid; margin-bottom: .25rem; }
.drawing { width: 100%; }
.wide .drawing { min-width: 660px; }
section:first-of-type > h2 { border-top: 0; margin-top: 1rem; }
.maps { display: grid; align-items: end; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 1.5rem; }
.scroll { overflow-x: auto; max-width: 100%; margin: .75rem 0 1.5rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.4; }
caption { text-align: left; color: var(--faint); font-size: .875rem; padding-bottom: .5rem; caption-side: top; }
caption > div { position: sticky; left: 0; max-width: min(57.5rem, calc(100vw - 2.5rem)); }
th, td { text-align: left; vertical-align: top; padding: .45rem .7rem; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; }
th small, td small { display: block; font-weight: 400; color: var(--faint); font-size: .88em; }
th[scope="row"] { font-weight: 500; min-width: 9rem; }
.numbers td, .numbers thead th:not(:first-child) { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.numbers thead th:not(:first-child) { white-space: normal; min-width: 7.5rem; }
.compact th, .compact td { padding-left: .35rem; padding-right: .35rem; }
.compact th[scope="row"] { min-width: 8rem; max-width: 16rem; }
.numbers.compact thead th:not(:first-child) { min-width: 0; }
.numbers.compact td.name, .numbers.compact td small, .numbers.compact td .partly { white-space: normal; }
.numbers.compact td.name, .numbers.compact thead th:nth-child(2) { text-align: left; }
.group th { background: var(--wash); font-weight: 600; }
.fine { font-size: .8rem; min-width: 46rem; }
.fine code { white-space: normal; overflow-wrap: normal; }
.fine td:first-child { min-width: 10rem; }
code.path { overflow-wrap: normal; word-break: keep-all; hyphens: none; }
.mark { font-size: .82em; font-weight: 400; border: 1px solid var(--line); border-radius: 3px; padding: 0 .3rem; color: var(--faint); white-space: nowrap; }
.mark.better { color: var(--good); border-color: var(--good); }
.mark.worse { color: var(--bad); border-color: var(--bad); }
.grade.assumed { color: var(--bad); }
.grade.observed { color: var(--good); }
code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: .9em; overflow-wrap: anywhere; }
.facts { display: grid; gap: 0; margin: .5rem 0 1.5rem; }
.facts > div { display: grid; grid-template-columns: 13rem 1fr; gap: 1rem; border-bottom: 1px solid var(--line); padding: .4rem 0; }
.facts dt { color: var(--faint); }
.facts dd { margin: 0; min-width: 0; }
details { margin: 1rem 0; }
summary { cursor: pointer; color: var(--blue); padding: .35rem 0; }
footer { color: var(--faint); font-size: .85rem; padding-top: 1.5rem; padding-bottom: 2.5rem; }
@media (max-width: 760px) { .moved { columns: 1; } .answers, .maps { grid-template-columns: minmax(0, 1fr); } }
@media screen and (min-width: 601px) {
  .drawing { margin-top: 2rem; }
  .drawing .modebar-container { top: -1.9rem !important; }
}
@media screen { .numbers th[scope="row"] { position: sticky; left: 0; background: #fff; } }
@media (max-width: 600px) {
  .numbers th[scope="row"] { min-width: 7.5rem; padding-left: 0; }
  body { font-size: 15px; }
  header, main, footer { padding-left: 1rem; padding-right: 1rem; }
  h1 { font-size: 1.45rem; }
  h2 { font-size: 1.2rem; margin-top: 2rem; }
  nav a { display: inline-block; padding: .3rem 0; }
  .switch button { min-height: 2.5rem; }
  .facts > div { grid-template-columns: 1fr; gap: 0; }
}
@media print {
  @page { size: A4; margin: 16mm 15mm; }
  html { font-size: 9pt; }
  body { font-size: 10pt; }
  header, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
  nav, .switch, .skip, .modebar-container { display: none !important; }
  h2, h3, figcaption { break-after: avoid; }
  .answer, tr { break-inside: avoid; }
  .scroll { overflow: visible; }
  table { font-size: 8pt; }
  th, td { padding: .25rem .35rem; }
  .numbers td, .numbers thead th { white-space: normal !important; min-width: 0 !important; }
  .fine { min-width: 0; font-size: 7pt; }
  .fine td:first-child { min-width: 0; }
  caption > div { position: static; max-width: none; }
  .drawing { height: auto !important; min-width: 0 !important; }
  .drawing .svg-container { width: 100% !important; height: auto !important; aspect-ratio: var(--ratio); max-height: 235mm; }
  .drawing .main-svg { width: 100% !important; height: 100% !important; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
