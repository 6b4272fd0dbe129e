// The responsibility matrix as a table that is the picture: actors in rows, phases in columns, a mark for each kind of duty, gaps set off.
import { phases } from '../../plan/vocabulary.ts';
import { punctuation } from '../../rules/punctuation.ts';
import type { Language } from '../../rules/render.ts';
import type { Plan } from '../../workspace/plan.ts';
import type { YamlNode } from '../../yaml/tree.ts';
import { actorLabel } from '../actor-label.ts';
import { type DutyKind, type DutyMatrix, type DutyRow, dutyKinds, dutyMatrix } from '../duty-matrix.ts';
import { dutyMarks, dutyWords, reportWords } from '../report-words.ts';
import { anchorOf, type Markup, markup } from './markup.ts';
import type { Medium } from './medium.ts';

export function matrixSection(plan: Plan, language: Language, medium: Medium): Markup {
  const matrix = dutyMatrix(plan);
  const nodes = dutyNodes(plan);
  if (matrix.rows.length === 0) return markup`<p>${reportWords.noActors[language]}</p>`;
  return markup`<ul class="legend">${dutyKinds.map((kind) => markup`<li>${mark(kind, language)} ${dutyWords[kind][language]}</li>`)}<li><span class="gap-mark">–</span> ${reportWords.gap[language]}</li><li class="faint">${reportWords.duties[language]}</li></ul>
<div class="scroll"><table class="matrix">
<thead><tr><th scope="col">${reportWords.actor[language]}</th>${matrix.phases.map((phase) => markup`<th scope="col">${phases[phase][language]}</th>`)}</tr></thead>
<tbody>
${matrix.rows.map((row) => rowMarkup(row, matrix, nodes, language, medium))}
</tbody>
${footMarkup(matrix, language)}</table></div>
${gapsMarkup(matrix, language)}`;
}

/** What a phase lacks stands under its column. */
function footMarkup({ phases: shown, withoutBearer, withoutLead }: DutyMatrix, language: Language): Markup | undefined {
  if (withoutBearer.size + withoutLead.size === 0) return undefined;
  const lack = (kind: DutyKind, title: string): Markup =>
    markup`<abbr class="lack" title="${title}">${reportWords[kind === 'leads' ? 'noLead' : 'noDuty'][language]}</abbr> `;
  return markup`<tfoot><tr class="gap"><th scope="row">${reportWords.gaps[language]}</th>${shown.map(
    (phase) =>
      markup`<td>${withoutLead.has(phase) ? lack('leads', reportWords.withoutLead[language]) : undefined}${withoutBearer.has(phase) ? lack('bears', reportWords.withoutBearer[language]) : undefined}</td>`,
  )}</tr></tfoot>
`;
}

function rowMarkup(
  { actor, cells, isIdle }: DutyRow,
  { phases: shown }: DutyMatrix,
  nodes: DutyNodes,
  language: Language,
  medium: Medium,
): Markup {
  const isExternal = (actor.kind === 'organization' && actor.external) || undefined;
  const link = medium.toText(`matrix-${actor.id}`, [actor.idNode]) ?? markup` href="#${anchorOf('actor', actor.id)}"`;
  return markup`<tr${isIdle ? markup` class="gap"` : undefined}><th scope="row"><a${link}>${actorLabel(actor, language)}</a>${isExternal && markup` <small>${reportWords.external[language]}</small>`}</th>${shown.map(
    (phase) => {
      const cell = cells.get(phase);
      if (cell === undefined || cell.size === 0) return isIdle ? markup`<td><span class="gap-mark">–</span></td>` : markup`<td></td>`;
      return markup`<td>${[...cell].map(([kind, ids]) => {
        const label = `${dutyTitle(kind, ids, language)} (${actor.id}, ${phases[phase][language]})`;
        const places = ids.map((id) => nodes[kind].get(id));
        return mark(kind, language, ids, medium.toText(`matrix-${actor.id}-${phase}-${kind}`, places, label));
      })}</td>`;
    },
  )}</tr>
`;
}

/** The ids behind a mark are its tool tip, their number stands beside it. */
function mark(kind: DutyKind, language: Language, ids: readonly string[] = [], link?: Markup): Markup {
  return markup`<abbr class="duty ${kind}" title="${dutyTitle(kind, ids, language)}"${link}>${dutyMarks[kind][language]}${ids.length > 1 ? markup`<small>${ids.length}</small>` : undefined}</abbr>`;
}

function dutyTitle(kind: DutyKind, ids: readonly string[], language: Language): string {
  const word = dutyWords[kind][language];
  return ids.length === 0 ? word : word + punctuation.colon[language] + ids.join(punctuation.comma[language]);
}

/** Where the duties of each kind are declared, by their ids. */
type DutyNodes = Readonly<Record<DutyKind, ReadonlyMap<string, YamlNode>>>;

function dutyNodes(plan: Plan): DutyNodes {
  const functions = new Map(plan.functions.map(({ id, declaration }) => [id, declaration.idNode]));
  const responsibilities = new Map(plan.responsibilities.map(({ id, declaration }) => [id, declaration.idNode]));
  return { leads: functions, supports: functions, bears: responsibilities, shares: responsibilities };
}

function gapsMarkup({ rows, withoutBearer, withoutLead }: DutyMatrix, language: Language): Markup {
  const separator = punctuation.comma[language];
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
