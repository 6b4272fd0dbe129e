// The changes that the counterfactual search finds, made in the text of the plan. Comments and layout stay.
import { type Change, newLinkType } from '../governance/change.ts';
import { buildDocuments } from '../plan/build.ts';
import type { DocumentContent } from '../plan/shape.ts';
import { growingKey, growList } from '../rules/shared/growth.ts';
import { setField } from '../rules/shared/set-field.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { withLineEndsOf } from '../text/line-ends.ts';
import type { Plan } from '../workspace/plan.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { removePair } from '../yaml/edit.ts';
import { parseYaml } from '../yaml/parse.ts';
import { quoteScalar } from '../yaml/quote.ts';
import { removeItem } from '../yaml/remove-item.ts';
import type { YamlMap } from '../yaml/tree.ts';

/** The text after the changes; undefined where one of them is in what an alias or a merge key brings in, and so is written elsewhere. */
export function applyChanges(file: SourceFile, plan: Plan, changes: readonly Change[]): string | undefined {
  // Places are counted from the beginning of a list: what is taken out goes last, the hindmost first.
  const removals = changes.filter(({ kind }) => kind === 'remove-link');
  const ordered = [
    ...changes.filter((change) => !removals.includes(change)),
    ...removals.sort((a, b) => placeOf(b, plan) - placeOf(a, plan)),
  ];
  let text = file.text;
  for (const change of ordered) {
    // Each change may move the places of the next one: the text is read anew.
    const documents = buildDocuments(parseYaml(text, { origin: file.id }), true);
    const content = documents.find(({ yaml }) => yaml.index === plan.document.yaml.index)?.content;
    const edits = content && editsFor(change, content, plan, text);
    if (edits === undefined) return undefined;
    text = applyEdits(text, withLineEndsOf(text, edits)).text;
  }
  return text;
}

function editsFor(change: Change, content: DocumentContent, plan: Plan, text: string): readonly TextEdit[] | undefined {
  switch (change.kind) {
    case 'seat': {
      const body = content.bodies.find(({ id }) => id === change.body.id);
      return (
        body &&
        growList(growingKey(body.node, change.seat === 'member' ? 'members' : 'co-chairs'), idSource(change.organization.id))?.(text)
      );
    }
    case 'joint-decision': {
      const actors = [...content.organizations, ...content.bodies];
      const right = actors.flatMap(({ rights }) => rights).find(({ id }) => id === change.right.id);
      if (right === undefined) return undefined;
      const rule = setField(right.node, 'rule', 'joint')(text);
      if (right.with.some(({ id }) => id === change.organization.id)) return rule;
      const holders = growList(growingKey(right.node, 'with'), idSource(change.organization.id))?.(text);
      return holders && [...rule, ...holders];
    }
    case 'mutual': {
      const link = content.links[placeOf(change, plan)];
      return link && setField(link.node, 'mutual', 'true')(text);
    }
    case 'cooperative-link': {
      const to = listSource(change.to.map(({ id }) => id));
      const entry = `{from: ${idSource(change.from.id)}, to: ${to}, type: ${newLinkType}, mutual: true}`;
      return growList(growingKey(content.node, 'links'), entry)?.(text);
    }
    case 'participation-entry': {
      const who = listSource(change.organizations.map(({ id }) => id));
      const entry = `{phases: ${listSource(change.phases)}, who: ${who}, level: ${change.level}}`;
      return growList(growingKey(content.node, 'participation'), entry)?.(text);
    }
    case 'participation-level': {
      const entry = content.participation[placeOf(change, plan)];
      return entry && setField(entry.node, 'level', change.level)(text);
    }
    case 'remove-link': {
      const link = content.links[placeOf(change, plan)];
      return link && removeEntry(link.node, text);
    }
  }
}

/** The place of a link or an entry among those that the plan has read; -1 for a change of anything else. */
function placeOf(change: Change, { content }: Plan): number {
  switch (change.kind) {
    case 'mutual':
    case 'remove-link':
      return content.links.indexOf(change.link.declaration);
    case 'participation-level':
      return content.participation.findIndex(({ node }) => node === change.entry.node);
    case 'seat':
    case 'joint-decision':
    case 'cooperative-link':
    case 'participation-entry':
      return -1;
  }
}

/** A single entry stands for a list of one, and goes with its key. */
function removeEntry(node: YamlMap, text: string): readonly TextEdit[] | undefined {
  const { parent } = node;
  if (parent?.kind === 'pair') return removePair(text, parent);
  const edits = removeItem(text, node);
  return edits.length > 0 ? edits : undefined;
}

function idSource(id: string): string {
  return quoteScalar(id, { key: true, flow: true });
}

function listSource(words: readonly string[]): string {
  return words.length === 1 ? idSource(words.join('')) : `[${words.map(idSource).join(', ')}]`;
}
