// The cooperation network as a picture: government to the left, society to the right, bodies as hubs between them; the shape of a figure tells
// the side, the letters in it the sector, the stroke of a line the type of the tie. Below it the measures, and everything as a table.

import { type LinkType, linkTypes, sectors } from '../../plan/vocabulary.ts';
import { inBrackets, punctuation } from '../../rules/punctuation.ts';
import type { Language } from '../../rules/render.ts';
import type { RuleContext } from '../../rules/rule.ts';
import { append } from '../../text/append.ts';
import type { Actor } from '../../workspace/plan.ts';
import { actorLabel, actorName } from '../actor-label.ts';
import { type FigureNode, type FigureSide, familyOf, type NetworkFigure, networkFigure, type Stroke } from '../network-figure.ts';
import { type LayoutNode, layOut } from '../network-layout.ts';
import { explainedMeasures } from '../network-text.ts';
import { reportWords, sideNames } from '../report-words.ts';
import { anchorOf, type Markup, markup, px } from './markup.ts';
import { type Medium, textLink } from './medium.ts';
import { figureShape, sectorLetters, strokeDashes } from './network-signs.ts';
import { textLines, textWidth, wrap } from './svg-text.ts';

const widths = { wide: 1080, small: 720, narrow: 640 };
/** Up to so many actors need no more than the smaller width: the letters are larger then, on paper above all. */
const fewNodes = 12;
const labelSize = 11;
const labelWidth = 128;
/** How far from a figure the ring of a single point runs, in pixels. */
const ring = 5;

export function networkSection(context: RuleContext, language: Language, medium: Medium): Markup {
  const figure = networkFigure(context);
  if (figure.nodes.length === 0) return markup`<p>${reportWords.noActors[language]}</p>`;
  const { picture, height, width } = networkPicture(figure, language, medium);
  const sheet = medium.isNarrow || width < widths.wide ? undefined : markup` class="${sheetFor(width, height)}"`;
  return markup`<figure${sheet}><div class="scroll">${picture}</div><figcaption>${legend(figure, language)}${
    figure.isPart
      ? markup`<p>${reportWords.shownOnly[language]}${inBrackets(String(figure.nodes.length), language)}${punctuation.semicolon[language]}${reportWords.tableHasAll[language]}</p>`
      : undefined
  }</figcaption></figure>
<h3>${reportWords.measures[language]}</h3>
<dl class="measures">${explainedMeasures(figure.metrics, language).map(({ name, value, meaning }) => markup`<div><dt>${name}<small>${meaning}</small></dt><dd>${value}</dd></div>`)}</dl>
${cutsMarkup(figure, language)}
<details><summary>${reportWords.dataTable[language]}</summary>${networkTable(context, language, medium)}</details>`;
}

function cutsMarkup({ cuts }: NetworkFigure, language: Language): Markup | undefined {
  if (cuts.length === 0) return undefined;
  const separator = punctuation.comma[language];
  return markup`<h3>${reportWords.cutOff[language]}</h3>
<dl class="meanings">${cuts.map(({ actor, cutOff }) => markup`<div><dt>${actorName(actor, language)}${punctuation.colon[language]}</dt><dd>${cutOff.map((other) => actorName(other, language)).join(separator) || '–'}</dd></div>`)}</dl>`;
}

/** The sheet of paper on which the letters of a picture of this size are not too small: A4 where that does, else A3; the class says which way. */
function sheetFor(width: number, height: number): string {
  const scaleOn = ([across, down]: readonly [number, number]): number => Math.min(across / width, (down - legendHeight) / height);
  const best = (name: string, [short, long]: readonly [number, number]): { readonly name: string; readonly scale: number } => {
    const [upright, lying] = [scaleOn([short, long]), scaleOn([long, short])];
    return { name: `sheet ${name}${lying > upright ? '-lying' : ''}`, scale: Math.max(upright, lying) };
  };
  const small = best('a4', [182, 265]);
  return small.scale * labelSize >= leastLetters ? small.name : best('a3', [269, 388]).name;
}

/** In millimetres: what the signs below the picture take, and letters of seven points. */
const legendHeight = 63;
const leastLetters = 2.47;

interface NetworkPicture {
  readonly picture: Markup;
  readonly width: number;
  readonly height: number;
}

function networkPicture({ nodes, strokes }: NetworkFigure, language: Language, medium: Medium): NetworkPicture {
  const size = nodes.length <= fewNodes ? 'small' : 'wide';
  const width = medium.isNarrow ? widths.narrow : widths[size];
  const linked = nodes.filter(({ isUnlinked }) => !isUnlinked);
  const unlinked = nodes.filter(({ isUnlinked }) => isUnlinked);
  const boxes = linked.map((node) => boxOf(node, language));
  const pairs = pairsOf(strokes);
  const layout = layOut(
    boxes,
    [...pairs.values()].map(([first]) => [(first as Stroke).from.id, (first as Stroke).to.id]),
    width,
  );
  const base = layout.height;
  const apart = rowsBelow(unlinked, base, width, language);
  const places = new Map([...layout.places, ...apart.places]);
  const reach = new Map(nodes.map((node) => [node.actor, radiusOf(node) + (node.isSinglePoint ? ring + 1 : 0) + 3] as const));
  const height = apart.bottom;
  const picture = markup`<svg viewBox="0 0 ${width} ${height}" role="${medium.pictureRole}" aria-labelledby="network-title network-text" class="${size === 'small' ? 'network few' : 'network'}">
<title id="network-title">${reportWords.network[language]}</title>
<desc id="network-text">${linked.length + unlinked.length} ${reportWords.actor[language]}${punctuation.semicolon[language]}${strokes.length} ${reportWords.ties[language]}</desc>
<defs>${(['directive', 'cooperative', 'other'] as const).map(
    (family) =>
      markup`<marker id="arrow-${family}" class="${family}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M0 1l10 4l-10 4z"/></marker>`,
  )}</defs>
<g class="${strokes.length > 120 ? 'strokes many' : 'strokes'}">
${[...pairs.values()].flatMap((pair) => pair.map((stroke, index) => strokeMarkup(stroke, index - (pair.length - 1) / 2, pair[0] as Stroke, places, reach, language, medium)))}</g>
${unlinked.length > 0 ? markup`<line class="grid" x1="0" y1="${base + 4}" x2="${width}" y2="${base + 4}"/><text class="row-name unlinked-name" x="6" y="${base + 24}">${reportWords.unlinked[language]}</text>` : undefined}
${nodes.map((node) => nodeMarkup(node, places, language, medium))}</svg>`;
  return { picture, width, height };
}

function boxOf(node: FigureNode, language: Language): LayoutNode {
  const lines = labelLines(node, language);
  const radius = radiusOf(node);
  return {
    id: node.actor.id,
    column: columns[node.side] + (node.actor.kind === 'body' ? (0.5 - columns[node.side]) * 0.75 : 0),
    width: Math.max(2 * radius, ...lines.map((line) => textWidth(line, labelSize))) + 10,
    height: 2 * radius + lines.length * labelSize * 1.25 + 10,
    radius,
  };
}

const columns: Readonly<Record<FigureSide, number>> = { government: 0.16, half: 0.6, society: 0.86, outside: 0.5 };

/** Actors without a tie stand in rows of their own under the others. */
function rowsBelow(
  nodes: readonly FigureNode[],
  top: number,
  width: number,
  language: Language,
): { readonly bottom: number; readonly places: readonly (readonly [string, { readonly x: number; readonly y: number }])[] } {
  if (nodes.length === 0) return { bottom: top, places: [] };
  const inRow = Math.floor(width / 150);
  const step = width / inRow;
  const rowHeight = Math.max(...nodes.map((node) => boxOf(node, language).height)) + 8;
  const places = nodes.map((node, index) => {
    const place = { x: ((index % inRow) + 0.5) * step, y: top + 54 + Math.floor(index / inRow) * rowHeight };
    return [node.actor.id, place] as const;
  });
  return { bottom: top + 36 + Math.ceil(nodes.length / inRow) * rowHeight, places };
}

/** Strokes by the pair of actors they join, so that several run beside one another. */
function pairsOf(strokes: readonly Stroke[]): ReadonlyMap<string, readonly Stroke[]> {
  const pairs = new Map<string, Stroke[]>();
  for (const stroke of strokes) {
    append(pairs, [stroke.from.id, stroke.to.id].sort().join('\n'), stroke);
  }
  return pairs;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** `lane` is how far beside the straight way it runs, seen along the first stroke of the pair. */
function strokeMarkup(
  { from, to, type, isMutual, node }: Stroke,
  lane: number,
  first: Stroke,
  places: ReadonlyMap<string, Place>,
  reach: ReadonlyMap<Actor, number>,
  language: Language,
  medium: Medium,
): Markup | undefined {
  const [a, b] = [places.get(from.id), places.get(to.id)];
  if (a === undefined || b === undefined) return undefined;
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.max(1, Math.sqrt(dx * dx + dy * dy));
  const side = (first.from === from ? 1 : -1) * lane * 16;
  const bend: Place = { x: (a.x + b.x) / 2 - (dy / length) * side, y: (a.y + b.y) / 2 + (dx / length) * side };
  const start = towards(a, bend, reach.get(from) ?? 0);
  const end = towards(b, bend, reach.get(to) ?? 0);
  const family = familyOf(type);
  const name = type === 'seat' ? reportWords.seat[language] : linkTypes[type][language];
  const head =
    family === 'seat'
      ? undefined
      : markup` marker-end="url(#arrow-${family})"${isMutual ? markup` marker-start="url(#arrow-${family})"` : undefined}`;
  const way = `M${px(start.x)} ${px(start.y)}Q${px(bend.x)} ${px(bend.y)} ${px(end.x)} ${px(end.y)}`;
  const tip = `${from.id} ${isMutual ? '↔' : family === 'seat' ? '–' : '→'} ${to.id}${punctuation.colon[language]}${name}`;
  const path = markup`<path class="stroke ${family}" d="${way}"${dash(type)}${head}><title>${tip}</title></path>
`;
  const link = medium.toText(`tie-${from.id}-${type}-${to.id}`, [node], tip);
  // A thin line is hard to hit: where it leads somewhere, a wide unseen one lies under it.
  return link === undefined ? path : markup`<g class="tie"${link}><path class="reach" d="${way}"/>${path}</g>`;
}

function dash(type: LinkType | 'seat'): Markup | undefined {
  const dashes = strokeDashes[type];
  return dashes === undefined ? undefined : markup` stroke-dasharray="${dashes}"`;
}

function towards(from: Place, to: Place, distance: number): Place {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.max(1, Math.sqrt(dx * dx + dy * dy));
  const share = Math.min(0.45, distance / length);
  return { x: from.x + dx * share, y: from.y + dy * share };
}

function nodeMarkup(node: FigureNode, places: ReadonlyMap<string, Place>, language: Language, medium: Medium): Markup | undefined {
  const { actor, side, sector, isExternal, isUnlinked, isSinglePoint } = node;
  const place = places.get(actor.id);
  if (place === undefined) return undefined;
  const { x, y } = place;
  const radius = radiusOf(node);
  const marks = marksOf(node, language);
  const tip = [actorLabel(actor, language), sideNames[side][language], sector && sectors[sector][language], ...marks]
    .filter((part) => part !== undefined)
    .join(' · ');
  const link = medium.toText(`network-${actor.id}`, [actor.idNode], tip);
  const letters = actor.kind === 'body' ? (language === 'zh' ? '机' : 'B') : sector ? sectorLetters[sector][language] : '?';
  const classes = ['figure', side, isExternal && 'external', isUnlinked && 'unlinked'].filter(Boolean).join(' ');
  const content = markup`<title>${tip}</title>${
    isSinglePoint ? markup`<circle class="single" cx="${px(x)}" cy="${px(y)}" r="${radius + ring}"/>` : undefined
  }${figureShape(actor.kind === 'body' ? 'body' : side, x, y, radius, classes)}<text class="letters middle ${side}" x="${px(x)}" y="${px(y + 4)}">${letters}</text>${textLines(labelLines(node, language), x, y + radius + labelSize + 4, labelSize, 'label middle')}${
    isSinglePoint
      ? markup`<circle class="single-badge" cx="${px(x + radius)}" cy="${px(y - radius)}" r="7"/><text class="single-text middle" x="${px(x + radius)}" y="${px(y - radius + 4)}">!</text>`
      : undefined
  }`;
  return link === undefined
    ? markup`<a href="#${anchorOf('actor', actor.id)}" class="node">${content}</a>\n`
    : markup`<g${link} class="node">${content}</g>\n`;
}

function marksOf({ isExternal, isUnlinked, isSinglePoint }: FigureNode, language: Language): readonly string[] {
  return [
    ...(isSinglePoint ? [reportWords.single[language]] : []),
    ...(isUnlinked ? [reportWords.unlinked[language]] : []),
    ...(isExternal ? [reportWords.external[language]] : []),
  ];
}

function labelLines({ actor }: FigureNode, language: Language): readonly string[] {
  return wrap(actorName(actor, language), labelSize, labelWidth, 3);
}

function radiusOf({ actor }: FigureNode): number {
  return actor.kind === 'body' ? 20 : 13;
}

/** Only of what is in the picture. */
function legend({ nodes, strokes }: NetworkFigure, language: Language): Markup {
  const figure = (shape: FigureSide | 'body', className: string, letters: string): Markup =>
    markup`<svg class="network" width="30" height="28" viewBox="-15 -14 30 28" aria-hidden="true">${figureShape(shape, 0, 0, 11, `figure ${className}`)}<text class="letters middle ${className}" x="0" y="4">${letters}</text></svg>`;
  const line = (type: LinkType | 'seat'): Markup => {
    const family = familyOf(type);
    return markup`<svg class="network" width="46" height="12" viewBox="0 0 46 12" aria-hidden="true"><path class="stroke ${family}" d="M2 6H43"${dash(type)}${family === 'seat' ? undefined : markup` marker-end="url(#arrow-${family})"`}/></svg>`;
  };
  const sides = (['government', 'society', 'half', 'outside'] as const).filter((side) => nodes.some((node) => node.side === side));
  const present = Object.keys(sectors).filter((name) => nodes.some(({ sector }) => sector === name)) as (keyof typeof sectors)[];
  const types = (Object.keys(strokeDashes) as (LinkType | 'seat')[]).filter((type) => strokes.some((stroke) => stroke.type === type));
  const sign = (className: string): Markup =>
    markup`<svg class="network" width="28" height="28" viewBox="-14 -14 28 28" aria-hidden="true">${
      className === 'single'
        ? markup`<circle class="single" cx="0" cy="0" r="9"/><circle class="single-badge" cx="7" cy="-7" r="6"/><text class="single-text middle" x="7" y="-3.5">!</text>`
        : markup`<circle class="figure society ${className}" cx="0" cy="0" r="10"/>`
    }</svg>`;
  const marks = [
    ...(nodes.some(({ isSinglePoint }) => isSinglePoint) ? [['single', reportWords.single] as const] : []),
    ...(nodes.some(({ isUnlinked }) => isUnlinked) ? [['unlinked', reportWords.unlinked] as const] : []),
    ...(nodes.some(({ isExternal }) => isExternal) ? [['external', reportWords.external] as const] : []),
  ];
  return markup`<ul class="legend">${sides.map((side) => markup`<li>${figure(side, side, '')} ${sideNames[side][language]}</li>`)}${
    nodes.some(({ actor }) => actor.kind === 'body')
      ? markup`<li>${figure('body', 'government', language === 'zh' ? '机' : 'B')} ${reportWords.bodies[language]}</li>`
      : undefined
  }${marks.map(([className, word]) => markup`<li>${sign(className)} ${word[language]}</li>`)}</ul>
<ul class="legend">${types.map((type) => markup`<li>${line(type)} ${type === 'seat' ? reportWords.seat[language] : linkTypes[type][language]}</li>`)}</ul>
<ul class="legend">${present.map((name) => markup`<li><strong>${sectorLetters[name][language]}</strong> ${sectors[name][language]}</li>`)}</ul>`;
}

function networkTable(context: RuleContext, language: Language, medium: Medium): Markup {
  const { nodes } = networkFigure(context);
  const { plan, ties } = context;
  const separator = punctuation.comma[language];
  const actors: readonly Actor[] = [...plan.organizations, ...plan.bodies];
  const known = new Map(nodes.map((node) => [node.actor, node]));
  const tieText = (actor: Actor): readonly Markup[] => {
    const lines = new Map<string, string[]>();
    const add = (label: string, id: string): void => {
      const ids = lines.get(label);
      if (ids === undefined) lines.set(label, [id]);
      else if (!ids.includes(id)) ids.push(id);
    };
    for (const { from, to, type } of ties.linksOf(actor)) {
      add(`${linkTypes[type][language]} ${from === actor ? '→' : '←'}`, from === actor ? to.id : from.id);
    }
    for (const { body, holder } of actor.seats) add(`${reportWords.seat[language]} –`, actor.kind === 'body' ? holder.id : body.id);
    return [...lines].map(([label, ids]) => markup`<div>${label} ${ids.join(separator)}</div>`);
  };
  return markup`<div class="scroll"><table class="ties"><thead><tr><th scope="col">${reportWords.actor[language]}</th><th scope="col">${reportWords.side[language]}</th><th scope="col">${reportWords.ties[language]}</th><th scope="col">${reportWords.marks[language]}</th></tr></thead><tbody>
${actors.map((actor) => {
  const node = known.get(actor);
  return markup`<tr><th scope="row">${textLink(medium, `network-row-${actor.id}`, actor.idNode, actorLabel(actor, language))}</th><td>${node && sideNames[node.side][language]}${node?.sector && markup`<br/><small>${sectors[node.sector][language]}</small>`}</td><td>${tieText(actor)}</td><td>${node && marksOf(node, language).join(separator)}</td></tr>
`;
})}</tbody></table></div>`;
}
