// Links a document with its imports: checks names and references, and builds the plan that measures and rules look at.
import type { PlanDocument } from '../plan/build.ts';
import type { Problem } from '../plan/problem.ts';
import type { LegalBasis } from '../plan/shape.ts';
import { late } from '../text/late.ts';
import type { YamlScalar } from '../yaml/tree.ts';
import { boundImports, boundLinks } from './link-bound.ts';
import { linkPlan } from './link-plan.ts';
import { checkReferences, collectNames, type Declared, type Imported, type Names } from './names.ts';
import type { Misspelt, Plan } from './plan.ts';
import type { Closure } from './store.ts';
import { importedFiles, importProblems, isWhole, sightOf } from './store.ts';

export interface Linked {
  readonly document: PlanDocument;
  readonly names: Names;
  /** Of the document's shape, its imports, names and references. */
  readonly problems: readonly Problem[];
  /** Undefined for a library, and for a document without a readable `plan`. Built when first asked for: of a faulty text it seldom is. */
  readonly plan: Plan | undefined;
}

class LinkedDocument implements Linked {
  readonly document: PlanDocument;
  readonly problems: readonly Problem[];
  private readonly collect: () => Names;
  private readonly build: () => Plan | undefined;

  constructor(document: PlanDocument, problems: readonly Problem[], collect: () => Names, build: () => Plan | undefined) {
    this.document = document;
    this.problems = problems;
    this.collect = collect;
    this.build = late(build);
  }

  get names(): Names {
    return this.collect();
  }

  get plan(): Plan | undefined {
    return this.build();
  }
}

export function linkDocument(document: PlanDocument, closure: Closure): Linked {
  const files = late(() => boundImports(importedFiles(document, closure), closure.entry.documents.length));
  const imported = late((): readonly Imported[] =>
    files().kept.flatMap(({ file, via }) => file.documents.map((inner) => ({ document: inner, via }))),
  );
  const complete = late(() => files().problems.length === 0 && isWhole(document, files().kept, closure));
  const declared = late(() => collectNames(document, imported(), bringsTogether));
  const bound = late(() => boundLinks(document.content?.links ?? []));
  // Of a document whose text is faulty nothing else is said.
  const { problems, misspelt } = document.faulty ? { problems: document.problems, misspelt: nobody } : check();
  return new LinkedDocument(document, problems, () => declared().names, build);

  /** None of the imports sees both: it would be the one to speak of them. In a circle each sees what the others do, and each speaks. */
  function bringsTogether(one: PlanDocument, other: PlanDocument): boolean {
    return imported().every(({ document: inner }) => {
      const { imports } = sightOf(inner, closure);
      const sees = (each: PlanDocument): boolean => each === inner || imports.has(each);
      return !sees(one) || !sees(other) || sees(document);
    });
  }

  function check(): { readonly problems: readonly Problem[]; readonly misspelt: Misspelt } {
    const { names, problems: duplicates } = declared();
    const references = checkReferences(document, names, complete());
    const all = [
      ...document.problems,
      ...importProblems(document, closure),
      ...files().problems,
      ...duplicates,
      ...references.problems,
      ...parentProblems(document, names),
      ...bound().problems,
    ];
    return { problems: all, misspelt: references.misspelt };
  }

  function build(): Plan | undefined {
    const head = document.content?.plan;
    if (head === undefined) return undefined;
    const { kept, problems: unread } = bound();
    return linkPlan({
      document,
      head,
      imported: imported(),
      names: declared().names,
      links: kept,
      complete: complete() && unread.length === 0,
      misspelt,
      closure,
    });
  }
}

const nobody: ReadonlyMap<string, ReadonlySet<string>> = new Map();

/** `parent-plans` may name a legal basis only of kind `plan`. */
function parentProblems(document: PlanDocument, names: Names): readonly Problem[] {
  const kinds = new Map<YamlScalar, LegalBasis['kind']>();
  const kindOf = ({ declaration, document: { content } }: Declared): LegalBasis['kind'] => {
    if (!kinds.has(declaration.idNode)) for (const { idNode, kind } of content?.legalBases ?? []) kinds.set(idNode, kind);
    return kinds.get(declaration.idNode);
  };
  return (document.content?.plan?.parentPlans ?? []).flatMap((parent): readonly Problem[] => {
    if (parent.kind === 'path') return [];
    const declared = names.find('legal-basis', parent.reference.id);
    const kind = declared && kindOf(declared)?.value;
    if (kind === undefined || kind === 'plan') return [];
    return [
      {
        rule: 'wrong-reference-kind',
        code: 'parent-plan',
        place: parent.node,
        data: { id: parent.reference.id, found: kind },
        related: declared?.declaration.idNode,
      },
    ];
  });
}
