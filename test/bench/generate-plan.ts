// Plans of any size, plan-like and deterministic: districts of twelve actors each, with rights, responsibilities, links and participation.

/** A valid plan of at least this many UTF-8 bytes. */
export function generatePlan(bytes: number): string {
  const districts: District[] = [];
  const encoder = new TextEncoder();
  let size = 1500;
  while (size < bytes) {
    const district = generateDistrict(districts.length + 1);
    size += encoder.encode(Object.values(district).join('')).length;
    districts.push(district);
  }
  const all = (part: keyof District): string => districts.map((district) => district[part]).join('');
  return `${head}organizations:
  city-gov: {name: 清河市人民政府, sector: government, level: prefecture, rights: {activate-all: {kind: activate, basis: erl#72}, end-all: {kind: terminate, basis: erl#86}}, responsibilities: {rebuild: {action: 灾后恢复重建, phases: recovery, basis: erl#87}}}
${all('organizations')}bodies:
${all('bodies')}functions:
${all('functions')}levels:
${[1, 2, 3, 4].map((order) => `  r${order}: {scheme: response, order: ${order}, activated-by: activate-all}\n`).join('')}links:
${all('links')}participation:
${all('participation')}procedures:
  reporting: {by: city-gov, within: 30min}
  after-action-review: {by: city-gov, within: 30d}
`;
}

const head = `govplan: "1"
plan:
  id: generated
  title: {zh: 生成的防汛应急预案, en: Generated flood plan}
  profile: cn
  type: special
  jurisdiction: {level: prefecture, name: 清河市, within: [某某省, 中国]}
  categories: natural-disaster
  hazards: [river-flood]
  status: draft
legal-bases:
  erl: {title: 中华人民共和国突发事件应对法, kind: law, effective: 2024-11-01, articles: 106}
`;

type District = Readonly<Record<'organizations' | 'bodies' | 'functions' | 'links' | 'participation', string>>;

function generateDistrict(n: number): District {
  const bureaus = Array.from({ length: 6 }, (_, i) => `d${n}-bureau-${i + 1}`);
  const teams = Array.from({ length: 6 }, (_, i) => `d${n}-team-${i + 1}`);
  const bureau = (id: string, i: number): string => `  ${id}:
    name: 第${n}区第${i + 1}应急管理部门
    sector: government
    parent: city-gov
    rights:
      ${id}-decide: {kind: allocate, object: 第${n}区救援物资, basis: erl#46}
    responsibilities:
      ${id}-duty: {action: 第${n}区第${i + 1}类水情监测预报, phases: [prevention, warning], needs-rights: allocate, basis: erl#46.1}
`;
  const team = (id: string, i: number): string => `  ${id}:
    name: {zh: 第${n}区第${i + 1}志愿救援队, en: "District ${n} volunteer rescue team ${i + 1}"}
    sector: volunteer-group
    registered: true
    rights:
      ${id}-info: {kind: access-information, basis: erl#72.3}
    responsibilities:
      ${id}-rescue: {action: 第${n}区第${i + 1}片水上救援, object: 受灾老人和儿童, phases: response, basis: erl#39.3}
`;
  return {
    organizations: bureaus.map(bureau).join('') + teams.map(team).join(''),
    bodies: `  d${n}-hq:
    name: 第${n}区防汛指挥部
    kind: command-headquarters
    established-by: city-gov
    chair: city-gov
    office: ${bureaus[0]}
    members: [${bureaus.join(', ')}]
    basis: erl#19
`,
    functions: `  d${n}-rescue: {name: 第${n}区抢险救援组, primary: ${bureaus[1]}, support: [${teams[0]}, ${teams[1]}], phases: response}
`,
    links: `  - {from: d${n}-hq, to: [${teams.join(', ')}], type: task, phases: response, basis: erl#39}
  - {from: ${bureaus[0]}, to: [${teams.join(', ')}], type: share-information, mutual: true}
`,
    participation: `  - {phases: response, who: [${teams.join(', ')}], level: collaborate, via: d${n}-hq}
`,
  };
}
