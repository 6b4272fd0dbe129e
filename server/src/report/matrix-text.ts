// The responsibility matrix of a plan as text: actors in rows, phases in columns. The editor shows it, the command line prints it.
import type { Bilingual } from '../plan/field.ts';
import { phases } from '../plan/vocabulary.ts';
import type { Language } from '../rules/render.ts';
import type { Plan } from '../workspace/plan.ts';
import { actorLabel, planHeading } from './actor-label.ts';
import { displayWidth, fit } from './display-width.ts';
import { type MatrixRole, matrixRoles, responsibilityMatrix } from './responsibility-matrix.ts';

const say = (en: string, zh: string): Bilingual => ({ en, zh });
const texts = {
  actor: say('Actor', '主体'),
  responsibilities: say('Responsibilities', '职责数'),
  none: say('No actor takes part in this plan.', '本预案没有参与主体。'),
};

const meanings: Readonly<Record<MatrixRole, Bilingual>> = {
  A: say('answers for it: decides, or leads a function', '负主责：有决定权，或牵头某项职能'),
  R: say('does it: bears a responsibility', '承办：承担职责'),
  C: say('is consulted: takes part, has a voice, or supports', '参与：参加、有发言权或提供配合'),
  I: say('is informed', '知情：获得信息'),
};

/** How wide the names may get before they are cut. */
const widestName = 48;

/** Lines without line breaks. */
export function matrixText(plan: Plan, language: Language): readonly string[] {
  const matrix = responsibilityMatrix(plan);
  const heading = planHeading(plan, language);
  if (matrix.rows.length === 0) return [heading, '', texts.none[language]];
  const rows = matrix.rows.map(({ actor, cells }) => [
    actorLabel(actor, language),
    ...matrix.phases.map((phase) => matrixRoles.filter((role) => cells.get(phase)?.has(role)).join(' ') || '·'),
  ]);
  const head = [texts.actor[language], ...matrix.phases.map((phase) => (language === 'zh' ? phases[phase].zh : phase))];
  const foot = [texts.responsibilities[language], ...matrix.phases.map((phase) => String(matrix.responsibilities.get(phase) ?? 0))];
  const all = [head, ...rows, foot];
  const widths = head.map((_, column) => {
    const widest = Math.max(...all.map((cells) => displayWidth(cells[column] ?? '')));
    return column === 0 ? Math.min(widest, widestName) : widest;
  });
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => fit(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const rule = '─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  return [
    heading,
    '',
    line(head),
    rule,
    ...rows.map(line),
    rule,
    line(foot),
    '',
    ...matrixRoles.map((role) => `${role}  ${meanings[role][language]}`),
  ];
}
