// The responsibility matrix as a table that is the picture: actors in rows, phases in columns, a mark for each kind of duty, gaps set off.
import { phases } from '../../plan/vocabulary.ts';
import type { Language } from '../../rules/render.ts';
import type { Plan } from '../../workspace/plan.ts';
import { actorLabel } from '../actor-label.ts';
import { type DutyKind, type DutyMatrix, type DutyRow, dutyKinds, dutyMatrix } from '../duty-matrix.ts';
import { dutyMarks, dutyWords, reportWords } from '../report-words.ts';
import { anchorOf, type Markup, markup } from './markup.ts';

export function matrixSection(plan: Plan, language: Language): Markup {
  const matrix = dutyMatrix(plan);
  if (matrix.rows.length === 0) return markup`<p>${reportWords.noActors[language]}</p>`;
  return markup`<ul class="legend">${dutyKinds.map((kind) => markup`<li>${mark(kind, language)} ${dutyWords[kind][language]}</li>`)}<li><span class="gap-mark">–</span> ${reportWords.gap[language]}</li></ul>
<div class="scroll"><table class="matrix">
<thead><tr><th scope="col">${reportWords.actor[language]}</th>${matrix.phases.map((phase) => markup`<th scope="col">${phases[phase][language]}</th>`)}</tr></thead>
<tbody>
${matrix.rows.map((row) => rowMarkup(row, matrix, language))}
</tbody>
${footMarkup(matrix, language)}</table></div>
${gapsMarkup(matrix, language)}`;
}

/** What a phase lacks stands under its column. */
function footMarkup({ phases: shown, withoutBearer, withoutLead }: DutyMatrix, language: Language): Markup | undefined {
  if (withoutBearer.size + withoutLead.size === 0) return undefined;
  const lack = (kind: DutyKind, title: string): Markup =>
    markup`<abbr class="lack" title="${title}">– ${dutyMarks[kind][language]}</abbr> `;
  return markup`<tfoot><tr class="gap"><th scope="row">${reportWords.gaps[language]}</th>${shown.map(
    (phase) =>
      markup`<td>${withoutLead.has(phase) ? lack('leads', reportWords.withoutLead[language]) : undefined}${withoutBearer.has(phase) ? lack('bears', reportWords.withoutBearer[language]) : undefined}</td>`,
  )}</tr></tfoot>
`;
}

function rowMarkup({ actor, cells, isIdle }: DutyRow, { phases: shown }: DutyMatrix, language: Language): Markup {
  return markup`<tr${isIdle ? markup` class="gap"` : undefined}><th scope="row"><a href="#${anchorOf('actor', actor.id)}">${actorLabel(actor, language)}</a></th>${shown.map(
    (phase) => {
      const cell = cells.get(phase);
      if (cell === undefined || cell.size === 0) return isIdle ? markup`<td><span class="gap-mark">–</span></td>` : markup`<td></td>`;
      return markup`<td>${[...cell].map(([kind, ids]) => mark(kind, language, ids))}</td>`;
    },
  )}</tr>
`;
}

/** The ids behind a mark are its tool tip, their number stands beside it. */
function mark(kind: DutyKind, language: Language, ids: readonly string[] = []): Markup {
  const word = dutyWords[kind][language];
  const title = ids.length === 0 ? word : `${word}: ${ids.join(', ')}`;
  return markup`<abbr class="duty ${kind}" title="${title}">${dutyMarks[kind][language]}${ids.length > 1 ? markup`<small>${ids.length}</small>` : undefined}</abbr>`;
}

function gapsMarkup({ rows, withoutBearer, withoutLead }: DutyMatrix, language: Language): Markup {
  const separator = language === 'zh' ? '、' : ', ';
  const lines = [
    [reportWords.withoutBearer[language], [...withoutBearer].map((phase) => phases[phase][language])],
    [reportWords.withoutLead[language], [...withoutLead].map((phase) => phases[phase][language])],
    [reportWords.idle[language], rows.flatMap(({ actor, isIdle }) => (isIdle ? [actorLabel(actor, language)] : []))],
  ] as const;
  const present = lines.filter(([, names]) => names.length > 0);
  if (present.length === 0) return markup`<p class="good">${reportWords.noGaps[language]}</p>`;
  return markup`<h3>${reportWords.gaps[language]}</h3>
<dl class="gaps">${present.map(([label, names]) => markup`<dt>${label}</dt><dd>${names.join(separator)}</dd>`)}</dl>`;
}
