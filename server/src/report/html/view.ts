// The report's pictures as a view beside the text: the same sections, drawn for half a window, each of their elements leading to the text behind
// it. It gives fragments of markup; whoever shows them makes the page around them.
import type { Language } from '../../rules/render.ts';
import type { Range } from '../../text/line-index.ts';
import type { FileId } from '../../workspace/host.ts';
import type { SourceFile } from '../../workspace/source-file.ts';
import type { YamlNode } from '../../yaml/tree.ts';
import { legalValidities } from '../legal-validity.ts';
import type { PlanReport } from '../plan-report.ts';
import { reportWords } from '../report-words.ts';
import { exceptionsSection, findingsSection } from './findings.ts';
import { driversMarkup, glance } from './glance.ts';
import { holdingsSection } from './holdings.ts';
import { legalBasesSection } from './legal-bases.ts';
import { anchorOf, type Markup, markup } from './markup.ts';
import { matrixSection } from './matrix.ts';
import type { Medium } from './medium.ts';
import { modeSection } from './mode.ts';
import { networkSection } from './network.ts';

export interface View {
  /** What the list of the sections is called. */
  readonly contents: string;
  readonly sections: readonly ViewSection[];
  /** The files that elements lead to; they name them by their number here. */
  readonly files: readonly FileId[];
}

export interface ViewSection {
  /** Also the id of its element; of the first one `glance`, which stands before the others and has no heading of its own. */
  readonly id: string;
  readonly title: string;
  /**
   * Well-formed markup in which no text of the plan is anything but text. What leads to the text has `data-text`: one or more places, each
   * `file:line:character:line:character`, from 0.
   */
  readonly html: string;
}

/**
 * `sourceOf` knows every file that the plan reaches. A plan may have ten thousand actors: between one section and the next others have a turn,
 * and what that throws ends the drawing.
 */
export async function governanceView(
  report: PlanReport,
  sourceOf: (file: FileId) => SourceFile | undefined,
  language: Language,
  turn: () => Promise<void>,
): Promise<View> {
  const { context, exceptions } = report;
  const { plan, file } = context;
  const files: FileId[] = [];
  const medium = viewMedium(files, file.id, sourceOf);
  const sections: ViewSection[] = [];
  const section = async (id: string, title: string, draw: () => Markup): Promise<void> => {
    await turn();
    sections.push({ id, title, html: draw().markup });
  };
  const mode = (): Markup => modeSection(report, language, medium, driversMarkup(report, language, medium));
  const legalBases = (): Markup => legalBasesSection(legalValidities(context, language), language, medium);
  await section('glance', reportWords.summary[language], () => glance(report, language, medium));
  await section('mode', reportWords.mode[language], mode);
  await section('network', reportWords.network[language], () => networkSection(context, language, medium));
  await section('matrix', reportWords.matrix[language], () => matrixSection(plan, language, medium));
  await section('holdings', reportWords.holdings[language], () => holdingsSection(plan, language, medium));
  await section('legal-bases', reportWords.legalBases[language], legalBases);
  await section('findings', reportWords.findings[language], () => findingsSection(report, language, medium));
  if (exceptions.length > 0) await section('exceptions', reportWords.exceptions[language], () => exceptionsSection(report, language));
  return { contents: reportWords.contents[language], sections, files };
}

/** Notes in `files` each file that something leads to. */
function viewMedium(files: FileId[], own: FileId, sourceOf: (file: FileId) => SourceFile | undefined): Medium {
  const numbers = new Map<FileId, number>();
  const placeIn = (file: FileId, { start, end }: Range): string => {
    const number = numbers.get(file) ?? files.length;
    if (number === files.length) {
      numbers.set(file, number);
      files.push(file);
    }
    return [number, start.line, start.character, end.line, end.character].join(':');
  };
  const placeOf = (place: YamlNode | Range | undefined): readonly string[] => {
    if (place === undefined) return [];
    if (!('document' in place)) return [placeIn(own, place)];
    const { origin } = place.document;
    const range = sourceOf(origin)?.lines.range(place);
    return range ? [placeIn(origin, range)] : [];
  };
  return {
    isNarrow: true,
    pictureRole: 'group',
    toText: (key, places, label) => {
      const found = places.flatMap(placeOf);
      if (found.length === 0) return undefined;
      return markup` id="${anchorOf('to', key)}" data-text="${found.join(' ')}" role="link" tabindex="0"${label === undefined ? undefined : markup` aria-label="${label}"`}`;
    },
  };
}
