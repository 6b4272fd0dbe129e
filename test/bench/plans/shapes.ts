// Plans of extreme shapes, each of a size that can be chosen: what would show a step of lint that grows with the square of something.
import type { MemoryFiles } from '../../support/memory-host.ts';

export interface PlanShape {
  /** The smaller of the two sizes that are compared. */
  readonly size: number;
  readonly files: (size: number) => MemoryFiles;
}

type Sections = Readonly<Record<string, readonly string[]>>;

const head = `govplan: "1"
plan: {id: shape, title: 预案, type: special, hazards: flood, status: in-force, effective: 2025-01-01, jurisdiction: {level: county, name: N}}
`;
const city =
  'city: {name: 市政府, sector: government, rights: {act: {kind: activate}}, responsibilities: {end: {action: 恢复, phases: recovery}}}';
const hq = 'hq: {name: 指挥部, kind: command-headquarters, chair: city}';

function plan(sections: Sections): MemoryFiles {
  const written = Object.entries(sections).map(([key, items]) => `${key}:\n${items.map((item) => `  ${item}\n`).join('')}`);
  return { 'main.plan.yaml': head + written.join('') };
}

function list(size: number, item: (index: number) => string): readonly string[] {
  return Array.from({ length: size }, (_, index) => item(index));
}

function ids(prefix: string, size: number): string {
  return `[${list(size, (index) => `${prefix}${index}`).join(', ')}]`;
}

const team = (id: string, more = ''): string => `${id}: {name: 队伍 ${id}, sector: volunteer-group${more}}`;
const bureau = (id: string, more = ''): string => `${id}: {name: 部门 ${id}, sector: government${more}}`;
const duty = (id: string, action = `任务 ${id}`, more = ''): string =>
  `, responsibilities: {${id}-duty: {action: ${action}, phases: response${more}}}`;
/** Society and government in turn. */
const mixed = (id: string, index: number, more = ''): string => (index % 2 === 0 ? team(id, more) : bureau(id, more));

export const shapes: Readonly<Record<string, PlanShape>> = {
  'everybody unlinked': {
    size: 2000,
    files: (size) => plan({ organizations: [city, ...list(size, (i) => mixed(`o${i}`, i, duty(`o${i}`)))], bodies: [hq] }),
  },
  'every right without law and duty': {
    size: 2000,
    files: (size) => plan({ organizations: [city, ...list(size, (i) => bureau(`o${i}`, `, rights: {r${i}: {kind: requisition}}`))] }),
  },
  'every right missing': {
    size: 2000,
    files: (size) =>
      plan({
        organizations: [
          city,
          ...list(size, (i) =>
            mixed(`o${i}`, i, duty(`o${i}`, `任务 ${i}`, ', needs-rights: [command, enforce], needs-capabilities: boats')),
          ),
        ],
      }),
  },
  'every reference dangling': {
    size: 2000,
    files: (size) => plan({ organizations: [city], links: list(size, (i) => `- {from: city, to: nobody-${i}, type: task}`) }),
  },
  'every addition dangling': {
    size: 2000,
    files: (size) => plan({ organizations: [city, ...list(size, (i) => `far${i}: {imported: true}`)] }),
  },
  'one council of all': {
    size: 2000,
    files: (size) =>
      plan({
        organizations: [city, ...list(size, (i) => mixed(`o${i}`, i, duty(`o${i}`)))],
        bodies: [hq, `all: {name: 全体, kind: council, chair: city, decision-rule: majority, members: ${ids('o', size)}}`],
        functions: [`work: {name: 工作, primary: city, support: ${ids('o', size)}}`],
      }),
  },
  'a council of all named by many entries': {
    size: 1000,
    files: (size) =>
      plan({
        organizations: [city, ...list(size, (i) => mixed(`o${i}`, i, duty(`o${i}`)))],
        bodies: [`all: {name: 全体, kind: council, chair: city, members: ${ids('o', size)}}`],
        participation: list(size, (i) => `- {phases: response, who: all, level: ${i % 2 ? 'involve' : 'consult'}}`),
        cultivation: list(size, () => '- {kind: train, provider: city, recipients: all}'),
        exercises: list(size, (i) => `e${i}: {type: tabletop, on: 2025-01-01, participants: all}`),
      }),
  },
  'a council of all that holds and bears everything': {
    size: 1000,
    files: (size) =>
      plan({
        organizations: [city, ...list(size, (i) => mixed(`o${i}`, i))],
        bodies: [
          `all: {name: 全体, kind: council, chair: city, decision-rule: majority, members: ${ids('o', size)}, rights: {${list(size, (i) => `r${i}: {kind: enforce, entails: [d${i}, x]}`).join(', ')}}, responsibilities: {${list(size, (i) => `d${i}: {action: 任务 ${i}, phases: warning, needs-rights: command, needs-capabilities: boats}`).join(', ')}}}`,
        ],
      }),
  },
  'one organization in every body': {
    size: 1000,
    files: (size) =>
      plan({
        organizations: [city, team('one', duty('one')), ...list(size, (i) => bureau(`o${i}`))],
        bodies: list(size, (i) => `b${i}: {name: 机构, kind: council, chair: o${i}, members: [city, one]}`),
        functions: list(size, (i) => `f${i}: {name: 工作, primary: city, support: [one, o${i}]}`),
        links: list(size, (i) => `- {from: one, to: o${i}, type: share-information}`),
      }),
  },
  'all with all': {
    size: 50,
    files: (size) =>
      plan({
        organizations: [city, ...list(size, (i) => mixed(`o${i}`, i))],
        links: [`- {from: ${ids('o', size)}, to: ${ids('o', size)}, type: coordinate}`],
      }),
  },
  'one duty of everybody': {
    size: 1000,
    files: (size) => plan({ organizations: [city, ...list(size, (i) => mixed(`o${i}`, i, duty(`o${i}`, '转移群众')))] }),
  },
  'one duty many times of one actor': {
    size: 2000,
    files: (size) =>
      plan({
        organizations: [
          city,
          `one: {name: O, sector: government, responsibilities: {${list(size, (i) => `d${i}: {action: 转移群众, phases: response}`).join(', ')}}}`,
        ],
      }),
  },
  'one duty at levels that never meet': {
    size: 1000,
    files: (size) =>
      plan({
        organizations: [city, ...list(size, (i) => bureau(`o${i}`, duty(`o${i}`, '转移群众', `, levels: l${i < size / 2 ? 1 : 2}`)))],
        levels: [1, 2].map((order) => `l${order}: {scheme: response, order: ${order}}`),
      }),
  },
  'help without agreements, and agreements of others': {
    size: 1000,
    files: (size) =>
      plan({
        organizations: [city, ...list(size + 1, (i) => bureau(`o${i}`))],
        links: list(size, (i) => `- {from: o${i}, to: o${i + 1}, type: supply}`),
        agreements: list(size, (i) => `a${i}: {kind: contract, parties: [o${i}, city]}`),
      }),
  },
  'misspelt keys everywhere': {
    size: 1000,
    files: (size) =>
      plan({
        organizations: [city, ...list(size, (i) => mixed(`o${i}`, i, `, responsibilties: {d${i}: {action: 任务, phases: response}}`))],
      }),
  },
  'bodies without a chair': {
    size: 1000,
    files: (size) =>
      plan({ organizations: [city, ...list(size, (i) => bureau(`o${i}`))], bodies: list(size, (i) => `b${i}: {name: B, kind: council}`) }),
  },
  'channels that nobody uses beside unknown keys': {
    size: 1000,
    files: (size) =>
      plan({
        organizations: [city, ...list(size, (i) => bureau(`o${i}`, `, zzz${i}: 1`))],
        channels: list(size, (i) => `c${i}: {name: C, kind: hotline, operated-by: city}`),
      }),
  },
  'an exception for every finding': {
    size: 1000,
    files: (size) =>
      plan({
        organizations: [
          city,
          ...list(size, (i) => `# govplan-disable-next-line organization-without-responsibility -- reason: R\n  ${bureau(`o${i}`)}`),
        ],
        bodies: [hq],
      }),
  },
  'findings about what is imported': {
    size: 1000,
    files: (size) => ({
      ...plan({
        imports: ['- far.plan.yaml'],
        organizations: list(size, (i) => `far${i}: {imported: true}`),
        bodies: list(size, (i) => `b${i}: {name: B, kind: command-headquarters, chair: far${i}}`),
      }),
      'far.plan.yaml': `govplan: "1"\norganizations:\n${list(size, (i) => `  ${bureau(`far${i}`, duty(`far${i}`))}\n`).join('')}`,
    }),
  },
  'a chain': {
    size: 2000,
    files: (size) =>
      plan({
        organizations: [city, ...list(size, (i) => mixed(`o${i}`, i))],
        links: [`- {from: city, to: o0, type: command}`, ...list(size - 1, (i) => `- {from: o${i}, to: o${i + 1}, type: command}`)],
      }),
  },
};
