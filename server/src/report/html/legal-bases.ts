// The legal bases on a time line, from the day each takes effect to the day it ends, with the day on which the plan is judged; and as a table.
import { legalBasisKinds } from '../../plan/vocabulary.ts';
import { punctuation } from '../../rules/punctuation.ts';
import type { Language } from '../../rules/render.ts';
import { daysBetween } from '../../text/calendar.ts';
import type { LegalValidities, LegalValidity } from '../legal-validity.ts';
import { reportWords, validityWords } from '../report-words.ts';
import { anchorOf, type Markup, markup, px } from './markup.ts';
import { type Medium, textLink } from './medium.ts';
import { cut } from './svg-text.ts';

/** Pixels: names on the left, time on the right. */
interface Layout {
  readonly width: number;
  readonly names: number;
}
const wide: Layout = { width: 960, names: 330 };
const narrow: Layout = { width: 600, names: 230 };
const [margin, rowHeight, top] = [24, 26, 26];

export function legalBasesSection(validities: LegalValidities, language: Language, medium: Medium): Markup {
  const { rows, judgedOn } = validities;
  if (rows.length === 0) return markup`<p>${reportWords.noBases[language]}</p>`;
  const heads = ['instrument', 'kind', 'from', 'until', 'status', 'citations'] as const;
  return markup`<figure>${timeLine(validities, language, medium)}<figcaption>${reportWords.judgedOn[language]} ${judgedOn} · ${reportWords.timeLegend[language]}${rows.some(({ status }) => status === 'undated') ? markup`<br/>${reportWords.undatedLegend[language]}` : undefined}</figcaption></figure>
<div class="scroll"><table class="bases"><thead><tr>${heads.map((head) => markup`<th scope="col">${reportWords[head][language]}</th>`)}</tr></thead><tbody>
${rows.map(
  ({ basis, title, status, begin, end, amended, citations }) =>
    markup`<tr id="${anchorOf('basis', basis.id)}"><th scope="row">${textLink(medium, `basis-row-${basis.id}`, basis.idNode, title)} <code>${basis.id}</code>${basis.number ? markup` <small>${basis.number.value}</small>` : undefined}</th><td>${basis.kind ? legalBasisKinds[basis.kind.value][language] : '–'}</td><td class="date">${begin ?? '–'}${amended.length > 0 ? markup`<br/><small>${reportWords.amendments[language]} ${amended.map((date, index) => markup`${index > 0 ? ', ' : undefined}<span class="date">${date}</span>`)}</small>` : undefined}</td><td class="date">${end ?? '–'}</td><td><span class="state ${status}">${validityWords[status][language]}</span></td><td class="number">${citations}</td></tr>
`,
)}</tbody></table></div>`;
}

function timeLine({ rows, judgedOn }: LegalValidities, language: Language, medium: Medium): Markup {
  const layout = medium.isNarrow ? narrow : wide;
  const dates = [judgedOn, ...rows.flatMap(({ begin, end, amended }) => [begin, end, ...amended])].filter((date) => date !== undefined);
  const years = dates.map(yearOf).filter((year) => !Number.isNaN(year));
  const inOrder = years.toSorted((a, b) => a - b);
  const first = Math.floor(inOrder[0] ?? 0);
  const last = Math.floor(inOrder.at(-1) ?? 0) + 1;
  const [left, right] = [layout.names, layout.width - margin];
  const xOf = (date: string): number => left + ((yearOf(date) - first) / (last - first)) * (right - left);
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((years) => (last - first) / years <= 9) ?? 1000;
  const ticks: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) ticks.push(year);
  const bottom = top + rows.length * rowHeight + 6;
  const at = (year: number): string => px(left + ((year - first) / (last - first)) * (right - left));
  return markup`<svg viewBox="0 0 ${layout.width} ${bottom + 24}" role="${medium.pictureRole}" aria-labelledby="bases-title" class="time-line">
<title id="bases-title">${reportWords.legalBases[language]}${punctuation.colon[language]}${reportWords.validity[language]}</title>
${ticks.map((year) => markup`<line class="grid" x1="${at(year)}" y1="${top - 6}" x2="${at(year)}" y2="${bottom}"/><text class="scale middle" x="${at(year)}" y="${top - 12}">${year}</text>`)}
${rows.map((row, index) => rowMarkup(row, top + index * rowHeight, { ...layout, xOf, right }, language, medium))}
<line class="judged" x1="${px(xOf(judgedOn))}" y1="${top - 6}" x2="${px(xOf(judgedOn))}" y2="${bottom + 4}"/><text class="judged-name ${xOf(judgedOn) > right - 50 ? 'end' : 'middle'}" x="${px(xOf(judgedOn) > right - 50 ? Math.min(right, xOf(judgedOn) + 24) : xOf(judgedOn))}" y="${bottom + 18}">${judgedOn}</text>
</svg>`;
}

function rowMarkup(
  { title, status, begin, end, amended, basis }: LegalValidity,
  y: number,
  { names, xOf, right }: Layout & { readonly right: number; xOf(date: string): number },
  language: Language,
  medium: Medium,
): Markup {
  const middle = y + rowHeight / 2;
  const from = begin === undefined ? undefined : xOf(begin);
  const to = end === undefined ? right : xOf(end);
  const tip = `${title}${punctuation.colon[language]}${begin ?? '?'} – ${end ?? '…'}`;
  const link = medium.toText(`time-${basis.id}`, [basis.idNode], tip);
  const name = markup`<text class="row-name end" x="${names - 12}" y="${px(middle + 4)}">${cut(title, 12, names - 20)}</text>`;
  if (from === undefined) {
    return markup`<g${link}><title>${tip}</title>${name}<text class="scale" x="${names + 6}" y="${px(middle + 4)}">${end === undefined ? validityWords.undated[language] : `${validityWords[status][language]} ${end}`}</text></g>
`;
  }
  const width = Math.max(2, to - from);
  return markup`<g${link}><title>${tip}</title>${name}<rect class="span ${status}" x="${px(from)}" y="${px(y + 6)}" width="${px(width)}" height="${rowHeight - 12}"/>${
    end === undefined
      ? markup`<path class="span ${status}" d="M${px(right)} ${px(y + 3)}l10 ${px(rowHeight / 2 - 3)}l-10 ${px(rowHeight / 2 - 3)}z"/>`
      : undefined
  }${amended.map((date) => markup`<line class="amended" x1="${px(xOf(date))}" y1="${px(y + 4)}" x2="${px(xOf(date))}" y2="${px(y + rowHeight - 4)}"/>`)}${
    basis.issued && basis.effective && basis.issued.value < basis.effective.value && xOf(basis.issued.value) >= names
      ? markup`<circle class="issued" cx="${px(xOf(basis.issued.value))}" cy="${px(middle)}" r="3"/>`
      : undefined
  }</g>
`;
}

/** A date as a number of years, with its part of the year. */
function yearOf(date: string): number {
  const year = Number(date.slice(0, 4));
  const days = daysBetween(`${date.slice(0, 4)}-01-01`, date) ?? 0;
  return year + days / 366;
}
