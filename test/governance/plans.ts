// Random plans for the tests of the classifier, with the libraries they import: everything that a measure looks at, and now and then something
// that does not resolve. Values are plain data; `textOf` writes them as YAML.
import fc from 'fast-check';
import { stringify } from 'yaml';
import type { Data } from './oracle-facts.ts';

export interface GeneratedPlan {
  readonly main: Data;
  /** By path, beside the plan. */
  readonly libraries: Readonly<Record<string, Data>>;
}

export const planPath = 'main.plan.yaml';

/** The files of a plan as YAML text. */
export function textsOf({ main, libraries }: GeneratedPlan): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries({ [planPath]: main, ...libraries }).map(([path, data]) => [path, textOf(data)]));
}

export function textOf(data: Data): string {
  return stringify(data, { aliasDuplicateObjects: false, lineWidth: 0 });
}

const PHASES = ['prevention', 'preparedness', 'warning', 'response', 'recovery'];
const GOVERNMENT = ['government', 'party', 'military', 'public-institution'];
const SOCIETY = ['social-organization', 'volunteer-group', 'community', 'private-enterprise', 'media', 'academia'];
const BETWEEN = ['mass-organization', 'state-enterprise', 'expert', 'international'];
const DECISIONS = [
  ...[
    'decide',
    'command',
    'activate',
    'terminate',
    'allocate',
    'requisition',
    'approve',
    'issue-warning',
    'release-information',
    'enforce',
  ],
];
const VOICES = ['propose', 'access-information', 'refuse', 'self-organize'];
const RULES = ['sole', 'joint', 'consensus', 'delegated', 'advisory'];
const LINK_TYPES = [
  ...['command', 'task', 'supervise', 'coordinate', 'share-information', 'supply', 'mutual-aid', 'report', 'fund', 'train'],
];
const LEVELS = ['inform', 'consult', 'involve', 'collaborate', 'empower'];
const BODY_KINDS = ['command-headquarters', 'on-scene-command', 'coordination-platform', 'council', 'working-group'];
const DECISION_RULES = ['chair-decides', 'majority', 'consensus', 'joint-sign'];

/** Whom the plan favours, and whether the sides meet: without a tilt nearly every random plan would lie in the same corner of the table. */
interface Tilt {
  readonly towards: 'government' | 'society' | 'none';
  readonly engaged: boolean;
}

interface Pool {
  readonly any: fc.Arbitrary<string>;
  readonly lead: fc.Arbitrary<string>;
  readonly organization: fc.Arbitrary<string>;
  readonly leadOrganization: fc.Arbitrary<string>;
}

// Ids of what a plan may name: own organizations, a library's (l…), a deeper library's (d…), and an imported plan's with its body (p…).
const governmentIds = ['gov-1', '市政府', 'l-gov', 'd-gov'];
const societyIds = ['soc-1', '蓝天', 'soc-3', 'l-soc', 'l-half', 'p-soc'];
const otherIds = ['half-1', 'external-gov', 'external-soc', 'expert-1'];
const paths = ['library.plan.yaml', 'other.plan.yaml', 'deep.plan.yaml', 'absent.plan.yaml'];
const bodyIds = ['hq', 'platform', 'p-body'];

function poolOf({ towards }: Tilt): Pool {
  const government = fc.constantFrom(...governmentIds);
  const society = fc.constantFrom(...societyIds);
  const other = fc.constantFrom(...otherIds);
  const ghost = fc.constant('nobody');
  const mixed = (g: number, s: number) =>
    fc.oneof(
      { arbitrary: government, weight: g },
      { arbitrary: society, weight: s },
      { arbitrary: other, weight: 6 },
      { arbitrary: ghost, weight: 1 },
    );
  const organization = mixed(18, 22);
  const leadOrganization = towards === 'government' ? mixed(80, 4) : towards === 'society' ? mixed(4, 80) : mixed(20, 16);
  const body = fc.constantFrom(...bodyIds);
  return {
    organization,
    leadOrganization,
    any: fc.oneof({ arbitrary: organization, weight: 5 }, { arbitrary: body, weight: 1 }),
    lead: fc.oneof({ arbitrary: leadOrganization, weight: 5 }, { arbitrary: body, weight: 1 }),
  };
}

const maybe = <T>(value: fc.Arbitrary<T>, freq = 1) => fc.option(value, { nil: undefined, freq });
/** One item, or a list: an empty one counts as absent. */
const some = (item: fc.Arbitrary<string>, maxLength = 3) =>
  fc.oneof({ arbitrary: item, weight: 1 }, { arbitrary: fc.array(item, { maxLength }), weight: 4 });
const several = (item: fc.Arbitrary<string>, maxLength = 3) => fc.oneof(item, fc.array(item, { minLength: 1, maxLength }));
const phase = fc.constantFrom(...PHASES);
const somePhases = fc.oneof(fc.constant(undefined), some(phase, 3));
/** Nearly always one of the words; now and then one that the format does not know. */
const word = (words: readonly string[]) =>
  fc.oneof({ arbitrary: fc.constantFrom(...words), weight: 30 }, { arbitrary: fc.constant('no-word'), weight: 1 });

function rightOf(pool: Pool): fc.Arbitrary<Data> {
  const kind = fc.oneof({ arbitrary: word(DECISIONS), weight: 4 }, { arbitrary: fc.constantFrom(...VOICES), weight: 1 });
  const rule = fc.oneof(fc.constant(undefined), word(RULES));
  return record({ kind, rule, with: maybe(some(pool.lead, 2)), phases: somePhases });
}

function responsibilityOf(pool: Pool): fc.Arbitrary<Data> {
  return record({ action: fc.constant('act'), phases: some(phase), with: maybe(some(pool.any, 2)) });
}

function holdingsOf(pool: Pool, rights: number, responsibilities = 2) {
  return {
    rights: fc.array(rightOf(pool), { maxLength: rights }),
    responsibilities: fc.array(responsibilityOf(pool), { maxLength: responsibilities }),
  };
}

function organizationOf(
  pool: Pool,
  sectors: readonly string[],
  rights: number,
  external: fc.Arbitrary<boolean | undefined>,
): fc.Arbitrary<Data> {
  return record({
    name: fc.constant('Name'),
    sector: fc.oneof(
      { arbitrary: fc.constantFrom(...sectors), weight: 8 },
      { arbitrary: word([...GOVERNMENT, ...SOCIETY, ...BETWEEN]), weight: 2 },
    ),
    autonomy: maybe(fc.constantFrom('independent', 'affiliated'), 2),
    external,
    ...holdingsOf(pool, rights),
  });
}

function bodyOf(pool: Pool): fc.Arbitrary<Data> {
  return record({
    name: fc.constant('Body'),
    kind: word(BODY_KINDS),
    'established-by': maybe(pool.organization),
    chair: pool.leadOrganization,
    'co-chairs': maybe(some(pool.leadOrganization, 2)),
    deputies: maybe(some(pool.organization, 2)),
    office: maybe(pool.organization),
    'decision-rule': fc.oneof(fc.constant(undefined), word(DECISION_RULES)),
    members: maybe(some(pool.organization, 4), 3),
    advisers: maybe(some(pool.organization, 2)),
    observers: maybe(some(pool.organization, 2)),
    ...holdingsOf(pool, 2, 1),
  });
}

const context: fc.Arbitrary<Data> = record({
  'government-capacity': maybe(word(['low', 'high']), 2),
  'social-development': maybe(word(['low', 'high']), 2),
  indicators: fc.array(
    fc.oneof(
      record({
        id: fc.constantFrom(
          ...['wgi-government-effectiveness', 'wgi-rule-of-law', 'wgi-voice-and-accountability', 'social-organizations-density'],
          'emergency-social-organizations-share',
        ),
        value: fc.oneof(fc.integer({ min: -20, max: 120 }), fc.constantFrom(5.5, 25, 50, 40, 60)),
        unit: fc.constantFrom('percentile', 'percentile', 'percentile', 'per-10k-population', 'share', 'per-million-population'),
        year: maybe(fc.integer({ min: 2018, max: 2021 }), 2),
      }),
      record({
        id: fc.constantFrom('own-index', 'other-index'),
        value: fc.integer({ min: 0, max: 12 }),
        unit: fc.constant('points'),
        year: maybe(fc.integer({ min: 2018, max: 2021 }), 2),
        axis: fc.constantFrom('government-capacity', 'social-development'),
        min: fc.constantFrom(0, 10),
        max: fc.constantFrom(10, 0, 4),
      }),
    ),
    { maxLength: 5 },
  ),
});

function rawPlan(tilt: Tilt): fc.Arbitrary<GeneratedPlan> {
  const pool = poolOf(tilt);
  const { towards, engaged } = tilt;
  const external = fc.constant(undefined);
  const own = (sectors: readonly string[], rights = 3, outside: fc.Arbitrary<boolean | undefined> = external) =>
    fc.option(organizationOf(pool, sectors, rights, outside), { nil: undefined, freq: 6 });
  const leading = towards === 'society' ? SOCIETY : GOVERNMENT;
  const inGovernment = towards === 'society' ? 1 : 3;
  const inSociety = towards === 'government' ? 1 : 2;
  const addition = record({ imported: fc.constant(true), external: maybe(fc.boolean(), 3), ...holdingsOf(pool, 2, 1) });

  const main = record({
    govplan: fc.constant('1'),
    imports: fc.oneof(fc.constant(undefined), fc.shuffledSubarray(paths), fc.shuffledSubarray(paths, { minLength: 2 })),
    plan: record({
      id: fc.constant('generated'),
      title: fc.constant('Generated'),
      type: fc.constant('overall'),
      jurisdiction: fc.constant({ level: 'county', name: 'N' }),
      status: fc.constant('draft'),
      phases: fc.oneof(fc.constant(undefined), fc.array(phase, { maxLength: 4 })),
      approval: maybe(fc.constant({ by: 'l-gov' })),
      consultation: maybe(fc.constant([{ with: ['l-soc', 'soc-1'] }])),
    }),
    context: maybe(context, 9),
    organizations: record({
      'gov-1': own(GOVERNMENT, inGovernment),
      市政府: own(leading, 3),
      'soc-1': own(SOCIETY, inSociety),
      蓝天: own(SOCIETY, inSociety),
      'soc-3': own(SOCIETY, 1),
      'half-1': own(BETWEEN, 1),
      'expert-1': fc.option(organizationOf(pool, ['expert', 'international'], 1, external), { nil: undefined, freq: 1 }),
      'external-gov': own(GOVERNMENT, 1, fc.constant(true)),
      'external-soc': fc.option(organizationOf(pool, [...SOCIETY, 'mass-organization'], 1, fc.constant(true)), { nil: undefined, freq: 1 }),
      'l-gov': maybe(addition),
      'l-half': maybe(addition),
      'd-gov': maybe(addition),
    }),
    bodies: record({
      hq: fc.option(bodyOf(pool), { nil: undefined, freq: 2 }),
      platform: fc.option(bodyOf(pool), { nil: undefined, freq: 2 }),
    }),
    functions: fc.array(
      record({
        name: fc.constant('F'),
        phases: somePhases,
        coordinator: maybe(some(pool.lead, 2)),
        primary: maybe(some(pool.lead, 2)),
        support: maybe(some(pool.any, 2)),
      }),
      { maxLength: 2 },
    ),
    links: fc
      .tuple(
        fc.array(linkOf(pool, LINK_TYPES), { maxLength: 5 }),
        fc.array(meeting, { minLength: engaged ? 2 : 0, maxLength: engaged ? 6 : 1 }),
      )
      .map((lists) => lists.flat()),
    procedures: maybe(record({ reporting: maybe(record({ by: maybe(some(pool.any, 2)), to: maybe(some(pool.any, 2)) })) })),
    channels: fc.array(
      record({ name: fc.constant('C'), kind: fc.constant('hotline'), 'operated-by': pool.any, serves: maybe(some(pool.any, 2)) }),
      { maxLength: 2 },
    ),
    participation: fc.array(
      record({
        phases: fc.oneof({ arbitrary: several(phase, 4), weight: 9 }, { arbitrary: fc.constant(undefined), weight: 1 }),
        who: engaged ? several(fc.oneof(pool.any, fc.constantFrom(...societyIds)), 4) : several(pool.any, 4),
        level: word(LEVELS),
        via: maybe(fc.constantFrom(...bodyIds)),
      }),
      { minLength: engaged ? 1 : 0, maxLength: 4 },
    ),
    cultivation: maybe(
      fc.array(record({ kind: fc.constant('train'), provider: pool.any, recipients: several(pool.any) }), { maxLength: 1 }),
    ),
    exercises: maybe(fc.constant({ drill: { type: 'tabletop', on: '2025-01-01', participants: ['gov-1', 'p-soc'] } })),
  });

  const libraryOrganization = (sectors: readonly string[]) =>
    organizationOf(pool, sectors, 1, fc.constantFrom(undefined, undefined, undefined, true));
  const libraries = fc.record({
    'library.plan.yaml': record({
      govplan: fc.constant('1'),
      imports: maybe(fc.constant('deep.plan.yaml')),
      organizations: record({
        'l-gov': libraryOrganization(GOVERNMENT),
        'l-soc': libraryOrganization(SOCIETY),
        'l-half': libraryOrganization(['mass-organization', 'state-enterprise']),
        'd-gov': maybe(addition),
      }),
    }),
    'deep.plan.yaml': record({ govplan: fc.constant('1'), organizations: record({ 'd-gov': libraryOrganization(GOVERNMENT) }) }),
    'other.plan.yaml': record({
      govplan: fc.constant('1'),
      plan: fc.constant({ id: 'other', title: 'Other', type: 'overall', jurisdiction: { level: 'county', name: 'M' }, status: 'draft' }),
      imports: maybe(fc.constant('deep.plan.yaml')),
      organizations: record({ 'p-soc': libraryOrganization(SOCIETY) }),
      bodies: record({ 'p-body': bodyOf(pool) }),
    }),
  });
  return fc.record({ main, libraries });
}

/** A cooperative link between the sides. */
const meeting: fc.Arbitrary<Data> = fc
  .record({
    ends: fc
      .shuffledSubarray([fc.constantFrom(...governmentIds), fc.constantFrom(...societyIds)], { minLength: 2 })
      .chain((ends) => fc.tuple(...ends)),
    type: fc.constantFrom('coordinate', 'share-information', 'supply', 'mutual-aid'),
    mutual: fc.boolean(),
  })
  .map(({ ends: [from, to], ...rest }) => ({ from, to, ...rest }));

function linkOf(pool: Pool, types: readonly string[]): fc.Arbitrary<Data> {
  return record({
    from: several(pool.lead, 2),
    to: several(pool.any, 3),
    type: fc.constantFrom(...types),
    mutual: maybe(fc.boolean()),
    phases: fc.oneof({ arbitrary: fc.constant(undefined), weight: 3 }, { arbitrary: some(phase), weight: 1 }),
  });
}

/** Keys whose value is `undefined` are left out. */
function record(fields: Readonly<Record<string, fc.Arbitrary<Data>>>): fc.Arbitrary<Data> {
  return fc.record(fields).map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)));
}

/** Plans of any kind. Sections stand in any order; the ids of rights and responsibilities are unique over all files. */
export const plans: fc.Arbitrary<GeneratedPlan> = fc
  .record({ towards: fc.constantFrom<Tilt['towards']>('government', 'society', 'none'), engaged: fc.boolean() })
  .chain((tilt) =>
    fc.tuple(rawPlan(tilt), fc.shuffledSubarray(['organizations', 'bodies', 'functions', 'links', 'participation'], { minLength: 5 })),
  )
  .map(([{ main, libraries }, order]) => {
    const next = createNumbering();
    const finish = (document: Data): Data => withIds(document, next);
    const { govplan, imports, plan, context: stated, ...sections } = finish(main);
    const rest = Object.fromEntries([...order, ...Object.keys(sections)].flatMap((key) => (sections[key] ? [[key, sections[key]]] : [])));
    return {
      main: { govplan, ...(imports && { imports }), plan, ...(stated && { context: stated }), ...rest },
      libraries: Object.fromEntries(Object.entries(libraries).map(([path, data]) => [path, finish(data)])),
    };
  });

function createNumbering(): (prefix: string) => string {
  let count = 0;
  return (prefix) => `${prefix}${++count}`;
}

/** Lists of what the format keys by id become maps. */
function withIds(document: Data, next: (prefix: string) => string): Data {
  const map = (items: readonly Data[] | undefined, prefix: string) =>
    items && items.length > 0 ? Object.fromEntries(items.map((item) => [next(prefix), item])) : undefined;
  const actors = (entries: Data) =>
    Object.fromEntries(
      Object.entries<Data>(entries ?? {}).map(([id, { rights, responsibilities, ...entry }]) => {
        const [held, borne] = [map(rights, 'r'), map(responsibilities, 'duty')];
        return [id, { ...entry, ...(held && { rights: held }), ...(borne && { responsibilities: borne }) }];
      }),
    );
  const made = {
    ...document,
    organizations: actors(document.organizations),
    bodies: actors(document.bodies),
    functions: map(document.functions, 'f'),
    channels: map(document.channels, 'c'),
  };
  return Object.fromEntries(Object.entries<Data>(made).filter(([, value]) => value !== undefined && Object.keys(value).length > 0));
}
