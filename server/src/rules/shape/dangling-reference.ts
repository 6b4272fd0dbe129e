import type { Bilingual } from '../../plan/field.ts';
import type { ProblemCodes, ProblemOf } from '../../plan/problem.ts';
import { isPlainSlip } from '../../text/nearest.ts';
import { remembered } from '../../text/remembered.ts';
import { renameKey, replaceScalar } from '../../yaml/edit.ts';
import type { YamlMap } from '../../yaml/tree.ts';
import { entriesOf, placeSpan } from '../../yaml/view.ts';
import { defineDocumentRule, type Fix } from '../rule.ts';
import { fromProblems } from '../shared/from-problems.ts';

const missing = (en: string, zh: string): Bilingual => ({
  en: `There is no ${en} '{id}' here or in an import.{hint} Correct the id, or declare it.`,
  zh: `本文件和导入文件中没有${zh}“{id}”。{hint}请更正标识，或予以声明。`,
});

const messages: Readonly<Record<ProblemCodes['dangling-reference'], Bilingual>> = {
  actor: missing('organization or body', '组织或机构'),
  organization: missing('organization', '组织'),
  right: missing('right', '权利'),
  responsibility: missing('responsibility', '职责'),
  'legal-basis': missing('legal basis', '法律依据'),
  agreement: missing('agreement', '协议'),
  level: {
    en: "There is no level '{id}' in this plan.{hint} Correct the id, or declare it under 'levels'.",
    zh: '本预案中没有级别“{id}”。{hint}请更正标识，或在 levels 中予以声明。',
  },
  via: missing('body, channel or exercise', '机构、渠道或演练'),
  addition: {
    en: "No import declares the organization '{id}'.{hint} Import the library that does, or describe the organization here without 'imported: true'.",
    zh: '导入文件中没有组织“{id}”。{hint}请导入声明该组织的库，或去掉 imported: true 并在此说明该组织。',
  },
};

export default defineDocumentRule({
  id: 'dangling-reference',
  group: 'shape',
  severity: 'error',
  fix: 'safe',
  summary: { en: 'A reference leads to nothing.', zh: '引用没有指向任何内容。' },
  why: {
    en: 'A task given to nobody, or a law cited that is not among the legal bases, is found out when it is needed most.',
    zh: '职责无人承担、所引法律未列入依据，往往在最需要时才被发现。',
  },
  source: '',
  messages,
  labels: { replace: { en: "Change to '{id}'", zh: '改为“{id}”' } },
  check: (context) => {
    // A map may be asked for its keys by thousands of references.
    const keysOf = remembered((map: YamlMap): ReadonlySet<string> => new Set(entriesOf(map).map(({ key }) => key.text)));
    return fromProblems('dangling-reference', context, (problem) => replacing(problem, keysOf));
  },
});

/** By the only near id. Of a legal reference only the id is replaced: the article behind it stays. */
function replacing({ code, place, data, candidates = [] }: ProblemOf<'dangling-reference'>, keysOf: KeysOf): readonly Fix[] {
  const [id] = candidates;
  if (id === undefined || candidates.length > 1) return [];
  // What a Chinese citation means is known with its article. Another id may be that of somebody who is still to be declared.
  const fix = { title: 'replace', data: { id }, safe: id.includes('#') || isPlainSlip(String(data.id), id) };
  if (place.kind === 'part') return [{ ...fix, edits: () => [{ span: placeSpan(place), newText: id }] }];
  if (place.kind !== 'scalar') return [];
  if (code !== 'addition') return [{ ...fix, edits: (text) => replaceScalar(text, place, id) }];
  // Two entries for one organization would be the next fault.
  const { parent: pair } = place;
  if (pair?.kind !== 'pair' || pair.key !== place || keysOf(pair.parent).has(id)) return [];
  return [{ ...fix, edits: (text) => renameKey(text, place, id) }];
}

type KeysOf = (map: YamlMap) => ReadonlySet<string>;
