// The style of the view beside the text: that of the report's pictures, in the colours and letters of the editor's theme. The build writes it into
// a file of its own, since the view lets in no style that stands in the page. Hues are drawn towards the colour of the text until letters in
// them can be read; in high contrast nothing is tinted and everything has its line.
import { pictureStyle, stacked } from './style.ts';

const tint = (hue: string, percent: number): string => `color-mix(in srgb,var(--${hue}) ${percent}%,var(--paper))`;
const readable = (colour: string, percent: number): string => `color-mix(in srgb,${colour} ${percent}%,var(--ink))`;
const chart = (colour: string): string => `var(--vscode-charts-${colour})`;
/** Themes have no orange that can be relied on: in some it is a faint grey. */
const orange = '#d65a00';

const colours = `:root{--paper:var(--vscode-editor-background);--ink:var(--vscode-editor-foreground);--faint:color-mix(in srgb,var(--ink) 76%,var(--paper));--rule:${tint('ink', 20)};--panel:${tint('ink', 5)};--accent:var(--vscode-textLink-foreground,var(--ink));
--government:${readable(chart('blue'), 70)};--society:${readable(orange, 70)};--half:${readable(chart('purple'), 70)};--outside:var(--faint);
--directive:${readable(chart('red'), 75)};--cooperative:${readable(chart('green'), 70)};--other:${tint('ink', 70)};--seat:${tint('ink', 62)};
--error:${readable(chart('red'), 75)};--warning:${readable(orange, 70)};--information:${readable(chart('blue'), 70)};--good:${readable(chart('green'), 70)};
--soft-good:${tint('good', 14)};--soft-warn:${tint('warning', 10)};--soft-error:${tint('error', 14)};
--control:${tint('government', 20)};--autonomy:${tint('society', 20)};--collaborative:${tint('good', 20)};--equal:${tint('half', 20)};--off:${tint('ink', 4)}}
.vscode-high-contrast{--line:var(--vscode-contrastBorder,var(--ink));--rule:var(--line);--faint:var(--ink);--panel:var(--paper);--other:var(--ink);--seat:var(--ink);--soft-good:var(--paper);--soft-warn:var(--paper);--soft-error:var(--paper);--control:var(--paper);--autonomy:var(--paper);--collaborative:var(--paper);--equal:var(--paper);--off:var(--paper)}
`;

const frame = `
html{font:var(--vscode-font-size,13px)/1.5 var(--vscode-font-family,sans-serif);scroll-padding-top:6rem}
body{max-width:62rem;padding:1rem 1.4rem 4rem;font:inherit;color:var(--ink);background:var(--paper)}
code{font:.92em var(--vscode-editor-font-family,monospace);color:inherit;background:none;padding:0}
svg{user-select:none}
h1{font-size:1.25rem;font-weight:600;margin:.1rem 0 .7rem}
h2{font-size:1.25rem;font-weight:600;margin:2.4rem 0 .9rem;border-bottom-width:1px;outline:none}
h3{font-size:1rem}
.kicker{color:var(--faint);font-weight:400}
nav{position:sticky;top:0;z-index:1;background:var(--paper);border-bottom:1px solid var(--rule);padding:.45rem 0;margin-top:1.2rem}
nav ul{margin:0;gap:.15rem 1.1rem}
.notice{background:var(--soft-warn);border-left:4px solid var(--warning);padding:.5rem .8rem;margin:0 0 1rem}
.stale{opacity:.55}
[hidden]{display:none}
`;

const first = `
.summary{grid-template-columns:repeat(auto-fit,minmax(10.5rem,1fr));gap:.6rem;margin:.8rem 0}
.card{padding:.45rem .7rem}
.card dd{font-size:1.05rem}
.drivers{list-style:none;padding:0;margin:0 0 1.2rem;display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.5rem 1.4rem}
.drivers p{margin:.15rem 0}
.drivers small{display:block}
.drivers .meter{width:100%;height:6px}
.drivers .elements{font-size:.92rem;color:var(--faint);overflow-wrap:anywhere}
.drivers .elements span{margin-right:.5rem}
`;

const pictures = `
[data-text]{cursor:pointer}
a[data-text]{color:inherit;text-decoration:underline dotted;text-decoration-color:var(--faint);text-underline-offset:.2em}
a[data-text]:hover{color:var(--accent);text-decoration:underline}
h1 a[data-text]:not(:hover){text-decoration:none}
:is(a,summary,[data-text]):focus-visible{outline:2px solid var(--vscode-focusBorder,var(--accent));outline-offset:2px}
abbr[data-text]:hover{outline:1px solid var(--accent);outline-offset:1px}
svg [data-text]:focus-visible{outline:none}
svg [data-text]:is(:hover,:focus-visible) :is(.figure,.badge,.whole,.target){stroke:var(--vscode-focusBorder,var(--accent));stroke-width:4}
svg [data-text]:is(:hover,:focus-visible) :is(.label,.row-name){text-decoration:underline}
svg [data-text]:focus-visible .span{stroke:var(--vscode-focusBorder,var(--accent));stroke-width:3}
svg [data-text]:focus-visible .row-name,svg [data-text]:focus-visible .label{font-weight:700}
.tie .reach{fill:none;stroke:transparent;stroke-width:12;pointer-events:stroke}
.tie:is(:hover,:focus-visible) .reach{stroke:var(--vscode-focusBorder,var(--accent));stroke-opacity:.45}
.quadrant{max-width:44rem}
figure .network{min-width:34rem}
.time-line{min-width:32rem}
figure{overflow-x:auto}
.components .elements{width:auto}.components .elements span{white-space:normal}
.matrix :is(td,thead th){padding:.35rem .2rem;hyphens:auto}.matrix tbody th{padding-left:0;font-weight:500;min-width:9rem}
.bases :is(th,td){padding:.35rem .4rem}.bases td.date{white-space:normal;min-width:6.4rem}
.findings li{grid-template-columns:5rem 1fr}
.holdings th:nth-child(2){width:11.5rem}
.vscode-high-contrast :is(.card,.verdict,.duty){border-color:var(--line)}
.vscode-high-contrast .hatch{stroke-opacity:.5}
.vscode-high-contrast .meter-back{fill:none;stroke:var(--line);stroke-width:2}
.vscode-high-contrast .cell{stroke:var(--line);stroke-width:1.5}
.vscode-high-contrast tr.gap :is(th,td){border-bottom-style:dashed}
`;

/** Beside a text there is often less room than on a telephone: what a component is made of goes under its name, and the wide tables move. */
const narrow = `@media (max-width:40rem){
.components tr{display:grid;grid-template-columns:minmax(5.5rem,1fr) 3.6rem 4.4rem 8.6rem;border-bottom:1px solid var(--rule)}
.components :is(th,td){border:0;padding:.3rem .4rem}
.components thead th:last-child{display:none}
.components .elements{grid-column:1/-1}
.verdicts th:first-child{min-width:5.5rem}.verdicts td:nth-child(2){min-width:8rem}
.verdicts :is(th,td){padding:.35rem .4rem}
}
@media (max-width:30rem){
${stacked}
}
@media (max-width:22rem){
body{padding-inline:.8rem}
.components tr{grid-template-columns:minmax(5.5rem,1fr) 3.6rem 4.4rem}
.components td:nth-child(4){display:none}
}
`;

export const viewStyle = `${colours}${pictureStyle}${frame}${first}${pictures}${narrow}`;
