// biome-ignore-all lint/suspicious/noThenProperty: a rule of Spectral says under this key what is to be done.
// What Spectral can check of a govplan document, as a Spectral user would write it: required keys, closed lists, names, forms of dates and
// durations, references within the file, and those of govplan's content rules that one file can answer. Spectral follows `$ref` only, so a
// reference that an imported library may answer is let through.
// It knows nothing of sides, ties, seats, phases or modes: those rules of govplan have no counterpart here.
import { enumeration, length, pattern, truthy } from '@stoplight/spectral-functions';

const severity = 'error';
const phases = ['prevention', 'preparedness', 'warning', 'response', 'recovery'];
const levels = ['national', 'province', 'prefecture', 'county', 'township', 'community', 'organization'];
const actors = '$[organizations,bodies][*]';
// Spectral takes flags only of a pattern between slashes.
const idForm = '/^[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]*$/u';
const organization = '$.organizations[?(!@.imported)]';

/** Required keys: a rule for each kind of entity. */
const required = {
  plan: ['$.plan', ['id', 'title', 'type', 'jurisdiction', 'status']],
  jurisdiction: ['$.plan.jurisdiction', ['level', 'name']],
  indicator: ['$.context.indicators[*]', ['id', 'value', 'unit']],
  'legal-basis': ['$.legal-bases[*]', ['title', 'kind']],
  organization: [organization, ['name', 'sector']],
  right: [`${actors}.rights[*]`, ['kind']],
  responsibility: [`${actors}.responsibilities[*]`, ['action', 'phases']],
  capability: [`${actors}.capabilities[*]`, ['kind']],
  body: ['$.bodies[*]', ['name', 'kind', 'chair']],
  function: ['$.functions[*]', ['name']],
  link: ['$.links[*]', ['from', 'to', 'type']],
  agreement: ['$.agreements[*]', ['kind', 'parties']],
  level: ['$.levels[*]', ['scheme', 'order']],
  channel: ['$.channels[*]', ['name', 'kind', 'operated-by']],
  participation: ['$.participation[*]', ['phases', 'who', 'level']],
  cultivation: ['$.cultivation[*]', ['kind', 'provider', 'recipients']],
  exercise: ['$.exercises[*]', ['type', 'on', 'participants']],
};

/** Closed lists. */
const listed = {
  profile: ['$.plan.profile', ['generic', 'cn', 'us', 'uk', 'jp', 'nz']],
  'plan-type': ['$.plan.type', ['overall', 'special', 'department', 'unit', 'joint', 'catastrophe', 'event', 'annex']],
  'jurisdiction-level': ['$.plan.jurisdiction.level', levels],
  status: ['$.plan.status', ['draft', 'in-force', 'superseded', 'withdrawn']],
  'legal-basis-kind': [
    '$.legal-bases[*].kind',
    ['law', 'administrative-regulation', 'local-regulation', 'rule', 'normative-document', 'standard', 'plan', 'agreement'],
  ],
  sector: [
    '$.organizations[*].sector',
    [
      ...['party', 'government', 'military', 'public-institution', 'social-organization', 'volunteer-group', 'community'],
      ...['private-enterprise', 'media', 'academia', 'mass-organization', 'state-enterprise', 'expert', 'international'],
    ],
  ],
  'organization-level': ['$.organizations[*].level', levels],
  autonomy: ['$.organizations[*].autonomy', ['independent', 'affiliated']],
  'right-kind': [
    `${actors}.rights[*].kind`,
    [
      ...['decide', 'command', 'activate', 'terminate', 'allocate', 'requisition', 'approve', 'issue-warning', 'release-information'],
      ...['enforce', 'propose', 'access-information', 'refuse', 'self-organize'],
    ],
  ],
  'right-rule': [`${actors}.rights[*].rule`, ['sole', 'joint', 'consensus', 'delegated', 'advisory']],
  'body-kind': ['$.bodies[*].kind', ['command-headquarters', 'on-scene-command', 'coordination-platform', 'council', 'working-group']],
  'decision-rule': ['$.bodies[*].decision-rule', ['chair-decides', 'majority', 'consensus', 'joint-sign']],
  'link-type': [
    '$.links[*].type',
    ['command', 'task', 'supervise', 'coordinate', 'share-information', 'supply', 'mutual-aid', 'report', 'fund', 'train'],
  ],
  'agreement-kind': ['$.agreements[*].kind', ['memorandum', 'framework', 'mutual-aid', 'contract']],
  'level-scheme': ['$.levels[*].scheme', ['response', 'warning', 'severity']],
  'channel-kind': ['$.channels[*].kind', ['hotline', 'platform', 'meeting', 'app', 'broadcast']],
  'participation-level': ['$.participation[*].level', ['inform', 'consult', 'involve', 'collaborate', 'empower']],
  'cultivation-kind': [
    '$.cultivation[*].kind',
    ['train', 'fund', 'equip', 'insure', 'register', 'certify', 'purchase-service', 'share-facility'],
  ],
  'exercise-type': ['$.exercises[*].type', ['discussion', 'tabletop', 'functional', 'full-scale']],
};

/** The keys that an entity may have, beside those that begin with `x-`. */
const known = {
  root: [
    '$',
    [
      ...['govplan', 'imports', 'plan', 'context', 'legal-bases', 'organizations', 'bodies', 'functions', 'links', 'agreements', 'levels'],
      ...['procedures', 'channels', 'participation', 'cultivation', 'exercises'],
    ],
  ],
  plan: [
    '$.plan',
    [
      ...['id', 'title', 'profile', 'type', 'jurisdiction', 'categories', 'hazards', 'phases', 'status', 'version', 'issued', 'effective'],
      ...['expires', 'parent-plans', 'review', 'approval', 'filing', 'publication', 'consultation', 'target-mode'],
    ],
  ],
  'legal-basis': [
    '$.legal-bases[*]',
    [...['title', 'number', 'issuer', 'kind', 'area', 'issued', 'effective', 'repealed', 'amended', 'superseded-by', 'articles', 'url']],
  ],
  organization: [
    '$.organizations[*]',
    [
      ...[
        'imported',
        'name',
        'sector',
        'level',
        'parent',
        'autonomy',
        'registered',
        'external',
        'rights',
        'responsibilities',
        'capabilities',
      ],
    ],
  ],
  right: [`${actors}.rights[*]`, ['kind', 'object', 'phases', 'rule', 'with', 'condition', 'procedure', 'basis', 'entails']],
  responsibility: [
    `${actors}.responsibilities[*]`,
    [...['action', 'object', 'phases', 'levels', 'with', 'needs-rights', 'needs-capabilities', 'deadline', 'output', 'basis']],
  ],
  capability: [`${actors}.capabilities[*]`, ['kind', 'quantity', 'unit', 'certified']],
  body: [
    '$.bodies[*]',
    [
      ...[
        'name',
        'kind',
        'established-by',
        'chair',
        'co-chairs',
        'deputies',
        'office',
        'decision-rule',
        'members',
        'advisers',
        'observers',
      ],
      ...['basis', 'rights', 'responsibilities', 'capabilities'],
    ],
  ],
  function: ['$.functions[*]', ['name', 'phases', 'coordinator', 'primary', 'support', 'co-lead-rule', 'basis']],
  link: ['$.links[*]', ['from', 'to', 'type', 'mutual', 'phases', 'agreement', 'basis']],
  agreement: ['$.agreements[*]', ['kind', 'title', 'parties', 'signed', 'expires']],
  level: ['$.levels[*]', ['scheme', 'order', 'colour', 'criteria', 'activated-by']],
  procedure: ['$.procedures[*]', ['description', 'by', 'to', 'within']],
  channel: ['$.channels[*]', ['name', 'kind', 'operated-by', 'serves', 'two-way']],
  participation: ['$.participation[*]', ['phases', 'who', 'level', 'via']],
  cultivation: ['$.cultivation[*]', ['kind', 'provider', 'recipients', 'due', 'basis']],
  exercise: ['$.exercises[*]', ['type', 'on', 'participants', 'evaluated', 'open-findings']],
};

/** References: where they stand, by the id space that they name. */
const references = {
  organization: ['$.organizations[*].parent', '$.bodies[*][established-by,chair,co-chairs,deputies,office,members,advisers,observers]'],
  actor: [
    `${actors}[rights,responsibilities][*].with`,
    '$.functions[*][coordinator,primary,support]',
    '$.links[*][from,to]',
    '$.agreements[*].parties',
    '$.channels[*][operated-by,serves]',
    '$.participation[*].who',
    '$.cultivation[*][provider,recipients]',
    '$.exercises[*].participants',
    '$.procedures[*][by,to]',
    '$.plan[approval,filing,consultation]..[by,with]',
  ],
  responsibility: [`${actors}.rights[*].entails`],
  right: ['$.levels[*].activated-by'],
  level: [`${actors}.responsibilities[*].levels`],
  agreement: ['$.links[*].agreement'],
  'legal-basis': ['$..basis', '$.legal-bases[*].superseded-by'],
  channel: ['$.participation[*].via'],
};

export default {
  rules: {
    version: { given: '$', severity, then: { field: 'govplan', function: enumeration, functionOptions: { values: ['1', 1] } } },
    ...rulesOf(required, 'required', ([given, keys]) => ({ given, then: keys.map((field) => ({ field, function: truthy })) })),
    ...rulesOf(listed, 'value', ([given, values]) => ({ given, then: { function: enumeration, functionOptions: { values } } })),
    ...rulesOf(references, 'reference', (given, space) => ({
      given,
      then: { function: referenceExists, functionOptions: { space } },
    })),
    ...rulesOf(known, 'known', ([given, keys]) => ({ given, then: { function: keysAreKnown, functionOptions: { keys } } })),
    'value-phase': { given: '$..phases', severity, then: { function: eachIsOneOf, functionOptions: { values: phases } } },
    'id-form': {
      given: [
        ...['organizations', 'bodies', 'functions', 'agreements', 'levels', 'channels', 'exercises', 'legal-bases'].map(
          (key) => `$.${key}`,
        ),
      ],
      severity,
      then: { field: '@key', function: pattern, functionOptions: { match: idForm } },
    },
    'declared-id-form': {
      given: `${actors}[rights,responsibilities,capabilities]`,
      severity,
      then: { field: '@key', function: pattern, functionOptions: { match: idForm } },
    },
    'id-used-twice': { given: '$', severity, then: { function: idsAreUnique } },
    'date-form': {
      given: '$..[issued,effective,expires,repealed,signed,last,on,due]',
      severity,
      then: { function: pattern, functionOptions: { match: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' } },
    },
    'duration-form': {
      given: '$..[cycle,deadline,within]',
      severity,
      then: { function: durationIsSound },
    },
    'date-order': { given: '$[plan,legal-bases,agreements]', severity, then: { function: datesAreInOrder } },
    'article-out-of-range': { given: '$..basis', severity, then: { function: articleExists } },
    'agreement-party-mismatch': { given: '$.links[*]', severity, then: { function: endsAreParties } },
    'agreement-missing': { given: '$.links[*]', severity: 'warn', then: { function: supplyIsAgreed } },
    'responsibility-right-mismatch': { given: actors, severity, then: { function: neededRightsAreHeld } },
    'function-without-lead': { given: '$.functions[*]', severity, then: { function: hasLead } },
    'coercive-right-entails-nothing': { given: `${actors}.rights[*]`, severity: 'warn', then: { function: coerciveRightEntails } },
    'right-without-basis': { given: `${actors}.rights[*]`, severity: 'warn', then: { field: 'basis', function: truthy } },
    'responsibility-without-basis': {
      given: `${actors}.responsibilities[*]`,
      severity: 'info',
      then: { field: 'basis', function: truthy },
    },
    'hazard-scope-undefined': { given: '$.plan', severity, then: { function: hasHazards } },
    'response-levels-incomplete': { given: '$.levels', severity, then: { function: length, functionOptions: { min: 4 } } },
    'activation-authority-missing': {
      given: "$.levels[?(@.scheme=='response')]",
      severity,
      then: { field: 'activated-by', function: truthy },
    },
    'report-deadline-missing': { given: '$.procedures.reporting', severity: 'warn', then: { field: 'within', function: truthy } },
    'approval-chain-incomplete': {
      given: "$[?(@property=='plan' && @.status=='in-force')]",
      severity: 'warn',
      then: ['consultation', 'approval', 'filing', 'publication'].map((field) => ({ field, function: truthy })),
    },
  },
};

function rulesOf(table, family, ruleOf) {
  return Object.fromEntries(
    Object.entries(table).map(([name, entry]) => [
      `${family}-${name}`,
      { message: '{{path}}: {{error}}', severity, ...ruleOf(entry, name) },
    ]),
  );
}

/** The ids of a document, by id space; gathered once a document. */
const idsOf = new WeakMap();

function idSpaces(document) {
  const known = idsOf.get(document);
  if (known) return known;
  const keys = (name) => Object.keys(document[name] ?? {});
  const everyActor = [...Object.values(document.organizations ?? {}), ...Object.values(document.bodies ?? {})];
  const inner = (name) => everyActor.flatMap((actor) => Object.keys(actor?.[name] ?? {}));
  const spaces = {
    organization: new Set(keys('organizations')),
    actor: new Set([...keys('organizations'), ...keys('bodies')]),
    right: new Set(inner('rights')),
    responsibility: new Set(inner('responsibilities')),
    level: new Set(keys('levels')),
    agreement: new Set(keys('agreements')),
    'legal-basis': new Set(keys('legal-bases')),
    channel: new Set([...keys('channels'), ...keys('bodies'), ...keys('exercises')]),
  };
  idsOf.set(document, spaces);
  return spaces;
}

const importable = new Set(['organization', 'actor', 'legal-basis', 'agreement']);

function referenceExists(value, { space }, { document }) {
  const ids = idSpaces(document.data)[space];
  if (document.data.imports && importable.has(space)) return [];
  const missing = listOf(value).filter((id) => typeof id === 'string' && !ids.has(id.split('#')[0]));
  return missing.map((id) => ({ message: `no ${space} has the id "${id}"` }));
}

function eachIsOneOf(value, { values }) {
  const wrong = listOf(value).filter((item) => !values.includes(item));
  return wrong.map((item) => ({ message: `"${item}" is none of ${values.join(', ')}` }));
}

function idsAreUnique(document) {
  const bodies = new Set(Object.keys(document.bodies ?? {}));
  const twice = Object.keys(document.organizations ?? {}).filter((id) => bodies.has(id));
  const everyActor = [...Object.values(document.organizations ?? {}), ...Object.values(document.bodies ?? {})];
  for (const name of ['rights', 'responsibilities', 'capabilities']) {
    const seen = new Set();
    for (const id of everyActor.flatMap((actor) => Object.keys(actor?.[name] ?? {}))) {
      if (seen.has(id)) twice.push(id);
      seen.add(id);
    }
  }
  return twice.map((id) => ({ message: `the id "${id}" is used twice` }));
}

function keysAreKnown(entity, { keys }) {
  if (typeof entity !== 'object' || entity === null || Array.isArray(entity)) return [];
  const wrong = Object.keys(entity).filter((key) => !keys.includes(key) && !key.startsWith('x-'));
  return wrong.map((key) => ({ message: `there is no key "${key}" here` }));
}

/** Of one entity, or of a map of them. Dates as they are written sort as they follow one another. */
function datesAreInOrder(value) {
  const entities = typeof value === 'object' && value !== null ? [value, ...Object.values(value)] : [];
  const pairs = [
    ['issued', 'effective'],
    ['effective', 'expires'],
    ['effective', 'repealed'],
    ['signed', 'expires'],
  ];
  return entities.flatMap((entity) =>
    pairs
      .filter(
        ([first, second]) => typeof entity?.[first] === 'string' && typeof entity[second] === 'string' && entity[first] > entity[second],
      )
      .map(([first, second]) => ({ message: `"${first}" is after "${second}"` })),
  );
}

function articleExists(value, _, { document }) {
  const bases = document.data['legal-bases'] ?? {};
  const wrong = listOf(value).filter((reference) => {
    const [id, locator = ''] = String(reference).split('#');
    const article = /^\d+/.exec(locator)?.[0];
    return article !== undefined && Number(article) > (bases[id]?.articles ?? Number.POSITIVE_INFINITY);
  });
  return wrong.map((reference) => ({ message: `"${reference}" is an article that does not exist` }));
}

function endsAreParties(link, _, { document }) {
  const parties = document.data.agreements?.[link?.agreement]?.parties;
  if (parties === undefined) return [];
  const strangers = [...listOf(link.from), ...listOf(link.to)].filter((id) => !listOf(parties).includes(id));
  return strangers.map((id) => ({ message: `"${id}" is no party to "${link.agreement}"` }));
}

function supplyIsAgreed(link) {
  const isPromise = ['supply', 'mutual-aid'].includes(link?.type);
  return isPromise && !link.agreement ? [{ message: 'nobody has agreed to this' }] : [];
}

/** Only what the bearer itself holds, or a body in which it decides. */
function neededRightsAreHeld(actor, _, { document, path }) {
  const id = path[path.length - 1];
  const bodies = Object.values(document.data.bodies ?? {}).filter((body) => [body?.chair, ...listOf(body?.['co-chairs'])].includes(id));
  const held = new Set([actor, ...bodies].flatMap((holder) => Object.values(holder?.rights ?? {}).map((right) => right?.kind)));
  const shared = Object.values(actor?.responsibilities ?? {}).filter((duty) => duty?.with === undefined);
  const missing = shared.flatMap((duty) => listOf(duty?.['needs-rights']).filter((kind) => !held.has(kind)));
  return missing.map((kind) => ({ message: `no right of kind "${kind}"` }));
}

function durationIsSound(value) {
  return typeof value !== 'string' || /^\d+(\.\d+)?(min|h|d|mo|y)$/.test(value) ? [] : [{ message: `"${value}" is no duration` }];
}

function hasLead(entry) {
  return entry?.primary || entry?.coordinator ? [] : [{ message: 'nobody leads this function' }];
}

function coerciveRightEntails(right) {
  const isCoercive = ['command', 'requisition', 'enforce'].includes(right?.kind);
  return isCoercive && !right.entails ? [{ message: 'this right obliges to nothing' }] : [];
}

function hasHazards(plan) {
  return plan?.categories || plan?.hazards ? [] : [{ message: 'neither categories nor hazards' }];
}

function listOf(value) {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}
