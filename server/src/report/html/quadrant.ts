// The mode quadrant as a picture: L from society to government, X upwards, the four modes and the cells off the model with the thresholds
// between them, the plan and its phases where they were measured, the cell it aims at.
import type { Classification, StructureClassification } from '../../governance/classification.ts';
import { method } from '../../governance/method.ts';
import { modeNames, offModelNames, verdictNames } from '../../governance/names.ts';
import { type Bilingual, say } from '../../plan/field.ts';
import type { PlanHead } from '../../plan/shape.ts';
import { type GovernanceMode, phases } from '../../plan/vocabulary.ts';
import { inBrackets, punctuation } from '../../rules/punctuation.ts';
import type { Language } from '../../rules/render.ts';
import type { YamlNode } from '../../yaml/tree.ts';
import { phaseNumber } from '../report-words.ts';
import { type Markup, markup, px } from './markup.ts';
import type { Medium } from './medium.ts';
import { textLines, textWidth, wrap } from './svg-text.ts';

const texts = {
  title: say('Mode quadrant', '治理模式象限图'),
  society: say('society leads', '社会主导'),
  government: say('government leads', '政府主导'),
  locus: say('Locus L: who decides and leads', '主导度 L：谁决策、谁牵头'),
  interaction: say('Interaction X', '互动度 X'),
  plan: say('Whole plan', '预案总体'),
  target: say('target', '目标'),
  or: say('or', '或'),
};

/** The inside of the frame, in pixels; around it there is room for the scales. */
interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const wideFrame: Frame = { left: 64, top: 16, width: 640, height: 410 };
const narrowFrame: Frame = { left: 56, top: 12, width: 492, height: 330 };

interface Cell {
  readonly from: number;
  readonly to: number;
  readonly upper: boolean;
  readonly mode: GovernanceMode | undefined;
  readonly name: Bilingual;
  /** What a plan in this cell is where the conditions of the mode are not met. */
  readonly otherwise?: Bilingual;
}

const { societyLocus, governmentLocus, interaction } = method.thresholds;
const cells: readonly Cell[] = [
  { from: 0, to: societyLocus, upper: true, mode: undefined, name: offModelNames['society-led-partnership'] },
  {
    from: societyLocus,
    to: governmentLocus,
    upper: true,
    mode: 'equal-cooperation',
    name: modeNames['equal-cooperation'],
    otherwise: offModelNames['unshared-partnership'],
  },
  {
    from: governmentLocus,
    to: 1,
    upper: true,
    mode: 'collaborative-governance',
    name: say('collaborative governance', '协同治理'),
    otherwise: modeNames['government-control'],
  },
  { from: 0, to: societyLocus, upper: false, mode: 'social-autonomy', name: modeNames['social-autonomy'] },
  { from: societyLocus, to: governmentLocus, upper: false, mode: undefined, name: offModelNames.parallel },
  { from: governmentLocus, to: 1, upper: false, mode: 'government-control', name: modeNames['government-control'] },
];

export function quadrantPicture(classification: Classification, head: PlanHead, language: Language, medium: Medium): Markup {
  const frame = medium.isNarrow ? narrowFrame : wideFrame;
  const target = head.targetMode?.value;
  const points = spread(pointsOf(classification, head, frame, language), frame);
  const right = frame.left + frame.width;
  const bottom = frame.top + frame.height;
  return markup`<svg viewBox="0 0 ${frame.left + frame.width + 16} ${bottom + 74}" role="${medium.pictureRole}" aria-labelledby="quadrant-title quadrant-text" class="quadrant">
<title id="quadrant-title">${texts.title[language]}</title>
<desc id="quadrant-text">${description(classification, target, language)}</desc>
<defs><pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch" x1="0" y1="0" x2="0" y2="8"/></pattern></defs>
${cells.map((cell) => cellMarkup(cell, head, frame, language, medium))}
<rect class="frame" x="${frame.left}" y="${frame.top}" width="${frame.width}" height="${frame.height}"/>
${[0, societyLocus, governmentLocus, 1].map(
  (L) =>
    markup`<line class="tick" x1="${px(xOf(L, frame))}" y1="${bottom}" x2="${px(xOf(L, frame))}" y2="${bottom + 6}"/><text class="scale middle" x="${px(xOf(L, frame))}" y="${bottom + 20}">${L}</text>`,
)}
${[0, interaction, 1].map(
  (X) =>
    markup`<line class="tick" x1="${frame.left - 6}" y1="${px(yOf(X, frame))}" x2="${frame.left}" y2="${px(yOf(X, frame))}"/><text class="scale end" x="${frame.left - 10}" y="${px(yOf(X, frame) + 4)}">${X}</text>`,
)}
<text class="scale" x="${frame.left}" y="${bottom + 42}">← ${texts.society[language]}</text>
<text class="scale end" x="${right}" y="${bottom + 42}">${texts.government[language]} →</text>
<text class="axis middle" x="${px(frame.left + frame.width / 2)}" y="${bottom + 42}">${texts.locus[language]}</text>
<text class="axis middle" transform="translate(20 ${px(frame.top + frame.height / 2)}) rotate(-90)">${texts.interaction[language]}</text>
${points.map((point) => pointMarkup(point, medium))}
</svg>`;
}

function cellMarkup(
  { from, to, upper, mode, name, otherwise }: Cell,
  { targetMode }: PlanHead,
  frame: Frame,
  language: Language,
  medium: Medium,
): Markup {
  const [x, width] = [xOf(from, frame), xOf(to, frame) - xOf(from, frame)];
  const [top, bottom] = upper ? [yOf(1, frame), yOf(interaction, frame)] : [yOf(interaction, frame), yOf(0, frame)];
  const [y, height] = [top, bottom - top];
  const isTarget = mode !== undefined && mode === targetMode?.value;
  const lines = wrap(name[language], 14, width - 20, 3);
  const more = otherwise ? wrap(`${texts.or[language]} ${otherwise[language]}`, 11, width - 20, 3) : [];
  const box = (className: string, inset: number): Markup =>
    markup`<rect class="${className}" x="${px(x + inset)}" y="${px(y + inset)}" width="${px(width - 2 * inset)}" height="${px(height - 2 * inset)}"/>`;
  const label = texts.target[language];
  const labelWidth = textWidth(label, 11) + 12;
  // Plans stand towards the corners of the picture: names and flag keep to the line in its middle.
  const noteHeight = more.length * 13.75;
  const textTop = upper ? bottom - 14 - (lines.length - 1) * 17.5 - noteHeight : y + 22;
  const flagTop = upper ? textTop - 40 : textTop + (lines.length - 1) * 17.5 + noteHeight + 10;
  return markup`${box(mode ? `cell ${mode}` : 'cell off-model', 0)}${mode ? undefined : box('hatched', 0)}${textLines(lines, x + 10, textTop, 14, 'cell-name')}${more.length > 0 ? textLines(more, x + 10, textTop + lines.length * 17.5, 11, 'cell-note') : undefined}${
    isTarget
      ? markup`<g${medium.toText('quadrant-target', [targetMode?.node], label + punctuation.colon[language] + name[language])}>${box('target', 3)}<rect class="target-flag" x="${px(x + 10)}" y="${px(flagTop)}" width="${px(labelWidth)}" height="19"/><text class="target-name middle" x="${px(x + 10 + labelWidth / 2)}" y="${px(flagTop + 13.5)}">${label}</text></g>`
      : undefined
  }`;
}

interface Point {
  readonly mark: string;
  readonly name: string;
  readonly whole: boolean;
  readonly key: string;
  readonly node: YamlNode;
  /** Where it was measured. */
  readonly x: number;
  readonly y: number;
}

interface PlacedPoint extends Point {
  /** Where its badge stands, beside others that were measured nearby. */
  readonly badgeX: number;
  readonly badgeY: number;
}

function pointsOf({ structure, phases: byPhase }: Classification, head: PlanHead, frame: Frame, language: Language): readonly Point[] {
  const headNode = head.title?.node ?? head.id?.node ?? head.node;
  const point = (
    { L, X, verdict }: StructureClassification,
    about: Pick<Point, 'mark' | 'name' | 'whole' | 'key' | 'node'>,
  ): readonly Point[] => {
    if (L === undefined) return [];
    const name =
      about.name +
      punctuation.colon[language] +
      verdictNames[verdict][language] +
      inBrackets(`L ${L.toFixed(2)}, X ${X.toFixed(2)}`, language);
    return [{ ...about, name, x: xOf(L, frame), y: yOf(X, frame) }];
  };
  return [
    ...point(structure, { mark: '●', name: texts.plan[language], whole: true, key: 'quadrant-plan', node: headNode }),
    ...[...byPhase].flatMap(([phase, measured]) =>
      point(measured, {
        mark: phaseNumber(phase),
        name: phases[phase][language],
        whole: false,
        key: `quadrant-${phase}`,
        node: head.phases.find(({ value }) => value === phase)?.node ?? headNode,
      }),
    ),
  ];
}

/** Badges that would hide one another are pushed apart, always in the same way; the whole plan stays where it is. */
function spread(points: readonly Point[], frame: Frame): readonly PlacedPoint[] {
  const distance = 25;
  const placed = points.map((point, index) => ({ ...point, badgeX: point.x + index * 0.01, badgeY: point.y - index * 0.013 }));
  for (let round = 0; round < 80; round++) {
    for (const [i, a] of placed.entries()) {
      for (const b of placed.slice(i + 1)) {
        const [dx, dy] = [b.badgeX - a.badgeX, b.badgeY - a.badgeY];
        const apart = Math.sqrt(dx * dx + dy * dy);
        if (apart >= distance) continue;
        const push = (distance - apart) / Math.max(apart, 0.001);
        const share = a.whole ? 0 : 0.5;
        a.badgeX -= dx * push * share;
        a.badgeY -= dy * push * share;
        b.badgeX += dx * push * (1 - share);
        b.badgeY += dy * push * (1 - share);
      }
    }
    for (const point of placed) {
      point.badgeX = Math.max(frame.left + 12, Math.min(frame.left + frame.width - 12, point.badgeX));
      point.badgeY = Math.max(frame.top + 12, Math.min(frame.top + frame.height - 12, point.badgeY));
    }
  }
  return placed;
}

function pointMarkup({ mark, name, whole, key, node, x, y, badgeX, badgeY }: PlacedPoint, medium: Medium): Markup {
  const link = medium.toText(key, [node], name);
  if (whole) return markup`<g${link}><title>${name}</title><circle class="whole" cx="${px(x)}" cy="${px(y)}" r="10"/></g>`;
  return markup`<g${link}><title>${name}</title><line class="leader" x1="${px(x)}" y1="${px(y)}" x2="${px(badgeX)}" y2="${px(badgeY)}"/><circle class="spot" cx="${px(x)}" cy="${px(y)}" r="3"/><circle class="badge" cx="${px(badgeX)}" cy="${px(badgeY)}" r="11"/><text class="badge-text middle" x="${px(badgeX)}" y="${px(badgeY + 4.5)}">${mark}</text></g>`;
}

function description({ structure }: Classification, target: GovernanceMode | undefined, language: Language): string {
  const parts = [texts.plan[language] + punctuation.colon[language] + verdictNames[structure.verdict][language]];
  if (structure.L !== undefined) parts.push(`L ${structure.L.toFixed(2)}, X ${structure.X.toFixed(2)}`);
  if (target) parts.push(texts.target[language] + punctuation.colon[language] + modeNames[target][language]);
  return parts.join(punctuation.semicolon[language]);
}

function xOf(L: number, frame: Frame): number {
  return frame.left + L * frame.width;
}

function yOf(X: number, frame: Frame): number {
  return frame.top + (1 - X) * frame.height;
}
