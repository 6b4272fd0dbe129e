// The files of a starter workspace. They lint clean under their profile in their language; a test holds them to it.
import type { Profile } from '../../plan/vocabulary.ts';
import type { Language } from '../../rules/render.ts';
import { starterPlan } from './starter-plan.ts';

export interface StarterFile {
  /** From the folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Picks the text of the language of a workspace. */
export type Say = (en: string, zh: string) => string;

export function starterFiles(profile: Profile, language: Language): readonly StarterFile[] {
  const say: Say = (en, zh) => (language === 'zh' ? zh : en);
  return [
    { path: 'govplan.config.yaml', text: config(profile, say) },
    { path: 'libraries/common.plan.yaml', text: library(profile, say) },
    { path: 'plans/flood.plan.yaml', text: starterPlan(profile, say) },
  ];
}

function config(profile: Profile, say: Say): string {
  return `# ${say('Settings of govplan for this folder and those below it.', 'govplan 配置，适用于本文件夹及其下级文件夹。')}
extends: recommended # ${say('or strict, minimal, or the path of another configuration', '也可写 strict、minimal，或另一配置文件的路径')}
profile: ${profile} # ${say('for plans that name none themselves', '适用于未自行写明规则包的预案')}
ignore: [drafts/]
# rules: {responsibility-without-basis: warning}
# overrides: [{files: ["exercises/**"], rules: {review-overdue: off}}]
`;
}

/** What several plans share: the organizations of the place, and the law. */
function library(profile: Profile, say: Say): string {
  return `# ${say('What several plans share: organizations and legal bases. Plans import it by its relative path.', '多份预案共用的组织和法律依据，由预案以相对路径导入。')}
govplan: "1"

legal-bases:
${law(profile, say)}
organizations:
  higher-government: {name: ${say('Government of the province', '上级人民政府')}, sector: government, level: province}
  county-government: {name: ${say('County government', '县人民政府')}, sector: government, level: county, parent: higher-government}
  emergency-office: {name: ${say('Emergency management office', '县应急管理局')}, sector: government, level: county, parent: county-government}
  water-office: {name: ${say('Water office', '县水利局')}, sector: government, level: county, parent: county-government}
  red-cross: {name: ${say('Red Cross branch', '县红十字会')}, sector: mass-organization, registered: true}
  rescue-volunteers: {name: ${say('Riverside Rescue Volunteers', '河畔救援队')}, sector: volunteer-group, autonomy: independent, registered: true}
`;
}

function law(profile: Profile, say: Say): string {
  const { title, facts } = laws[profile];
  const name = profile === 'generic' ? say(title.en, title.zh) : `{en: "${title.en}", zh: ${title.zh}}`;
  const note = profile === 'generic' ? ` # ${say('put the law of your country here', '请替换为所适用的法律')}` : '';
  return `  emergency-law:${note}\n    title: ${name}\n    kind: law\n${facts.map((fact) => `    ${fact}\n`).join('')}`;
}

interface Law {
  readonly title: { readonly en: string; readonly zh: string };
  /** Further keys of the entry, as they are written. */
  readonly facts: readonly string[];
}

const laws: Readonly<Record<Profile, Law>> = {
  generic: { title: { en: 'Emergency Management Act', zh: '应急管理法' }, facts: [] },
  cn: {
    title: { en: 'Emergency Response Law of the People’s Republic of China', zh: '中华人民共和国突发事件应对法' },
    facts: ['issued: 2024-06-28', 'effective: 2024-11-01', 'articles: 106'],
  },
  us: {
    title: { en: 'Robert T. Stafford Disaster Relief and Emergency Assistance Act', zh: '罗伯特·斯塔福德救灾与紧急援助法' },
    facts: ['number: Pub. L. 93-288'],
  },
  uk: { title: { en: 'Civil Contingencies Act 2004', zh: '2004年民事紧急状态法' }, facts: ['number: 2004 c. 36'] },
  jp: { title: { en: 'Basic Act on Disaster Management', zh: '灾害对策基本法' }, facts: ['number: 昭和三十六年法律第二百二十三号'] },
  nz: { title: { en: 'Civil Defence Emergency Management Act 2002', zh: '2002年民防应急管理法' }, facts: ['number: 2002 No 33'] },
};
