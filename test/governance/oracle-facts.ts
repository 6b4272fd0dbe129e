// The oracle's reading of a plan: plain parsed YAML → flat lists of facts. It shares no code with the core; it is written from the text of the
// specification, to be looked through at a glance, and cares nothing for speed.

// biome-ignore lint/suspicious/noExplicitAny: the oracle reads untyped YAML values on purpose, so that no type of the core can lead it.
export type Data = any;

export interface OracleOrg {
  readonly id: string;
  readonly sector: string | undefined;
  readonly affiliated: boolean;
  readonly external: boolean;
}

export interface OracleBody {
  readonly id: string;
  readonly kind: string;
  readonly decisionRule: string;
  readonly chair: readonly string[];
  readonly coChairs: readonly string[];
  readonly members: readonly string[];
  /** Deputies, office, advisers and observers: they matter to the network only. */
  readonly others: readonly string[];
}

export interface OracleHolding {
  readonly id: string;
  readonly owner: string;
  readonly holders: readonly string[];
  readonly phases: readonly string[] | undefined;
  readonly kind: string;
  readonly rule: string;
}

export interface OracleFunction {
  readonly id: string;
  readonly coordinator: readonly string[];
  readonly primary: readonly string[];
  readonly phases: readonly string[] | undefined;
}

export interface OracleLink {
  readonly sort: 'link';
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly phases: readonly string[] | undefined;
}

export interface OracleParticipation {
  readonly index: number;
  readonly who: readonly string[];
  readonly level: string;
  readonly phases: readonly string[] | undefined;
}

export interface Facts {
  readonly scope: readonly string[];
  readonly orgs: readonly OracleOrg[];
  readonly bodies: readonly OracleBody[];
  readonly rights: readonly OracleHolding[];
  readonly responsibilities: readonly OracleHolding[];
  readonly functions: readonly OracleFunction[];
  readonly links: readonly OracleLink[];
  readonly participation: readonly OracleParticipation[];
  readonly channels: readonly (readonly string[])[];
  /** What stability can delete, in document order; of equal links each. */
  readonly order: readonly Deletion[];
}

export type Deletion =
  | OracleLink
  | { readonly sort: 'right' | 'body' | 'function'; readonly id: string }
  | { readonly sort: 'participation'; readonly index: number };

const SHARED_RULES = ['majority', 'consensus', 'joint-sign'];
const PHASES = ['prevention', 'preparedness', 'warning', 'response', 'recovery'];

/** Shapes: a single item stands for a list of one; `[]` and a missing key are the same. */
export function list(value: Data): Data[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

/** `files` maps paths (all in one folder) to parsed documents; the first document of each file is the one that counts. */
export function readFacts(main: Data, files: ReadonlyMap<string, Data>): Facts {
  const imports = reachable(main, files, new Set());
  const documents = [main, ...imports];

  const orgs = new Map<string, OracleOrg>();
  for (const document of documents) {
    for (const [id, entry] of Object.entries<Data>(document.organizations ?? {})) {
      if (entry.imported === true) continue;
      const own = main.organizations?.[id];
      // Being outside is relative to a plan's system: of the entries that add to it, only this plan's own may say so anew.
      const external = (own?.imported === true ? (own.external ?? entry.external) : entry.external) === true;
      orgs.set(id, { id, sector: entry.sector, affiliated: entry.autonomy === 'affiliated', external });
    }
  }
  const bodyEntries = new Map<string, Data>(documents.flatMap((document) => Object.entries<Data>(document.bodies ?? {})));
  const declared = new Set([...orgs.keys(), ...bodyEntries.keys()]);
  const taking = takingPart(main, imports, declared);
  const known = (ids: Data) => [...new Set(list(ids))].filter((id) => taking.has(id));
  const knownOrgs = (ids: Data) => known(ids).filter((id) => orgs.has(id));

  const bodies = [...bodyEntries]
    .filter(([id]) => taking.has(id))
    .map(([id, entry]) => ({
      id,
      kind: entry.kind,
      decisionRule: SHARED_RULES.includes(entry['decision-rule']) ? entry['decision-rule'] : 'chair-decides',
      chair: knownOrgs(entry.chair),
      coChairs: knownOrgs(entry['co-chairs']),
      members: knownOrgs(entry.members),
      others: ['deputies', 'office', 'advisers', 'observers'].flatMap((key) => knownOrgs(entry[key])),
    }));

  const holdings = (key: 'rights' | 'responsibilities'): OracleHolding[] =>
    documents.flatMap((document) =>
      actorEntries(document)
        .filter(([owner]) => taking.has(owner))
        .flatMap(([owner, actor]) =>
          Object.entries<Data>(actor[key] ?? {}).map(([id, entry]) => ({
            id,
            owner,
            holders: known([owner, ...list(entry.with)]),
            phases: phasesOf(entry),
            kind: entry.kind,
            rule: entry.rule ?? 'sole',
          })),
        ),
    );

  const functions = Object.entries<Data>(main.functions ?? {}).map(([id, entry]) => ({
    id,
    coordinator: known(entry.coordinator),
    primary: known(entry.primary),
    phases: phasesOf(entry),
  }));
  const participation = list(main.participation).map((entry, index) => ({
    index,
    who: known(entry.who),
    level: entry.level,
    phases: phasesOf(entry),
  }));
  const channels = Object.values<Data>(main.channels ?? {}).map((entry) => known(entry.serves));
  const scope = [...new Set(phasesOf(main.plan ?? {}) ?? PHASES)];

  const links = expandedLinks(main, taking);

  return {
    scope,
    orgs: [...orgs.values()].filter((org) => taking.has(org.id)),
    bodies,
    rights: holdings('rights'),
    responsibilities: holdings('responsibilities'),
    functions,
    links,
    participation,
    channels,
    order: documentOrder(main, imports, links, taking),
  };
}

/** The plan without one element, as classifier.md §5 words a deletion. */
export function without(facts: Facts, deletion: Deletion): Facts {
  switch (deletion.sort) {
    case 'link': {
      const { from, to, type } = deletion;
      return { ...facts, links: facts.links.filter((link) => !(link.from === from && link.to === to && link.type === type)) };
    }
    case 'right':
      return { ...facts, rights: facts.rights.filter((right) => right.id !== deletion.id) };
    case 'function':
      return { ...facts, functions: facts.functions.filter((each) => each.id !== deletion.id) };
    case 'participation':
      return { ...facts, participation: facts.participation.filter((entry) => entry.index !== deletion.index) };
    case 'body': {
      const stays = (id: string) => id !== deletion.id;
      const kept = (holdings: readonly OracleHolding[]) =>
        holdings.filter((each) => stays(each.owner)).map((each) => ({ ...each, holders: each.holders.filter(stays) }));
      return {
        ...facts,
        bodies: facts.bodies.filter((body) => stays(body.id)),
        links: facts.links.filter((link) => stays(link.from) && stays(link.to)),
        rights: kept(facts.rights),
        responsibilities: kept(facts.responsibilities),
        functions: facts.functions.map((each) => ({
          ...each,
          coordinator: each.coordinator.filter(stays),
          primary: each.primary.filter(stays),
        })),
        participation: facts.participation.map((entry) => ({ ...entry, who: entry.who.filter(stays) })),
        channels: facts.channels.map((serves) => serves.filter(stays)),
      };
    }
  }
}

/** The elements of one phase: what states no phases is in all of them. Bodies, organizations and channels stay whole. */
export function inPhase(facts: Facts, phase: string): Facts {
  const holds = (element: { readonly phases: readonly string[] | undefined }) =>
    element.phases === undefined || element.phases.includes(phase);
  return {
    ...facts,
    scope: [phase],
    rights: facts.rights.filter(holds),
    responsibilities: facts.responsibilities.filter(holds),
    functions: facts.functions.filter(holds),
    links: facts.links.filter(holds),
    participation: facts.participation.filter(holds),
  };
}

/** The deletions of §5 that the given facts (of a whole plan, or of a phase) hold, in document order; a link where it first stands in them. */
export function deletions(facts: Facts): Deletion[] {
  const same = (a: Deletion, b: Deletion) =>
    a.sort === 'link' && b.sort === 'link' && a.from === b.from && a.to === b.to && a.type === b.type;
  return facts.order.filter((each, place) => {
    switch (each.sort) {
      case 'link':
        return (
          facts.links.includes(each) &&
          !facts.order.some((other, i) => i < place && same(each, other) && facts.links.includes(other as OracleLink))
        );
      case 'right':
        return facts.rights.some((right) => right.id === each.id);
      case 'body':
        return facts.bodies.some((body) => body.id === each.id);
      case 'function':
        return facts.functions.some((one) => one.id === each.id);
      case 'participation':
        return facts.participation.some((entry) => entry.index === each.index);
    }
    return false;
  });
}

/** What is no phase is ignored, and a list with nothing left counts as absent. */
function phasesOf(entry: Data): string[] | undefined {
  const phases = list(entry.phases).filter((phase) => PHASES.includes(phase));
  return phases.length > 0 ? phases : undefined;
}

function reachable(document: Data, files: ReadonlyMap<string, Data>, seen: Set<string>): Data[] {
  return list(document.imports).flatMap((path) => {
    if (seen.has(path) || !files.has(path)) return [];
    seen.add(path);
    const imported = files.get(path);
    return [imported, ...reachable(imported, files, seen)];
  });
}

function actorEntries(document: Data): [string, Data][] {
  return [...Object.entries<Data>(document.organizations ?? {}), ...Object.entries<Data>(document.bodies ?? {})];
}

function seatsOf(body: Data): string[] {
  return ['chair', 'co-chairs', 'deputies', 'office', 'members', 'advisers', 'observers'].flatMap((key) => list(body[key]));
}

function coNamed(actor: Data): string[] {
  const entries = [...Object.values<Data>(actor.rights ?? {}), ...Object.values<Data>(actor.responsibilities ?? {})];
  return entries.flatMap((entry) => list(entry.with));
}

/** Every actor of the document itself, and of the imported ones those that it names, directly or through an imported one that takes part. */
function takingPart(main: Data, imports: readonly Data[], declared: ReadonlySet<string>): Set<string> {
  const named: string[] = [];
  for (const [id, actor] of actorEntries(main)) named.push(id, ...coNamed(actor));
  for (const body of Object.values<Data>(main.bodies ?? {})) named.push(...seatsOf(body), ...list(body['established-by']));
  for (const each of Object.values<Data>(main.functions ?? {})) {
    named.push(...list(each.coordinator), ...list(each.primary), ...list(each.support));
  }
  for (const link of list(main.links)) named.push(...list(link.from), ...list(link.to));
  for (const each of Object.values<Data>(main.procedures ?? {})) named.push(...list(each.by), ...list(each.to));
  for (const each of Object.values<Data>(main.channels ?? {})) named.push(...list(each['operated-by']), ...list(each.serves));
  for (const each of list(main.participation)) named.push(...list(each.who), ...list(each.via));
  for (const each of list(main.cultivation)) named.push(...list(each.provider), ...list(each.recipients));
  for (const each of Object.values<Data>(main.exercises ?? {})) named.push(...list(each.participants));

  const taking = new Set(named.filter((id) => declared.has(id)));
  for (let before = -1; before !== taking.size; ) {
    before = taking.size;
    for (const document of imports) {
      for (const [id, actor] of actorEntries(document)) {
        if (!taking.has(id)) continue;
        const onward = id in (document.bodies ?? {}) ? [...seatsOf(actor), ...coNamed(actor)] : coNamed(actor);
        for (const other of onward) if (declared.has(other)) taking.add(other);
      }
    }
  }
  return taking;
}

function expandedLinks(main: Data, taking: ReadonlySet<string>): OracleLink[] {
  const pairs: OracleLink[] = [];
  for (const link of list(main.links)) {
    for (const from of list(link.from)) {
      for (const to of list(link.to)) {
        if (from === to || !taking.has(from) || !taking.has(to)) continue;
        pairs.push({ sort: 'link', from, to, type: link.type, phases: phasesOf(link) });
        if (link.mutual === true) pairs.push({ sort: 'link', from: to, to: from, type: link.type, phases: phasesOf(link) });
      }
    }
  }
  return pairs;
}

/** What can be deleted, as it stands in the text; the elements of imports follow those of their own section. */
function documentOrder(main: Data, imports: readonly Data[], links: readonly OracleLink[], taking: ReadonlySet<string>): Deletion[] {
  const rightsIn = (entry: Data): Deletion[] => Object.keys(entry.rights ?? {}).map((id) => ({ sort: 'right', id }));
  const inOrganizations = (document: Data): Deletion[] =>
    Object.entries<Data>(document.organizations ?? {}).flatMap(([id, entry]) => (taking.has(id) ? rightsIn(entry) : []));
  const inBodies = (document: Data): Deletion[] =>
    Object.entries<Data>(document.bodies ?? {}).flatMap(([id, entry]) =>
      taking.has(id) ? [{ sort: 'body', id } as Deletion, ...rightsIn(entry)] : [],
    );
  const sections = Object.keys(main);
  for (const section of ['organizations', 'bodies']) if (!sections.includes(section)) sections.push(section);

  return sections.flatMap((section): Deletion[] => {
    switch (section) {
      case 'organizations':
        return [main, ...imports].flatMap(inOrganizations);
      case 'bodies':
        return [main, ...imports].flatMap(inBodies);
      case 'functions':
        return Object.keys(main.functions).map((id) => ({ sort: 'function', id }));
      case 'links':
        return [...links];
      case 'participation':
        return list(main.participation).map((_, index) => ({ sort: 'participation', index }));
      default:
        return [];
    }
  });
}
