// Moving an organization to a library that the plan imports: who it is goes there, what it may and must do in this plan stays here.
import { buildDocuments } from '../plan/build.ts';
import type { Bilingual } from '../plan/field.ts';
import { organization as organizationShape } from '../plan/shape.ts';
import { fillText } from '../rules/render.ts';
import type { DocumentResult } from '../rules/run.ts';
import { editsBetween } from '../text/difference.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { touches } from '../text/span.ts';
import { linkDocument } from '../workspace/link.ts';
import { isNamedIn } from '../workspace/participants.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { insertPair, removePair } from '../yaml/edit.ts';
import { columnOf, indented, lastLineEnd, lineBreakOf } from '../yaml/layout.ts';
import { parseYaml } from '../yaml/parse.ts';
import { quoteScalar } from '../yaml/quote.ts';
import type { YamlMap, YamlNode, YamlPair, YamlScalar } from '../yaml/tree.ts';
import { findEntry, isNull } from '../yaml/view.ts';
import type { ActionSources, CodeAction } from './code-actions.ts';
import type { Analysis } from './session.ts';

const title: Bilingual = { en: "Move '{id}' to {path}", zh: '将“{id}”移到 {path}' };

/** What may stand beside `imported: true` (format.md section 4.4). */
const staying: ReadonlySet<string> = new Set(
  organizationShape.conditions.flatMap((condition) => (condition.kind === 'with' ? condition.allowed : [])),
);

export function moveActions(sources: ActionSources): readonly CodeAction[] {
  const { analysis, span, language } = sources;
  const { file } = analysis;
  return analysis.results().flatMap((result) => {
    const entry = entryAt(result, span.start);
    if (entry === undefined) return [];
    return librariesFor(entry, result, analysis).map(
      ({ library, path }): CodeAction => ({
        key: `move ${entry.id} ${library.id}`,
        title: fillText(title, { id: entry.id, path }, language),
        kind: 'refactor.move',
        isPreferred: false,
        findings: [],
        edits: async () => [
          { file: library, edits: additionTo(library, entry, file.text) },
          { file, edits: editsBetween(file.text, withoutDescription(file, result, entry)) },
        ],
      }),
    );
  });
}

interface Entry {
  readonly id: string;
  readonly pair: YamlPair;
  readonly map: YamlMap;
  readonly parent: string | undefined;
}

/** The organization whose id is at an offset, where this document declares it in its own words. */
function entryAt({ document }: DocumentResult, offset: number): Entry | undefined {
  const found = document.content?.organizations.find(({ idNode }) => idNode.document === document.yaml && touches(idNode, offset));
  if (document.faulty || found === undefined || found.imported?.value === true) return undefined;
  const { idNode, id, parent } = found;
  const pair = idNode.parent;
  if (pair?.kind !== 'pair' || pair.value.kind !== 'map' || isShared(pair.value)) return undefined;
  return { id, pair, map: pair.value, parent: parent?.id };
}

/** Whether anything in it is written elsewhere, or read from elsewhere. */
function isShared(node: YamlNode): boolean {
  if (node.anchor !== undefined) return true;
  switch (node.kind) {
    case 'alias':
      return true;
    case 'map':
      return node.pairs.some(({ key, value }) => isShared(key) || isShared(value));
    case 'list':
      return node.items.some(isShared);
    case 'scalar':
      return false;
  }
}

/** The imported libraries that can take it: those with one document, which see the organization above it too. */
function librariesFor(
  { parent }: Entry,
  { document }: DocumentResult,
  { closure }: Analysis,
): readonly { readonly library: SourceFile; readonly path: string }[] {
  return closure.edges(document).flatMap(({ kind, target, failure, path }) => {
    const library = kind === 'import' && failure === undefined && target !== undefined ? closure.files.get(target) : undefined;
    const [only, ...others] = library?.documents ?? [];
    if (library === undefined || only?.kind !== 'library' || only.faulty || only.content === undefined || others.length > 0) return [];
    const above = parent === undefined ? undefined : linkDocument(only, closure).names.find('actor', parent);
    if (parent !== undefined && (above === undefined || above.declaration.body)) return [];
    const organizations = findEntry(only.content.node, 'organizations');
    const value = organizations?.pair.value;
    const isOpen = organizations === undefined || value?.kind === 'map' || (value?.kind === 'scalar' && isNull(value));
    return isOpen && organizations?.merge === undefined ? [{ library, path }] : [];
  });
}

/** The pairs that say who it is, for the library. */
function additionTo({ text, documents }: SourceFile, { id, map }: Entry, source: string): readonly TextEdit[] {
  const root = documents[0]?.content?.node;
  if (root === undefined) return [];
  const pairs = map.pairs.filter((pair) => !isStaying(pair));
  const lines = pairs.map((pair) => sourceOf(pair, source));
  const description = `\n${lines.join('\n')}`;
  const value = findEntry(root, 'organizations')?.pair.value;
  if (value?.kind === 'map' || value?.kind === 'scalar') return insertPair(text, value, id, description);
  return insertPair(text, root, 'organizations', `\n${quoteScalar(id, { key: true })}:${indented(description, 2, '\n')}`);
}

/** A pair as it is written, its later lines moved to the left as far as its first; the comment behind it goes with it. */
function sourceOf(pair: YamlPair, source: string): string {
  if (pair.parent.flow) return source.slice(pair.start, pair.end);
  const column = columnOf(source, pair.start);
  const [first = '', ...rest] = source.slice(pair.start, lastLineEnd(source, pair)).split(/\r\n|\r|\n/);
  return [first, ...rest.map((line) => (line.slice(0, column).trim() === '' ? line.slice(column) : line))].join('\n');
}

function isStaying({ key }: YamlPair): boolean {
  return key.kind === 'scalar' && staying.has(key.text);
}

/** The plan's text without the pairs that say who it is; without the entry, where nothing is left to say and others name it. */
function withoutDescription({ id: fileId, text }: SourceFile, { document }: DocumentResult, { id, pair, map }: Entry): string {
  const stays = map.pairs.some(isStaying) || !isNamedIn(document, id);
  if (!stays) return applyEdits(text, removePair(text, pair)).text;
  const separator = map.flow ? ', ' : `${lineBreakOf(text)}${' '.repeat(columnOf(text, map.start))}`;
  const at = map.flow ? map.start + 1 : map.start;
  let current = applyEdits(text, [{ span: { start: at, end: at }, newText: `imported: true${separator}` }]).text;
  for (const moved of map.pairs.filter((candidate) => !isStaying(candidate))) {
    const key = (moved.key as YamlScalar).text;
    // Each removal may move the next one: the text is read anew.
    const entry = organizationIn(fileId, current, document.yaml.index, id);
    const found = entry && findEntry(entry, key)?.pair;
    if (found) current = applyEdits(current, removePair(current, found)).text;
  }
  return current;
}

function organizationIn(file: string, text: string, index: number, id: string): YamlMap | undefined {
  const documents = buildDocuments(parseYaml(text, { origin: file }), true);
  const document = documents.find(({ yaml }) => yaml.index === index);
  return document?.content?.organizations.find((candidate) => candidate.id === id)?.node;
}
