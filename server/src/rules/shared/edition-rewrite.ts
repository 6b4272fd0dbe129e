// Turning the declaration of a replaced instrument into that of its successor, together with every citation of it.
import type { LegalReference } from '../../plan/field.ts';
import type { LegalBasis } from '../../plan/shape.ts';
import { append } from '../../text/append.ts';
import type { TextEdit } from '../../text/edit.ts';
import { late } from '../../text/late.ts';
import { remembered } from '../../text/remembered.ts';
import type { Plan } from '../../workspace/plan.ts';
import { insertPair, removePair, replaceScalar } from '../../yaml/edit.ts';
import type { YamlScalar } from '../../yaml/tree.ts';
import { entriesOf, findEntry } from '../../yaml/view.ts';
import type { Fix } from '../rule.ts';
import { beginOf, citationOf } from './instruments.ts';
import { citesSuccessor, identifyInstrument, type KnownInstrument } from './legal-register.ts';
import { successorLocator } from './retarget.ts';

export type EditionRewriter = (basis: LegalBasis, known: KnownInstrument) => readonly Fix[];

/**
 * The fixes for an outdated instrument of the plan's own: `link` where the plan declares the successor too, else `rewrite`. Only where each
 * cited article has one successor can it be rewritten; it is safe unless the successor comes into force after the plan.
 */
export function createEditionRewriter(plan: Plan): EditionRewriter {
  const citations = late(() => locatedCitations(plan));
  const successorOf = remembered((known: KnownInstrument): LegalBasis | undefined => {
    return [...plan.legalBases.values()].find(({ value }) => citesSuccessor(citationOf(value), known))?.value;
  });
  return (basis, known) => {
    if (basis.repealed || basis.supersededBy || basis.node.document !== plan.document.yaml) return [];
    const successor = successorOf(known);
    if (successor) {
      // Without a date of the successor nobody could tell since when it stands in the old one's place.
      if (beginOf(successor) === undefined) return [];
      const link = (text: string): readonly TextEdit[] => insertPair(text, basis.node, 'superseded-by', successor.id);
      return [{ title: 'link', data: { id: successor.id }, safe: false, edits: link }];
    }
    return rewrite(basis, known, citations().get(basis.id) ?? [], plan);
  };
}

/** By instrument, the citations that name an article. */
function locatedCitations({ document }: Plan): ReadonlyMap<string, readonly LegalReference[]> {
  const citations = new Map<string, LegalReference[]>();
  for (const reference of document.legalReferences) {
    if (reference.locator !== undefined) append(citations, reference.id, reference);
  }
  return citations;
}

function rewrite(basis: LegalBasis, known: KnownInstrument, citations: readonly LegalReference[], plan: Plan): readonly Fix[] {
  const targets = citations.map(({ node, locator }) => ({ node, locator: successorLocator(known, locator) }));
  const titles = newTitles(basis, known);
  if (titles === undefined || targets.some(({ locator }) => locator === undefined)) return [];
  const { effective } = known.replacedBy;
  const late = basis.effective && effective !== undefined && plan.head.effective && effective > plan.head.effective.value;
  const edits = (text: string): readonly TextEdit[] => [
    ...[...titles].flatMap(([node, title]) => replaceScalar(text, node, title)),
    ...newFields(basis, known).flatMap(([key, value]) => rewriteField(text, basis, key, value)),
    ...targets.flatMap(({ node, locator }) => replaceScalar(text, node, `${basis.id}#${locator}`)),
  ];
  return [{ title: 'rewrite', safe: !late, edits }];
}

/** The fields that tell one edition from another, as the successor has them; undefined for what the register does not know of it. */
function newFields(basis: LegalBasis, { replacedBy }: KnownInstrument): readonly (readonly [string, string | number | undefined])[] {
  const inChinese = (number: string): boolean => /\p{Script=Han}/u.test(number);
  const number = replacedBy.numbers.find((item) => inChinese(item) === inChinese(basis.number?.value ?? '')) ?? replacedBy.numbers[0];
  return [
    ['number', number],
    ['issued', replacedBy.issued],
    ['effective', replacedBy.effective],
    ['articles', replacedBy.articles],
    // Amendments and the address of the text belong to the old edition.
    ['amended', undefined],
    ['url', undefined],
  ];
}

/** A field that is there gets its new value; what is not known any more goes. */
function rewriteField(text: string, { node }: LegalBasis, key: string, value: string | number | undefined): readonly TextEdit[] {
  const entry = findEntry(node, key);
  if (entry === undefined || entry.merge !== undefined) return [];
  if (value === undefined) return removePair(text, entry.pair);
  return entry.value?.kind === 'scalar' ? replaceScalar(text, entry.value, value) : [];
}

/** The titles that change; undefined where one must, and the register has none in its language. */
function newTitles({ title }: LegalBasis, known: KnownInstrument): ReadonlyMap<YamlScalar, string> | undefined {
  const titles = new Map<YamlScalar, string>();
  const { node } = title ?? {};
  const written = node?.kind === 'map' ? entriesOf(node).map(({ key, value }) => [key.text, value] as const) : [['', node] as const];
  for (const [tag, scalar] of written) {
    if (scalar?.kind !== 'scalar') return undefined;
    // A title that the successor bears as well can stay; one that names the old edition, or only ever meant it, cannot.
    if (identifyInstrument({ titles: [scalar.text] }) === undefined) continue;
    const language = tag === '' ? (/\p{Script=Han}/u.test(scalar.text) ? 'zh' : 'en') : tag.split('-')[0];
    if (language !== 'zh' && language !== 'en') return undefined;
    titles.set(scalar, known.replacedBy.title[language]);
  }
  return titles;
}
