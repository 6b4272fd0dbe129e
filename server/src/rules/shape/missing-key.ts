import type { Bilingual } from '../../plan/field.ts';
import type { ProblemCodes, ProblemOf } from '../../plan/problem.ts';
import { insertPair } from '../../yaml/edit.ts';
import type { YamlMap, YamlNode } from '../../yaml/tree.ts';
import { findEntry, followAlias } from '../../yaml/view.ts';
import { type DocumentContext, defineDocumentRule, type Fix } from '../rule.ts';
import { fromProblems } from '../shared/from-problems.ts';
import { placeholder } from '../shared/placeholder.ts';
import { mapShapeAt } from '../shared/shape-at.ts';

const messages: Readonly<Record<ProblemCodes['missing-key'], Bilingual>> = {
  missing: { en: "The key '{key}' is required here. Add it.", zh: '此处必须有键“{key}”，请补充。' },
  empty: { en: "'{key}' is required, and its list is empty. Fill it.", zh: '“{key}”为必填项，其列表却为空，请填写。' },
};

export default defineDocumentRule({
  id: 'missing-key',
  group: 'shape',
  severity: 'error',
  fix: 'offered',
  summary: { en: 'A required key is missing.', zh: '缺少必填的键。' },
  why: {
    en: 'Without it the entry cannot be understood: an organization without a sector stands on no side, a duty without a phase is due never.',
    zh: '缺少该键，条目便无法理解：没有部门类别的组织不知属于哪一侧，没有阶段的职责不知何时履行。',
  },
  source: '',
  messages,
  labels: { insert: { en: "Insert '{key}: {value}' for the author to complete", zh: '插入“{key}: {value}”，由编制者补充' } },
  check: (context) => fromProblems('missing-key', context, (problem) => inserting(problem, context)),
});

/** The least that the format accepts, for the author to complete. */
function inserting(problem: ProblemOf<'missing-key'>, { asOf, candidates }: DocumentContext): readonly Fix[] {
  const key = String(problem.data.key);
  const map = lackingMap(problem, key);
  const field = map && mapShapeAt(map.site)?.fields[key];
  const value = field && placeholder(field.shape, { date: asOf, ids: candidates });
  if (map === undefined || value === undefined) return [];
  const empty = findEntry(map.node, key)?.pair.value;
  const edits: Fix['edits'] = (text) =>
    empty ? [{ span: { start: empty.start, end: empty.end }, newText: value }] : insertPair(text, map.node, key, value);
  return [{ title: 'insert', data: { key, value }, safe: false, edits }];
}

interface LackingMap {
  readonly node: YamlMap;
  /** Where it belongs in the format: the map itself, or the key or alias that brings it there. */
  readonly site: YamlNode;
}

/** The map in question: the finding stands at the key that leads to it, at its own first key, at an alias, or at the empty map. */
function lackingMap({ place, code }: ProblemOf<'missing-key'>, key: string): LackingMap | undefined {
  if (place.kind === 'span' || place.kind === 'part') return undefined;
  const pair = place.parent?.kind === 'pair' && place.parent.key === place ? place.parent : undefined;
  const maps: readonly (readonly [YamlNode | undefined, YamlNode | undefined])[] = [
    [pair ? pair.value : place, place],
    [pair?.parent, pair?.parent],
  ];
  for (const [node, site] of maps) {
    const target = node && followAlias(node);
    if (target?.kind !== 'map' || site === undefined || mapShapeAt(site)?.fields[key] === undefined) continue;
    if ((findEntry(target, key) !== undefined) === (code === 'empty')) return { node: target, site };
  }
  return undefined;
}
