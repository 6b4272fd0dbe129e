// The responsibility matrix of a plan as text: actors in rows, phases in columns, gaps below. The editor shows it, the command line prints it.
import { phases } from '../plan/vocabulary.ts';
import { punctuation } from '../rules/punctuation.ts';
import type { Language } from '../rules/render.ts';
import type { Plan } from '../workspace/plan.ts';
import { actorLabel, planHeading } from './actor-label.ts';
import { displayWidth, fit } from './display-width.ts';
import { type DutyRow, dutyKinds, dutyMatrix } from './duty-matrix.ts';
import { dutyMarks, dutyWords, reportWords } from './report-words.ts';

/** How wide the names may get before they are cut. */
const widestName = 48;

/** Lines without line breaks. */
export function matrixText(plan: Plan, language: Language): readonly string[] {
  const matrix = dutyMatrix(plan);
  const heading = planHeading(plan, language);
  if (matrix.rows.length === 0) return [heading, '', reportWords.noActors[language]];
  const phaseName = (phase: (typeof matrix.phases)[number]): string => (language === 'zh' ? phases[phase].zh : phase);
  const head = [reportWords.actor[language], ...matrix.phases.map(phaseName)];
  const rows = matrix.rows.map((row) => [actorLabel(row.actor, language), ...matrix.phases.map((phase) => cellText(row, phase, language))]);
  const widths = head.map((_, column) => {
    const widest = [head, ...rows].reduce((most, cells) => Math.max(most, displayWidth(cells[column] ?? '')), 0);
    return column === 0 ? Math.min(widest, widestName) : widest;
  });
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => fit(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const rule = '─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  const list = (names: readonly string[]): string => names.join(punctuation.comma[language]);
  const gaps = [
    [reportWords.withoutBearer[language], [...matrix.withoutBearer].map(phaseName)],
    [reportWords.withoutLead[language], [...matrix.withoutLead].map(phaseName)],
    [reportWords.idle[language], matrix.rows.flatMap(({ actor, isIdle }) => (isIdle ? [actorLabel(actor, language)] : []))],
  ] as const;
  const present = gaps.filter(([, names]) => names.length > 0);
  return [
    heading,
    '',
    line(head),
    rule,
    ...rows.map(line),
    rule,
    '',
    ...dutyKinds.map((kind) => `${dutyMarks[kind][language]}  ${dutyWords[kind][language]}`),
    '',
    ...(present.length === 0
      ? [reportWords.noGaps[language]]
      : present.map(([label, names]) => `${label}${punctuation.colon[language]}${list(names)}`)),
  ];
}

/** A mark for each kind of duty, with the number of duties where there are several. */
function cellText({ cells }: DutyRow, phase: Plan['phases'][number], language: Language): string {
  const cell = cells.get(phase);
  const marks = [...(cell ?? [])].map(([kind, ids]) => `${dutyMarks[kind][language]}${ids.length > 1 ? ids.length : ''}`);
  return marks.length === 0 ? '·' : marks.join(' ');
}
