// What a generated plan is filled with: towns of four actors each, with a command of their own, and villages.
import type { Part } from './sections.ts';

/** About 4 KB in all of a plan's sections; its ids begin with `t<n>`. */
export function townPart(n: number): Part {
  const t = `t${n}`;
  const office = offices[n % offices.length] as string;
  const hazard = hazards[n % hazards.length] as string;
  return {
    organizations: `
  # 第${n}镇：镇政府、水管站、救援志愿队、社区
  ${t}-gov:
    name: {zh: 第${n}镇人民政府, en: People's Government of Town ${n}}
    sector: government
    level: township
    parent: city-gov
    rights:
      ${t}-evacuate:
        kind: decide
        object: 第${n}镇危险区人员转移
        condition: 预报水位将超过保证水位
        basis: [erl#17.1, erl#67.1]
    responsibilities:
      ${t}-move:
        action: 组织第${n}镇${hazard}危险区群众转移
        phases: [warning, response]
        deadline: ${3 + (n % 4)}h
        needs-rights: decide
        output: 转移人员名册
        basis: [erl#17.1, erl#67.1]
  ${t}-${office}:
    name: 第${n}镇${officeNames[office]}
    sector: public-institution
    level: township
    parent: ${t}-gov
    rights:
      ${t}-gates: {kind: decide, object: 第${n}镇沿河闸坝和泵站的运行, phases: [warning, response], basis: flood-law#44.1}
    responsibilities:
      ${t}-inspect: {action: 汛前检查第${n}镇堤防、闸坝和泵站, phases: [prevention, preparedness], deadline: 30d, output: 隐患整改台账, basis: flood-law#36.1}
      ${t}-drain: {action: 第${n}镇${hazard}排水, phases: response, needs-capabilities: mobile-pump, levels: [r1, r2, r3], basis: flood-law#14.2}
    capabilities:
      ${t}-pumps: {kind: mobile-pump, quantity: ${2 + (n % 7)}, unit: 台}
  ${t}-team:
    name: {zh: 第${n}镇舟艇志愿救援队, en: "Town ${n} boat volunteers"}
    sector: volunteer-group
    level: township
    autonomy: independent
    registered: true
    rights:
      ${t}-info: {kind: access-information, object: 被困人员位置、水情和通行信息, basis: erl#72.3}
    responsibilities:
      ${t}-ferry: {action: 用舟艇转运第${n}镇内涝片区居民, phases: response, needs-capabilities: flat-boat, output: 转运登记, basis: erl#39.3}
    capabilities:
      ${t}-boats: {kind: flat-boat, quantity: ${6 + (n % 9)}, unit: 艘, certified: 船检合格}
  ${t}-community:
    name: 第${n}镇河滨社区居民委员会
    sector: community
    level: community
    parent: ${t}-gov
    rights:
      ${t}-voice: {kind: propose, object: 避难场所开放和转移路线意见, basis: erl#28.2}
    responsibilities:
      ${t}-doors: {action: 入户传递第${n}镇预警，落实行动不便人员帮扶人, phases: [preparedness, warning], output: 重点人群帮扶名册, basis: erl#22.2}
`,
    bodies: `  ${t}-hq:
    name: 第${n}镇防汛指挥所
    kind: command-headquarters
    established-by: ${t}-gov
    chair: ${t}-gov
    office: ${t}-${office}
    members: [${t}-community, ${t}-team, emergency-bureau]
    basis: erl#19
`,
    functions: `  ${t}-rescue: {name: 第${n}镇抢险救援组, phases: response, coordinator: ${t}-gov, primary: ${t}-${office}, support: [${t}-team, ${t}-community], basis: erl#39.1}
`,
    links: `  - {from: flood-hq, to: ${t}-hq, type: command, phases: [warning, response], basis: flood-law#39.3}
  - {from: ${t}-hq, to: ${t}-team, type: task, phases: response, basis: erl#39.3}
  - {from: ${t}-gov, to: [${t}-team, ${t}-community], type: share-information, mutual: true, basis: erl#72.3}
  - {from: ${t}-community, to: ${t}-team, type: mutual-aid, mutual: true, agreement: ${t}-pairing, basis: erl#77}
  - {from: ${t}-gov, to: [city-gov, emergency-bureau], type: report, basis: erl#17.1}
`,
    agreements: `  ${t}-pairing: {kind: mutual-aid, title: 第${n}镇社区与志愿队结对互助协议, parties: [${t}-community, ${t}-team], expires: 2029-03-01}
`,
    channels: `  ${t}-line: {name: 第${n}镇汛情热线, kind: hotline, operated-by: ${t}-gov, serves: [${t}-team, ${t}-community], two-way: true}
`,
    participation: `  - {phases: [preparedness, warning, response], who: [${t}-team, ${t}-community], level: involve, via: ${t}-line}
`,
    cultivation: `  - {kind: train, provider: ${t}-${office}, recipients: ${t}-team, due: 2027-05-${10 + (n % 20)}}
  - {kind: insure, provider: ${t}-gov, recipients: ${t}-team}
`,
    exercises: `  ${t}-drill: {type: functional, on: 2026-06-${10 + (n % 20)}, participants: [${t}-gov, ${t}-team, ${t}-community], evaluated: true, open-findings: 0}
`,
  };
}

/** Less than 1 KB, with ids that begin with `v<n>`: what fills up where a town would be too much. */
export function villagePart(n: number): Part {
  const v = `v${n}`;
  return {
    organizations: `  ${v}-village:
    name: 第${n}村村民委员会
    sector: community
    level: community
    rights:
      ${v}-voice: {kind: propose, object: 第${n}村转移时机和路线意见, basis: erl#28.2}
    responsibilities:
      ${v}-patrol: {action: 组织第${n}村村民巡堤查险, phases: warning, output: 巡查记录, basis: flood-law#6}
`,
    links: `  - {from: [emergency-bureau, city-rescue], to: ${v}-village, type: share-information, mutual: true, basis: erl#22.2}
`,
    participation: `  - {phases: warning, who: ${v}-village, level: consult, via: society-platform}
`,
  };
}

const offices = ['station', 'works', 'hydrology'] as const;
const officeNames: Readonly<Record<string, string>> = { station: '水利管理站', works: '市政设施所', hydrology: '水文观测站' };
const hazards = ['山洪', '内涝', '溃坝', '滑坡', '漫堤'] as const;
