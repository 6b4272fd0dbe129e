// The starter plan: a county's flood plan that shows every section of the format at work, with comments that say what to do with it.
import type { Profile } from '../../plan/vocabulary.ts';
import type { Say } from './starter.ts';

export function starterPlan(profile: Profile, say: Say): string {
  /** The law, with the article where the profile's law is known well enough to cite one. */
  const law = (article: number): string => (profile === 'cn' ? `emergency-law#${article}` : 'emergency-law');
  return `# ${say('A starter plan. Every name in it is made up: replace it by your own, and run govplan lint.', '预案样板。其中名称均为虚构，请替换为实际内容，然后运行 govplan lint。')}
govplan: "1"
imports: ../libraries/common.plan.yaml

plan:
  id: county-flood
  title: ${say('County flood emergency plan', '县防汛应急预案')}
  profile: ${profile}
  type: special
  jurisdiction: {level: county, name: ${say('Green Hill County', '青山县')}, within: [${say('Example Province', '某某省')}]}
  categories: natural-disaster
  hazards: river-flood
  status: draft # ${say('in-force once it is issued; then dates, approval, filing and exercises are asked for', '印发后改为 in-force，届时将检查日期、批准、备案和演练')}
  parent-plans: higher-flood-plan
  review: {cycle: 2y}
  target-mode: collaborative-governance

# ${say('What the place is like: it decides which governance mode fits.', '当地条件，决定适合哪种治理模式。')}
context: {government-capacity: high, social-development: low}

legal-bases:
  higher-flood-plan: {title: ${say('Flood emergency plan of the province', '上级防汛应急预案')}, kind: plan}

# ${say('Imported organizations take part with the rights and responsibilities that stand here.', '导入的组织以此处写明的权利和职责参与本预案。')}
organizations:
  higher-government: {imported: true, external: true}
  county-government:
    imported: true
    rights:
      activate-major: {kind: activate, object: ${say('response levels 1 and 2', '一、二级响应')}, basis: ${law(72)}, entails: rebuild}
      end-response: {kind: terminate, object: ${say('every response', '各级响应')}, basis: ${law(86)}}
    responsibilities:
      rebuild: {action: ${say('Plan and pay for reconstruction', '组织灾后恢复重建')}, phases: recovery, basis: ${law(87)}}
  emergency-office:
    imported: true
    rights:
      share-out-supplies: {kind: allocate, object: ${say('flood supplies', '防汛物资')}, basis: ${law(46)}}
    responsibilities:
      keep-supplies: {action: ${say('Keep flood supplies', '储备防汛物资')}, phases: preparedness, basis: ${law(46)}}
      shelter: {action: ${say('Bring elderly and disabled people to shelters first', '优先转移安置老年人、残疾人')}, phases: response, basis: ${law(11)}}
  water-office:
    imported: true
    rights:
      warn: {kind: issue-warning, object: ${say('floods', '洪水')}, basis: ${law(63)}}
    responsibilities:
      watch-dikes: {action: ${say('Inspect the dikes', '巡查堤防')}, phases: prevention, basis: ${law(33)}}
      forecast: {action: ${say('Forecast water levels', '水情监测预报')}, phases: warning, needs-rights: issue-warning, basis: ${law(63)}}
  red-cross:
    imported: true
    rights:
      know-needs: {kind: access-information, object: ${say('needs in the shelters', '安置点需求')}, basis: ${law(72)}}
    responsibilities:
      relief: {action: ${say('Hand out relief goods', '发放救济物资')}, phases: response, basis: ${law(53)}}
  rescue-volunteers:
    imported: true
    rights:
      know-scene: {kind: access-information, object: ${say('the situation on the water', '水上险情')}, basis: ${law(72)}}
    responsibilities:
      boat-rescue: {action: ${say('Rescue people by boat', '水上搜救')}, phases: response, needs-capabilities: rescue-boat, basis: ${law(39)}}
    capabilities:
      boats: {kind: rescue-boat, quantity: 4, unit: ${say('boats', '艘')}}

bodies:
  flood-command:
    name: ${say('Flood command', '县防汛指挥部')}
    kind: command-headquarters
    established-by: county-government
    chair: county-government
    office: emergency-office
    members: [emergency-office, water-office]
    advisers: [red-cross, rescue-volunteers]
    basis: ${law(19)}
    rights:
      activate-minor: {kind: activate, object: ${say('response levels 3 and 4', '三、四级响应')}, basis: ${law(72)}, entails: lead-response}
    responsibilities:
      lead-response: {action: ${say('Lead the response', '统一指挥抗洪抢险')}, phases: response, needs-rights: activate, basis: ${law(20)}}
  community-platform: # ${say('where government and society talk and decide together', '政府与社会力量共同协商的平台')}
    name: ${say('Platform for community response', '社会力量协调平台')}
    kind: coordination-platform
    established-by: county-government
    chair: emergency-office
    office: emergency-office
    members: [red-cross, rescue-volunteers]
    basis: ${law(39)}

functions:
  rescue-and-relief:
    name: ${say('Rescue and relief', '救援救助组')}
    phases: response
    coordinator: emergency-office
    support: [water-office, red-cross, rescue-volunteers]

links:
  - {from: flood-command, to: [red-cross, rescue-volunteers], type: task, phases: response}
  - {from: emergency-office, to: [red-cross, rescue-volunteers], type: share-information, mutual: true}
  - {from: water-office, to: emergency-office, type: share-information, mutual: true}
  - {from: red-cross, to: rescue-volunteers, type: coordinate, mutual: true}
  - {from: emergency-office, to: higher-government, type: report}

levels:
  level-1: {scheme: response, order: 1, criteria: ${say('a main dike breaks', '主要堤防决口')}, activated-by: activate-major}
  level-2: {scheme: response, order: 2, criteria: ${say('above the safe water level', '超保证水位')}, activated-by: activate-major}
  level-3: {scheme: response, order: 3, criteria: ${say('1 m above the alert level', '超警戒水位 1 米以上')}, activated-by: activate-minor}
  level-4: {scheme: response, order: 4, criteria: ${say('above the alert level', '超警戒水位')}, activated-by: activate-minor}

procedures:
  initial-response: {description: ${say('Villages at the river move people to high ground at once.', '沿河村庄立即组织群众转移。')}, by: emergency-office}
  reporting: {by: emergency-office, to: higher-government, within: 30min}
  escalation: {by: county-government, to: higher-government}
  after-action-review: {by: flood-command, within: 30d}

# ${say('How far society takes part: inform, consult, involve, collaborate, empower.', '社会参与的层次：inform 告知、consult 咨询、involve 介入、collaborate 合作、empower 赋权。')}
participation:
  - {phases: [preparedness, response, recovery], who: [red-cross, rescue-volunteers], level: collaborate, via: community-platform}

cultivation:
  - {kind: train, provider: emergency-office, recipients: [red-cross, rescue-volunteers]}
  - {kind: insure, provider: county-government, recipients: rescue-volunteers}
`;
}
