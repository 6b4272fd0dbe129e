// The style of the report: light and dark by what the reader prefers, black on white on paper. No font and no picture is loaded.
// Colours are chosen for a contrast of at least 4.5 with what they stand on, and none of them is the only sign of anything.

const light = `--paper:#fff;--panel:#f5f6f8;--ink:#1b1f24;--faint:#59626d;--rule:#d3d8de;--accent:#1f4e79;--government:#1f4e79;--society:#a04000;--half:#6b3fa0;--outside:#4d5660;--directive:#a61b3c;--cooperative:#1d6b45;--other:#5b6570;--seat:#808a95;--error:#b3172c;--warning:#8a5200;--information:#2a5f96;--good:#1d6b45;--soft-good:#e3f1e9;--soft-warn:#fdf1dc;--soft-error:#fce8ea;--control:#dfe7f0;--autonomy:#f6e3d6;--collaborative:#dcebe2;--equal:#ebe2f3;--off:#f1f2f4;`;
const dark = `--paper:#15181c;--panel:#1f242a;--ink:#e6e9ed;--faint:#a3adb8;--rule:#3a424c;--accent:#8fc1f2;--government:#8fc1f2;--society:#f2a66e;--half:#c5a3ee;--outside:#aab4bf;--directive:#ff8fa5;--cooperative:#7dd3a5;--other:#a7b1bc;--seat:#68727d;--error:#ff8d99;--warning:#f0bb66;--information:#8fc1f2;--good:#7dd3a5;--soft-good:#1b332a;--soft-warn:#3a2e18;--soft-error:#3d1f25;--control:#22303f;--autonomy:#3d2d22;--collaborative:#213529;--equal:#322842;--off:#22262b;`;

const page = `
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
body{max-width:72rem;margin:0 auto;padding:2rem 1.5rem 4rem}
h1{font-size:2rem;line-height:1.2;margin:.2rem 0 .5rem}
h2{font-size:1.4rem;margin:3rem 0 1rem;padding-bottom:.3rem;border-bottom:2px solid var(--accent)}
h3{font-size:1.05rem;margin:1.6rem 0 .5rem}
a{color:var(--accent)}
code{font:.86em ui-monospace,SFMono-Regular,Consolas,"Noto Sans Mono CJK SC",monospace;color:var(--faint);overflow-wrap:anywhere}
small{font-size:.82em;color:var(--faint)}
.kicker{margin:0;color:var(--accent);font-weight:600;letter-spacing:.02em}
.facts,.faint,footer{color:var(--faint)}
footer{margin-top:4rem;font-size:.85rem}
nav ul{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;list-style:none;padding:0;margin:1rem 0 0}
.summary{display:grid;grid-template-columns:repeat(auto-fit,minmax(11.5rem,1fr));gap:.75rem;margin:1.25rem 0}
.card{background:var(--panel);border:1px solid var(--rule);border-left:4px solid var(--rule);border-radius:4px;padding:.6rem .8rem}
.card.differs{border-left-color:var(--warning)}
.card dt{font-size:.82rem;color:var(--faint)}
.card dd{margin:0;font-size:1.15rem;font-weight:600;line-height:1.3}
.card small{display:block;font-weight:400;margin-top:.2rem}
.verdict{border:1px solid var(--rule);border-left:6px solid var(--accent);border-radius:4px;padding:.7rem 1rem}
.verdict.government-control{background:var(--control);border-left-color:var(--government)}.verdict.social-autonomy{background:var(--autonomy);border-left-color:var(--society)}.verdict.collaborative-governance{background:var(--collaborative);border-left-color:var(--good)}.verdict.equal-cooperation{background:var(--equal);border-left-color:var(--half)}.verdict.off-model{background:var(--off);border-left-color:var(--faint)}
.verdict p{margin:0}
.verdict .label{font-size:.82rem;color:var(--faint)}
.verdict .mode{font-size:1.6rem;line-height:1.25;font-weight:600}
.verdict small{display:inline-block;font-size:1rem;font-weight:400;color:inherit}
.verdict .why{margin-top:.3rem}
.card.differs .note{color:var(--warning);font-weight:600}
.card .count{display:inline-block;margin-right:.6rem}.card .count small{display:inline;color:inherit;margin:0}
.meanings{font-size:.88rem;color:var(--faint);margin:.6rem 0}.meanings div{margin:.15rem 0}.meanings dt{display:inline;font-weight:600;color:var(--ink)}.meanings dd{display:inline;margin:0}
.note{display:block}
.error{color:var(--error)}.warning{color:var(--warning)}.information{color:var(--information)}.zero{color:var(--faint)}
figure{margin:1rem 0}
figcaption{color:var(--faint);font-size:.88rem;margin-top:.4rem}
svg{display:block;width:100%;height:auto}
svg text{font-family:inherit;fill:var(--ink)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.4}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--rule)}
thead th,thead td{border-bottom:2px solid var(--rule);vertical-align:bottom}
thead th{color:var(--faint);font-weight:600}
tbody th{font-weight:600}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.date{white-space:nowrap}
.good{background:var(--soft-good);padding:.5rem .8rem;border-radius:4px}
.warn{background:var(--soft-warn);padding:.5rem .8rem;border-radius:4px}
.legend{display:flex;flex-wrap:wrap;gap:.35rem 1.2rem;list-style:none;padding:0;margin:.6rem 0;font-size:.88rem;align-items:center}
.legend li{display:flex;align-items:center;gap:.4rem}
.legend svg{width:auto;flex:none}
details{margin:.8rem 0}
summary{cursor:pointer;color:var(--accent)}
.swatch{display:inline-block;width:.75em;height:.75em;border-radius:2px;margin-right:.35em}
.swatch.decision{background:var(--government)}.swatch.voice{background:none;border:2px solid var(--government)}.swatch.duty-bar{background:var(--society)}
`;

const tables = `
.matrix td,.matrix thead th+th{text-align:center}
.matrix a{color:inherit;text-decoration:none}
.duty{display:inline-block;min-width:1.7em;padding:0 .3em;margin:.05em .12em;border-radius:3px;text-align:center;font-weight:600;text-decoration:none;border:1.5px solid var(--accent)}
.duty small{color:inherit;margin-left:.15em}
.duty.leads{background:var(--accent);color:var(--paper)}
.duty.bears{background:var(--control)}
.duty.shares{background:none}
.duty.supports{background:none;border-style:dashed;border-color:var(--faint);color:var(--faint)}
tr.gap{background:var(--soft-warn)}
.lack{color:var(--warning);font-weight:600;text-decoration:none;white-space:nowrap}.gap-mark{color:var(--warning);font-weight:600}
.gaps dt{font-weight:600;color:var(--warning)}.gaps dd{margin:0 0 .5rem}
.holdings{table-layout:fixed}
.holdings th:nth-child(2){width:13.5rem;text-align:center}
.holdings ul{margin:0;padding:0;list-style:none}
.holdings li{padding:.1rem 0}
.sector{display:block;font-weight:400}
.basis{font-size:.84em}
.balance{width:150px;margin:.35rem auto 0}
.balance .decision{fill:var(--government)}.balance .voice{fill:none;stroke:var(--government);stroke-width:1}.balance .duty-bar{fill:var(--society)}
.ties td:nth-child(2){min-width:8rem}.ties :is(th:first-child,td:last-child){min-width:6.5rem}
.register td:first-child{min-width:9.5rem}.register code{overflow-wrap:normal}.register ul{margin:0;padding:0;list-style:none}
.families{width:auto}.bar{width:220px;height:12px}
.bar .error{fill:var(--error)}.bar .warning{fill:var(--warning)}.bar .information{fill:var(--information)}
.findings{list-style:none;padding:0;margin:0}
.findings li{padding:.45rem 0;border-bottom:1px solid var(--rule);display:grid;grid-template-columns:7rem 1fr;gap:0 .8rem}
.findings .where{grid-column:2;font-size:.84rem;color:var(--faint)}
.level,.state{font-weight:600;white-space:nowrap}
.state.in-force{color:var(--good)}.state.unused,.state.not-yet,.state.undated{color:var(--warning)}.state.expired,.state.invalid,.state.repealed,.state.superseded{color:var(--error)}
.components .elements{font-size:.84rem;color:var(--faint);width:45%}
.components .elements span{white-space:nowrap}
.components .elements code{overflow-wrap:normal}
.meter{width:100px;height:10px}.meter-back{fill:var(--rule)}.meter-value{fill:var(--accent)}
`;

const pictures = `
.middle{text-anchor:middle}.end{text-anchor:end}
.quadrant{max-width:46rem;margin:0 auto}
.cell{stroke:var(--rule)}
.cell.government-control{fill:var(--control)}.cell.social-autonomy{fill:var(--autonomy)}.cell.collaborative-governance{fill:var(--collaborative)}.cell.equal-cooperation{fill:var(--equal)}.cell.off-model{fill:var(--off)}
.hatch{stroke:var(--rule);stroke-width:2}.hatched{fill:url(#hatch)}
.frame{fill:none;stroke:var(--faint);stroke-width:1.5}
.tick{stroke:var(--faint)}.grid{stroke:var(--rule)}
.scale{font-size:12px}svg text.scale{fill:var(--faint)}
.axis{font-size:13px;font-weight:600}
.cell-name{font-size:14px;font-weight:600}.cell-note{font-size:11px}svg text.cell-note{fill:var(--faint)}
.target{fill:none;stroke:var(--good);stroke-width:3;stroke-dasharray:9 5}.target-flag{fill:var(--good)}svg text.target-name{fill:var(--paper);font-size:11px;font-weight:600}
.whole{fill:var(--ink);stroke:var(--paper);stroke-width:3}
.leader,.spot{stroke:var(--accent);fill:var(--accent)}
.badge{fill:var(--paper);stroke:var(--accent);stroke-width:2}.badge-text{font-size:12px;font-weight:700}
.time-line{min-width:44rem}
.row-name{font-size:12px}
.span.in-force{fill:var(--good)}.span.not-yet{fill:var(--warning)}.span.repealed,.span.superseded{fill:var(--seat)}
.amended{stroke:var(--paper);stroke-width:2}.issued{fill:none;stroke:var(--faint);stroke-width:1.5}
.judged{stroke:var(--error);stroke-width:2;stroke-dasharray:5 3}svg text.judged-name{fill:var(--error);font-size:12px;font-weight:600}
`;

const network = `
.network .stroke{fill:none;stroke-width:1.4}
.stroke.directive{stroke:var(--directive);stroke-width:2.2}.stroke.cooperative{stroke:var(--cooperative)}.stroke.other{stroke:var(--other)}.stroke.seat{stroke:var(--seat);stroke-width:1}
marker.directive{fill:var(--directive)}marker.cooperative{fill:var(--cooperative)}marker.other{fill:var(--other)}
.strokes.many .stroke{stroke-width:1}.strokes.many .stroke.directive{stroke-width:1.6}.strokes.many .stroke.seat{stroke-width:.6}
.figure{stroke-width:2}
.figure.government{fill:var(--government);stroke:var(--government)}.figure.society{fill:var(--paper);stroke:var(--society)}.figure.half{fill:var(--paper);stroke:var(--half)}.figure.outside{fill:var(--paper);stroke:var(--outside)}
.figure.external{stroke-dasharray:3 2}.figure.government.external{fill:var(--paper)}
.figure.unlinked{stroke-dasharray:2 3;stroke:var(--error)}
svg text.letters{font-size:11px;font-weight:700}
svg text.letters.government{fill:var(--paper)}svg text.letters.society{fill:var(--society)}svg text.letters.half{fill:var(--half)}svg text.letters.outside{fill:var(--outside)}
svg .external+text.letters.government{fill:var(--government)}
svg text.label{font-size:11px;paint-order:stroke;stroke:var(--paper);stroke-width:3.5px;stroke-linejoin:round}
.node{text-decoration:none}.node:focus-visible .figure,.node:hover .figure{stroke-width:4}
.single{fill:none;stroke:var(--warning);stroke-width:2}.single-badge{fill:var(--warning)}svg text.single-text{fill:var(--paper);font-size:11px;font-weight:700}
svg text.unlinked-name{fill:var(--error);font-weight:600}
figure .network{min-width:46rem}figure .network.few{max-width:46rem;margin:0 auto}.legend .network{min-width:0}
.measures{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:.15rem 2rem;margin:0}
.measures div{display:flex;justify-content:space-between;gap:1rem;border-bottom:1px solid var(--rule);padding:.2rem 0}.measures dt{flex:1 1 62%}.measures small{display:block}.measures dd{margin:0;text-align:right;font-variant-numeric:tabular-nums}
`;

/** Rights and responsibilities under their actor, each with the heading of its column. */
const stackedHoldings = `.holdings,.holdings :is(tbody,tr,th,td){display:block;width:auto;text-align:left}.holdings thead{display:none}.holdings tr{display:flex;flex-direction:column;border-bottom:1px solid var(--rule);padding:.5rem 0}.holdings tbody th:nth-child(2){order:-1;width:auto;text-align:left}.holdings :is(th,td){border:0;padding:.2rem 0}.balance{margin:.35rem 0 0}`;
const labels = `[data-label]::before{content:attr(data-label);display:block;font-size:.82rem;color:var(--faint)}`;

/** On a phone: what stands beside one another goes under one another, and a wide table or picture moves under its first column. */
const phone = `@media (max-width:40rem){body{padding:1.2rem 1rem 3rem}h1{font-size:1.6rem}${stackedHoldings}figure{overflow-x:auto}${labels}:is(.matrix,.verdicts) th:first-child{position:sticky;left:0;background:var(--paper);min-width:8.5rem}.matrix tr.gap th{background:var(--soft-warn)}.register td:nth-child(2),.register td:nth-child(3){min-width:14rem}.verdicts td:nth-child(2){min-width:8rem}.components th:first-child{min-width:6.5rem}.components .elements{min-width:16rem}.matrix thead th+th{min-width:4.8rem}.findings li{grid-template-columns:1fr}.findings .where{grid-column:1}}`;

export const stacked = `${stackedHoldings}${labels}`;

/** What the pictures of a page and of a view have in common: everything but the colours behind the names, and paper. */
export const pictureStyle = page + tables + pictures + network;

/** A page is broken where nothing is torn apart; what is folded away on a screen is open on paper. */
/** A large network stands on a sheet of its own, with its heading; the heights leave room for what stands below the picture. */
const sheets = [
  ['a4', 'A4 portrait', 202],
  ['a4-lying', 'A4 landscape', 114],
  ['a3', 'A3 portrait', 322],
  ['a3-lying', 'A3 landscape', 204],
]
  .map(([name, size, height]) => {
    return `@page ${name}{size:${size};margin:14mm}.${name},section:has(>.${name})>h2{page:${name}}.${name} .scroll .network{max-height:${height}mm}`;
  })
  .join('');

const print = `@media print{:root{${light}color-scheme:light}html{font-size:10.5pt}body{max-width:none;padding:0}nav{display:none}h2,h3{break-after:avoid}tr,li,figure,.card{break-inside:avoid}thead{display:table-header-group}.scroll{overflow:visible}.time-line,figure .network{min-width:0}tfoot{display:table-row-group}h3+p{break-after:avoid}.sheet .legend{margin:.25rem 0;font-size:.8rem}h2{margin-top:1.2rem}.quadrant{max-width:126mm}.meanings{break-inside:avoid}.ties tr{break-inside:auto}${sheets}summary{display:none}details::details-content{content-visibility:visible;display:block;block-size:auto}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}@page{size:A4;margin:16mm 14mm}}`;

export const style = `:root{${light}color-scheme:light dark}@media (prefers-color-scheme:dark){:root{${dark}}}${pictureStyle}${phone}${print}`;

/** SHA-256 of the style in base 64: the only style that the page's policy lets in. A test holds the two together. */
export const styleDigest = '7HeFjQhYLbllafalJ07qGH0CvHojxon80X5xVgyafv4=';
