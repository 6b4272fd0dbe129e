// The cooperation network as a Mermaid flowchart, which a forge draws: government, society and the others in boxes of their own, the shape of a
// node by its side, the stroke of a tie by its family, its type written on it. Forges draw charts of bounded length and number of ties only.
import { linkTypes } from '../../plan/vocabulary.ts';
import { punctuation } from '../../rules/punctuation.ts';
import type { Language } from '../../rules/render.ts';
import { actorName } from '../actor-label.ts';
import { type FigureNode, type FigureSide, familyOf, type NetworkFigure, type Stroke, type TieFamily } from '../network-figure.ts';
import { reportWords, sideNames } from '../report-words.ts';

export interface Mermaid {
  readonly lines: readonly string[];
  /** Whether ties or actors had to be left out. */
  readonly isPart: boolean;
}

const mostTies = 400;
const mostCharacters = 40_000;
const sides: readonly FigureSide[] = ['government', 'outside', 'half', 'society'];

export function mermaidChart({ nodes, strokes, isPart }: NetworkFigure, language: Language): Mermaid {
  const names = new Map(nodes.map(({ actor }, index) => [actor, `n${index}`]));
  const lines = ['flowchart LR'];
  for (const side of sides) {
    const own = nodes.filter((node) => node.side === side);
    if (own.length === 0) continue;
    lines.push(`  subgraph ${side}["${label(sideNames[side][language])}"]`);
    for (const node of own) lines.push(`    ${names.get(node.actor)}${shape(node, language)}`);
    lines.push('  end');
  }
  let length = lines.join('\n').length;
  const merged = mergeStrokes(strokes);
  let drawn = 0;
  for (const { stroke, types } of merged) {
    const words =
      stroke.type === 'seat' ? '' : `|"${label(types.map((type) => shortName(type, language)).join(punctuation.comma[language]))}"|`;
    const line = `  ${names.get(stroke.from)} ${arrow(stroke)}${words} ${names.get(stroke.to)}`;
    length += line.length + 1;
    if (drawn === mostTies || length > mostCharacters) break;
    lines.push(line);
    drawn++;
  }
  const marked = (className: string, holds: (node: FigureNode) => boolean): void => {
    const ids = nodes.filter(holds).map(({ actor }) => names.get(actor));
    if (ids.length > 0) lines.push(`  class ${ids.join(',')} ${className}`);
  };
  lines.push('  classDef single stroke-width:4px', '  classDef unlinked stroke-dasharray:4 3,stroke-width:2px');
  marked('single', ({ isSinglePoint }) => isSinglePoint);
  marked('unlinked', ({ isUnlinked }) => isUnlinked);
  return { lines, isPart: isPart || drawn < merged.length };
}

/** Square: government; round: society; rhomboid: half and half; flag: outside; hexagon: a body. */
function shape({ actor, side, isSinglePoint }: FigureNode, language: Language): string {
  const text = `"${label(actorName(actor, language))}${isSinglePoint ? ' ⚠' : ''}"`;
  if (actor.kind === 'body') return `{{${text}}}`;
  switch (side) {
    case 'government':
      return `[${text}]`;
    case 'society':
      return `(${text})`;
    case 'half':
      return `[/${text}/]`;
    case 'outside':
      return `>${text}]`;
  }
}

interface MergedStroke {
  readonly stroke: Stroke;
  readonly types: Stroke['type'][];
}

/** Ties of one family in one direction are one line, with their types on it; seats come last, for they are the first to be left out. */
function mergeStrokes(strokes: readonly Stroke[]): readonly MergedStroke[] {
  const merged = new Map<string, MergedStroke>();
  for (const stroke of strokes) {
    const key = [stroke.from.id, stroke.to.id, familyOf(stroke.type), stroke.isMutual].join('\n');
    const known = merged.get(key);
    if (known) known.types.push(stroke.type);
    else merged.set(key, { stroke, types: [stroke.type] });
  }
  const all = [...merged.values()];
  return [...all.filter(({ stroke }) => stroke.type !== 'seat'), ...all.filter(({ stroke }) => stroke.type === 'seat')];
}

const lines: Readonly<Record<TieFamily, readonly [oneWay: string, mutual: string]>> = {
  directive: ['==>', '<==>'],
  cooperative: ['-->', '<-->'],
  other: ['-.->', '<-.->'],
  seat: ['---', '---'],
};

function arrow({ type, isMutual }: Stroke): string {
  return lines[familyOf(type)][isMutual ? 1 : 0];
}

/** Without what stands in brackets: the stroke says that already. */
function shortName(type: Stroke['type'], language: Language): string {
  return type === 'seat' ? reportWords.seat[language] : linkTypes[type][language].replace(/\s*[（(].*$/u, '');
}

/** Letters, digits, blanks and plain signs; everything else as its number, so that no text of a plan is a part of the chart's own words. */
function label(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[^\p{L}\p{N}\p{M} .,、，（）()'’–-]/gu, (character) => `#${character.codePointAt(0)};`);
}
