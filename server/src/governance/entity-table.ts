// Everything that a document says about governance, entity by entity, under the names by which findings know them: what two versions of it
// are compared by. Links are the pairs they expand to, participation is who takes part in which phase, seats stand apart from their bodies.

import type { PlanDocument } from '../plan/build.ts';
import type { MapBase, MapShape, Reference } from '../plan/field.ts';
import { documentShape, type Organization } from '../plan/shape.ts';
import { append } from '../text/append.ts';
import type { Actor, Plan, Seat } from '../workspace/plan.ts';
import type { YamlNode } from '../yaml/tree.ts';
import { entriesOf } from '../yaml/view.ts';
import { type PlainFields, type PlainValue, plainFields, plainList } from './plain-value.ts';
import { seatKeys } from './seats.ts';

export interface TableEntry {
  /** `rights/activate-high`, `links/city-gov/task/blue-sky`, `seats/flood-hq/blue-sky`, `plan`. */
  readonly entity: string;
  /** The actor that declares a right, a responsibility or a capability. */
  readonly holder?: string;
  readonly fields: PlainFields;
  /** The ids it names: what stands and falls with it. */
  readonly ids: ReadonlySet<string>;
  /** Where it is named: the key of its id, the item of its list, the reference of a seat. */
  readonly at: YamlNode;
  /** All it is written in. */
  readonly whole: YamlNode;
  /** For what is imported: where the plan names it first. */
  readonly site?: YamlNode;
  /** Where a field is written. */
  fieldAt(key: string): YamlNode | undefined;
}

export type EntityTable = ReadonlyMap<string, TableEntry>;

/** What a plan sees: its own, and of what it imports the actors that take part and the legal bases and agreements that are named. */
export function planTable(plan: Plan): EntityTable {
  const table = new Map<string, TableEntry>();
  const add = createAdder(table);
  const { content, document } = plan;
  const siteOf = createSites(document);
  const sited = (imported: boolean, id: string): { readonly site?: YamlNode } => {
    const site = imported ? siteOf(id) : undefined;
    return site ? { site } : {};
  };
  add('plan', plan.head, shapes.plan);
  if (content.context) add('context', content.context, shapes.context);
  for (const actor of plan.organizations) addActor(actor, sited(actor.imported, actor.id), add);
  for (const body of plan.bodies) addActor(body, sited(body.imported, body.id), add);
  for (const body of plan.bodies) for (const [holder, seats] of seatsByHolder(body.seats)) addSeats(table, body.id, holder, seats);
  const named = namedIds(plan);
  for (const [id, { value, imported }] of plan.legalBases)
    if (!imported || named.has(id)) add(`legal-bases/${id}`, value, shapes.legalBasis, sited(imported, id));
  for (const [id, { value, imported }] of plan.agreements)
    if (!imported || named.has(id)) add(`agreements/${id}`, value.declaration, shapes.agreement, sited(imported, id));
  for (const entity of content.functions) add(`functions/${entity.id}`, entity, shapes.function);
  for (const entity of content.levels) add(`levels/${entity.id}`, entity, shapes.level);
  for (const entity of content.channels) add(`channels/${entity.id}`, entity, shapes.channel);
  for (const entity of content.exercises) add(`exercises/${entity.id}`, entity, shapes.exercise);
  addProcedures(document, add);
  addLinks(plan, table);
  addParticipation(plan, table);
  addCultivation(plan, table);
  return table;
}

/** What a library declares. */
export function libraryTable(document: PlanDocument): EntityTable {
  const table = new Map<string, TableEntry>();
  const add = createAdder(table);
  for (const organization of document.content?.organizations ?? []) {
    add(`organizations/${organization.id}`, organization, shapes.organization);
    addHoldings(organization, {}, add);
  }
  for (const entity of document.content?.legalBases ?? []) add(`legal-bases/${entity.id}`, entity, shapes.legalBasis);
  for (const entity of document.content?.agreements ?? []) add(`agreements/${entity.id}`, entity, shapes.agreement);
  return table;
}

type Extra = Partial<Pick<TableEntry, 'holder' | 'site'>> & { readonly fields?: PlainFields };
type Add = (entity: string, declaration: MapBase & { readonly idNode?: YamlNode }, shape: MapShape, extra?: Extra) => void;

function createAdder(table: Map<string, TableEntry>): Add {
  return (entity, declaration, shape, { fields, ...extra } = {}) => {
    if (table.has(entity)) return;
    const { node, idNode } = declaration;
    const own = fields ?? plainFields(declaration, shape);
    const ids = new Set([...(entity.split('/').slice(1) as readonly string[]), ...(extra.holder ? [extra.holder] : []), ...wordsIn(own)]);
    const at = idNode ?? keyOf(node) ?? node;
    table.set(entity, { entity, fields: own, ids, at, whole: node, fieldAt: (key) => fieldNode(node, key), ...extra });
  };
}

function addActor(actor: Actor, sited: { readonly site?: YamlNode }, add: Add): void {
  if (actor.kind === 'body') {
    const fields = without(plainFields(actor.declaration, shapes.body), seatKeys);
    add(`bodies/${actor.id}`, actor.declaration, shapes.body, { fields, ...sited });
  } else {
    const own = without(plainFields(actor.declaration, shapes.organization), ['imported', 'external']);
    const fields: PlainFields = { ...own, ...(actor.external && { external: true }) };
    add(`organizations/${actor.id}`, actor.declaration, shapes.organization, { fields, ...sited });
  }
  addHoldings(
    {
      id: actor.id,
      rights: actor.rights.map(({ declaration }) => declaration),
      responsibilities: actor.responsibilities.map(({ declaration }) => declaration),
      capabilities: actor.capabilities.map(({ declaration }) => declaration),
    },
    sited,
    add,
  );
}

function addHoldings(
  actor: Pick<Organization, 'id' | 'rights' | 'responsibilities' | 'capabilities'>,
  sited: { readonly site?: YamlNode },
  add: Add,
): void {
  const extra = { holder: actor.id, ...sited };
  for (const right of actor.rights) add(`rights/${right.id}`, right, shapes.right, extra);
  for (const responsibility of actor.responsibilities)
    add(`responsibilities/${responsibility.id}`, responsibility, shapes.responsibility, extra);
  for (const capability of actor.capabilities) add(`capabilities/${capability.id}`, capability, shapes.capability, extra);
}

function seatsByHolder(seats: readonly Seat[]): ReadonlyMap<string, readonly Seat[]> {
  const byHolder = new Map<string, Seat[]>();
  for (const seat of seats) append(byHolder, seat.holder.id, seat);
  return byHolder;
}

function addSeats(table: Map<string, TableEntry>, body: string, holder: string, seats: readonly Seat[]): void {
  const at = seats[0]?.node;
  const kinds = plainList(seats.map(({ kind }) => kind));
  if (at === undefined || kinds === undefined) return;
  const entity = `seats/${body}/${holder}`;
  table.set(entity, { entity, fields: { seat: kinds }, ids: new Set([body, holder]), at, whole: at, fieldAt: () => at });
}

function addProcedures(document: PlanDocument, add: Add): void {
  const procedures = document.content?.procedures;
  if (procedures === undefined) return;
  for (const [name, { shape }] of Object.entries(shapes.procedures.fields)) {
    const property = shapes.procedures.derived.properties.get(name)?.property ?? name;
    const procedure = (procedures as unknown as Readonly<Record<string, MapBase | undefined>>)[property];
    if (procedure && shape.type === 'map') add(`procedures/${name}`, procedure, shape);
  }
}

/** One entry for each pair and type, with what each of the links that say it adds. */
function addLinks(plan: Plan, table: Map<string, TableEntry>): void {
  const found = new Map<string, { readonly node: YamlNode; readonly from: string; readonly to: string; readonly said: PlainValue[] }>();
  for (const link of plan.links) {
    const { type, mutual, ...fields } = plainFields(link.declaration, shapes.link);
    const said = without(fields, ['from', 'to']);
    if (typeof type !== 'string') continue;
    const pair = (from: string, to: string): void => {
      if (from === to) return;
      const key = `links/${from}/${type}/${to}`;
      const entry = found.get(key) ?? { node: link.declaration.node, from, to, said: [] };
      entry.said.push(said);
      found.set(key, entry);
    };
    for (const { id: from } of link.from) {
      for (const { id: to } of link.to) {
        pair(from, to);
        if (mutual === true) pair(to, from);
      }
    }
  }
  for (const [entity, { node, from, to, said }] of found) {
    const all = plainList(said);
    const fields = Array.isArray(all) ? { links: all } : (all as PlainFields);
    table.set(entity, {
      entity,
      fields,
      ids: new Set([from, to, ...wordsIn(fields)]),
      at: node,
      whole: node,
      fieldAt: (key) => fieldNode(node, key),
    });
  }
}

/** One entry for everyone who takes part: by phase, how far and through what. */
function addParticipation(plan: Plan, table: Map<string, TableEntry>): void {
  const found = new Map<
    string,
    { readonly node: YamlNode; readonly byPhase: Map<string, string[]>; readonly nodes: Map<string, YamlNode> }
  >();
  for (const { node, phases, who, level, via } of plan.content.participation) {
    if (level === undefined) continue;
    const said = via ? `${level.value} via ${via.id}` : level.value;
    for (const { id } of who) {
      const entry = found.get(id) ?? { node, byPhase: new Map<string, string[]>(), nodes: new Map<string, YamlNode>() };
      for (const { value: phase } of phases) {
        append(entry.byPhase, phase, said);
        entry.nodes.set(phase, node);
      }
      found.set(id, entry);
    }
  }
  for (const [id, { node, byPhase, nodes }] of found) {
    const rows = [...byPhase]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([phase, said]) => {
        const levels = plainList(said);
        return levels === undefined ? [] : [[phase, levels] as const];
      });
    const fields = Object.fromEntries(rows);
    const entity = `participation/${id}`;
    const vias = wordsIn(fields).flatMap((word) => word.split(' via ')[1] ?? []);
    table.set(entity, { entity, fields, ids: new Set([id, ...vias]), at: node, whole: node, fieldAt: (phase) => nodes.get(phase) });
  }
}

/** One entry for each kind, provider and recipient. */
function addCultivation(plan: Plan, table: Map<string, TableEntry>): void {
  for (const declaration of plan.content.cultivation) {
    const { kind, provider, ...rest } = plainFields(declaration, shapes.cultivation);
    const fields = without(rest, ['recipients']);
    if (typeof kind !== 'string' || typeof provider !== 'string') continue;
    for (const { id } of declaration.recipients) {
      const entity = `cultivation/${provider}/${kind}/${id}`;
      const before = table.get(entity);
      const said = before ? { entries: plainList([before.fields.entries ?? before.fields, fields].flat()) ?? {} } : fields;
      const { node } = declaration;
      const ids = new Set([provider, id, ...wordsIn(fields)]);
      table.set(entity, {
        entity,
        fields: said,
        ids,
        at: before?.at ?? node,
        whole: before?.whole ?? node,
        fieldAt: (key) => fieldNode(node, key),
      });
    }
  }
}

/** The ids of legal bases and agreements that the plan names itself, or that the actors it brings in rest on. */
function namedIds(plan: Plan): ReadonlySet<string> {
  const { references, legalReferences } = plan.document;
  const held = [...plan.rights, ...plan.responsibilities].flatMap(({ declaration }): readonly Reference[] => declaration.basis);
  return new Set(
    [...references, ...legalReferences, ...held, ...plan.bodies.flatMap(({ declaration }) => declaration.basis)].map(({ id }) => id),
  );
}

/** Where a document names an id first: in an entry of its own or in a reference. */
function createSites(document: PlanDocument): (id: string) => YamlNode | undefined {
  const first = new Map<string, YamlNode>();
  const named = [
    ...document.declarations.flatMap((declaration) => (declaration.addition ? [{ id: declaration.id, node: declaration.idNode }] : [])),
    ...document.references,
    ...document.legalReferences,
  ];
  for (const { id, node } of named.sort((a, b) => a.node.start - b.node.start)) if (!first.has(id)) first.set(id, node);
  return (id) => first.get(id);
}

function without(fields: PlainFields, keys: readonly string[]): PlainFields {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key)));
}

/** Every word that stands alone in some fields, a legal reference without its article: ids are among them. */
function wordsIn(value: PlainValue): readonly string[] {
  if (typeof value === 'string') return [value.replace(/#.*$/, '')];
  if (typeof value !== 'object') return [];
  return Object.values(value).flatMap(wordsIn);
}

function fieldNode(node: YamlNode, key: string): YamlNode | undefined {
  if (node.kind !== 'map') return undefined;
  const entry = entriesOf(node).find((candidate) => candidate.key.text === key);
  return entry?.value ?? entry?.key;
}

function keyOf(node: YamlNode): YamlNode | undefined {
  return node.parent?.kind === 'pair' ? node.parent.key : undefined;
}

function itemOf(key: keyof typeof documentShape.fields): MapShape {
  const { shape } = documentShape.fields[key];
  if (shape.type === 'map') return shape;
  if ((shape.type === 'id-map' || shape.type === 'list') && shape.item.type === 'map') return shape.item;
  throw new Error(`${key} holds no maps.`);
}

function holdingOf(key: 'rights' | 'responsibilities' | 'capabilities'): MapShape {
  const shape = itemOf('organizations').fields[key]?.shape;
  if (shape?.type !== 'id-map') throw new Error(`${key} is no map by id.`);
  return shape.item;
}

const shapes = {
  plan: itemOf('plan'),
  context: itemOf('context'),
  legalBasis: itemOf('legal-bases'),
  organization: itemOf('organizations'),
  body: itemOf('bodies'),
  function: itemOf('functions'),
  link: itemOf('links'),
  agreement: itemOf('agreements'),
  level: itemOf('levels'),
  procedures: itemOf('procedures'),
  channel: itemOf('channels'),
  cultivation: itemOf('cultivation'),
  exercise: itemOf('exercises'),
  right: holdingOf('rights'),
  responsibility: holdingOf('responsibilities'),
  capability: holdingOf('capabilities'),
};
