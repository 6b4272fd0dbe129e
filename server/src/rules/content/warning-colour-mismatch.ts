// A warning level whose colour is not that of its order.
import type { Bilingual } from '../../plan/field.ts';
import { colours } from '../../plan/vocabulary.ts';
import { insertPair, replaceScalar } from '../../yaml/edit.ts';
import { ancestors } from '../../yaml/route.ts';
import type { YamlMap } from '../../yaml/tree.ts';
import { type Entry, findEntry } from '../../yaml/view.ts';
import type { Fix } from '../rule.ts';
import { defineRule } from '../rule.ts';

const colourOfOrder = ['red', 'orange', 'yellow', 'blue'] as const;

export default defineRule({
  id: 'warning-colour-mismatch',
  group: 'content',
  severity: 'error',
  profiles: ['cn'],
  fix: 'safe',
  summary: {
    en: 'A warning level has another colour than its order: 1 red, 2 orange, 3 yellow, 4 blue.',
    zh: '预警级别的颜色与级别不符：一级红色、二级橙色、三级黄色、四级蓝色。',
  },
  why: {
    en: 'The law fixes the colours. A yellow that means orange makes people leave too late.',
    zh: '预警颜色由法律规定。把橙色标成黄色，会使群众转移过迟。',
  },
  source: 'Art. 63',
  messages: {
    mismatch: {
      en: "Warning level '{level}' has order {order} and colour {colour}, but the law gives order {order} the colour {expected}. Correct the colour or the order.",
      zh: '预警级别“{level}”为 {order} 级，标为{colour}，而法律规定 {order} 级为{expected}。请更正颜色或级别。',
    },
    beyond: {
      en: "Warning level '{level}' has order {order}, but the law knows four warning levels only. Remove the level or correct its order.",
      zh: '预警级别“{level}”为 {order} 级，而法律只规定四级预警。请删除该级别或更正其序号。',
    },
  },
  labels: { replace: { en: 'Change the colour to {expected}', zh: '将颜色改为{expected}' } },
  *check(plan) {
    for (const { scheme, order, colour, id, idNode, node } of plan.content.levels) {
      if (scheme?.value !== 'warning' || order === undefined || colour === undefined) continue;
      const expected = colourOfOrder[order.value - 1];
      if (expected === colour.value) continue;
      const entry = findEntry(node, 'colour');
      const at = entry === undefined || entry.merge ? idNode : entry.pair.value;
      const data = { level: id, order: order.value, colour: nameOf(colour.value) };
      if (expected === undefined) {
        yield { message: 'beyond', at, data };
        continue;
      }
      const name = { expected: nameOf(expected) };
      const edits = entry && recolour(node, entry, expected);
      yield {
        message: 'mismatch',
        at,
        data: { ...data, ...name },
        fixes: edits ? [{ title: 'replace', data: name, safe: true, edits }] : [],
      };
    }
  },
});

/** Without the remark that explains it. */
function nameOf(colour: keyof typeof colours): Bilingual {
  return { en: colour, zh: colours[colour].zh };
}

/** A merged colour is overridden. One that an anchor gives to others too may be right for them: then the author must judge. */
function recolour(level: YamlMap, { pair, merge }: Entry, colour: string): Fix['edits'] | undefined {
  if ([level, ...ancestors(level)].some((above) => above.kind !== 'pair' && above.anchor !== undefined)) return undefined;
  if (merge) return (text) => insertPair(text, level, 'colour', colour);
  const { value } = pair;
  return value.kind === 'scalar' && value.anchor === undefined ? (text) => replaceScalar(text, value, colour) : undefined;
}
