// What every generated plan has: its head, a city government with its bureau, a Red Cross and a rescue team, a command and a platform.
import type { Part } from './sections.ts';

export function planHead(id: string, imports: readonly string[]): string {
  return `# 生成的预案，仅用于性能测试。
govplan: "1"
${imports.length === 0 ? '' : `imports: [${imports.join(', ')}]\n`}
plan:
  id: ${id}
  title: {zh: 清河市防汛应急预案, en: Qinghe Flood Plan}
  profile: cn
  type: special
  jurisdiction: {level: prefecture, name: 清河市, within: [云江省, 中国]}
  categories: natural-disaster
  hazards: [river-flood]
  status: in-force
  version: "2026.1"
  issued: 2026-03-20
  effective: 2026-04-01
  parent-plans: national-flood-plan
  review: {cycle: 3y, last: 2026-02-10}
  approval: {by: city-gov, on: 2026-03-18}
  filing: {with: province-gov, on: 2026-04-03}
  publication: {public: true, on: 2026-03-24}
  consultation: {with: [red-cross, city-rescue], on: 2026-01-15, adopted: 9, rejected: 2}

context:
  government-capacity: high
  social-development: low
`;
}

/** Own legal bases, for a plan that imports none. */
export const cityLegalBases: Part = {
  'legal-bases': `  erl: {title: 中华人民共和国突发事件应对法, kind: law, effective: 2024-11-01, articles: 106}
  flood-law: {title: 中华人民共和国防洪法, kind: law, effective: 1998-01-01, articles: 65}
  national-flood-plan: {title: 国家防汛抗旱应急预案, number: 国办函〔2022〕48号, kind: plan, issued: 2022-05-30}
`,
};

/** The city's own actors; where a library declares them, this plan adds rights and responsibilities only. */
export function cityPart(isImported: boolean): Part {
  const organization = (id: string, declaration: string, more = ''): string =>
    isImported ? `  ${id}:\n    imported: true\n${more}` : `  ${id}:\n${declaration}${more}`;
  return {
    organizations: [
      isImported
        ? '  province-gov: {imported: true, external: true}\n'
        : '  province-gov: {name: 云江省人民政府, sector: government, level: province, external: true}\n',
      organization('city-gov', cityDeclarations['city-gov'], cityGovernment),
      organization('emergency-bureau', cityDeclarations['emergency-bureau'], emergencyBureau),
      organization('red-cross', cityDeclarations['red-cross'], redCross),
      organization('city-rescue', cityDeclarations['city-rescue'], cityRescue),
    ].join(''),
    ...cityStructure,
  };
}

/** The city's organizations as a library declares them. */
export const cityDeclarations = {
  'city-gov': `    name: 清河市人民政府
    sector: government
    level: prefecture
`,
  'emergency-bureau': `    name: 清河市应急管理局
    sector: government
    parent: city-gov
`,
  'red-cross': `    name: 清河市红十字会
    sector: mass-organization
    autonomy: affiliated
    registered: true
`,
  'city-rescue': `    name: 清河市碧水救援队
    sector: social-organization
    autonomy: independent
    registered: true
`,
} as const;

const cityGovernment = `    rights:
      activate-all: {kind: activate, object: 各级防汛应急响应, basis: erl#72.1}
      end-all: {kind: terminate, object: 各级防汛应急响应, basis: erl#86}
    responsibilities:
      rebuild: {action: 调查评估灾害损失并恢复重建, phases: recovery, deadline: 30d, basis: erl#87.1}
`;

const emergencyBureau = `    rights:
      warn-flood: {kind: issue-warning, object: 洪水预警, phases: warning, basis: flood-law#43.1}
    responsibilities:
      forecast-flood: {action: 开展水情监测和洪水预报, phases: warning, needs-rights: issue-warning, output: 水情简报, basis: flood-law#43.1}
      keep-stockpile: {action: 储备和轮换防汛抢险物资, phases: [prevention, preparedness], basis: erl#46.1}
      settle-evacuees: {action: 安置转移群众, object: 老年人、残疾人优先, phases: response, basis: erl#11}
`;

const redCross = `    rights:
      relief-needs: {kind: access-information, object: 受灾人口和救助需求信息, basis: erl#72.3}
    responsibilities:
      first-aid: {action: 提供现场救护和人道救助, phases: response, basis: erl#53.1}
`;

const cityRescue = `    rights:
      rescue-demand: {kind: access-information, object: 被困人员位置和通行信息, basis: erl#72.3}
    responsibilities:
      water-search: {action: 承担激流水域搜救, phases: response, basis: erl#39.3}
`;

const cityStructure: Part = {
  bodies: `  flood-hq:
    name: 清河市防汛抗旱指挥部
    kind: command-headquarters
    established-by: city-gov
    chair: city-gov
    office: emergency-bureau
    members: [emergency-bureau, red-cross]
    basis: [flood-law#39.3, erl#19.3]
    rights:
      command-flood-fight: {kind: command, object: 全市抗洪抢险力量, condition: 启动应急响应后, basis: flood-law#38, entails: lead-flood-fight}
    responsibilities:
      lead-flood-fight: {action: 统一指挥抗洪抢险, phases: response, needs-rights: command, basis: flood-law#38}
  society-platform:
    name: 社会应急力量协同平台
    kind: coordination-platform
    established-by: city-gov
    chair: emergency-bureau
    co-chairs: red-cross
    decision-rule: consensus
    members: city-rescue
    basis: erl#72.3
    rights:
      assign-teams: {kind: allocate, object: 社会应急力量的任务分区和轮换, rule: consensus, basis: erl#72.3}
`,
  functions: `  rescue: {name: 抢险救援组, phases: response, primary: emergency-bureau, support: [red-cross, city-rescue], basis: erl#39.1}
`,
  links: `  - {from: flood-hq, to: [red-cross, city-rescue], type: task, phases: response, basis: erl#39.3}
  - {from: emergency-bureau, to: [red-cross, city-rescue], type: share-information, mutual: true, basis: erl#72.3}
  - {from: city-gov, to: province-gov, type: report, basis: erl#61.1}
`,
  levels: `  r1: {scheme: response, order: 1, criteria: 干流堤防决口, activated-by: activate-all}
  r2: {scheme: response, order: 2, criteria: 超过保证水位, activated-by: activate-all}
  r3: {scheme: response, order: 3, criteria: 超过警戒水位1米以上, activated-by: activate-all}
  r4: {scheme: response, order: 4, criteria: 达到警戒水位42.50米, activated-by: activate-all}
`,
  procedures: `  reporting: {by: emergency-bureau, to: province-gov, within: 30min}
  after-action-review: {by: flood-hq, within: 60d}
`,
  participation: `  - {phases: response, who: [red-cross, city-rescue], level: collaborate, via: society-platform}
`,
  cultivation: `  - {kind: train, provider: emergency-bureau, recipients: [red-cross, city-rescue], due: 2027-05-31}
  - {kind: insure, provider: city-gov, recipients: city-rescue}
`,
  exercises: `  flood-drill: {type: full-scale, on: 2026-06-10, participants: [flood-hq, red-cross, city-rescue], evaluated: true, open-findings: 0}
`,
};
