// The closed lists of the format, each value with its meaning in both languages (format.md; the words of the domain).
import type { Bilingual } from './field.ts';

const word = (en: string, zh: string): Bilingual => ({ en, zh });

export const planTypes = {
  overall: word('overall emergency plan of a jurisdiction', '总体应急预案'),
  special: word('special plan for one kind of emergency', '专项应急预案'),
  department: word('plan of one department', '部门应急预案'),
  unit: word('plan of one enterprise, school or other unit', '单位应急预案'),
  joint: word('plan shared by neighbouring jurisdictions', '联合应急预案'),
  catastrophe: word('plan for a catastrophe', '巨灾应急预案'),
  event: word('plan for a major event', '重大活动保障应急预案'),
  annex: word('annex to a base plan', '预案附件（分预案）'),
};

export const jurisdictionLevels = {
  national: word('the nation', '国家'),
  province: word('province, state or region', '省级'),
  prefecture: word('prefecture or city', '市级'),
  county: word('county or district', '县级'),
  township: word('township or subdistrict', '乡镇（街道）'),
  community: word('community or village', '社区（村）'),
  organization: word('a single organization', '单位'),
};

export const categories = {
  'natural-disaster': word('natural disaster', '自然灾害'),
  'accident-disaster': word('accident', '事故灾难'),
  'public-health': word('public health emergency', '公共卫生事件'),
  'social-security': word('social safety incident', '社会安全事件'),
};

export const phases = {
  prevention: word('prevention and mitigation', '预防'),
  preparedness: word('preparedness', '应急准备'),
  warning: word('monitoring and early warning', '监测与预警'),
  response: word('response and rescue', '应急处置与救援'),
  recovery: word('recovery and reconstruction', '恢复与重建'),
};

export const profiles = {
  generic: word('no national rule pack', '通用（不附加国别规则）'),
  cn: word('China', '中国'),
  us: word('United States', '美国'),
  uk: word('United Kingdom', '英国'),
  jp: word('Japan', '日本'),
  nz: word('New Zealand', '新西兰'),
};

export const planStatuses = {
  draft: word('being written', '编制中'),
  'in-force': word('in force', '现行有效'),
  superseded: word('replaced by a later plan', '已被替代'),
  withdrawn: word('withdrawn', '已废止'),
};

export const governanceModes = {
  'government-control': word(
    'government control: government decides and commands, with little interaction',
    '政府管控：政府决策指挥，互动较少',
  ),
  'social-autonomy': word('social autonomy: society governs itself, with little interaction', '社会自治：社会自我治理，互动较少'),
  'collaborative-governance': word(
    'collaborative governance: government leads, society takes part through channels and shares the burden',
    '协同治理：政府主导，社会通过渠道参与并分担责任',
  ),
  'equal-cooperation': word(
    'equal cooperation: government and society decide together as partners',
    '平等合作：政府与社会作为伙伴共同决策',
  ),
};

export const highLow = {
  low: word('low', '低'),
  high: word('high', '高'),
};

export const axes = {
  'government-capacity': word('government governance capacity', '政府治理能力'),
  'social-development': word('social development level', '社会发展程度'),
};

export const legalBasisKinds = {
  law: word('law or act of parliament', '法律'),
  'administrative-regulation': word('regulation of the central government', '行政法规'),
  'local-regulation': word('local regulation', '地方性法规'),
  rule: word('departmental or local government rule', '规章'),
  'normative-document': word('normative document', '规范性文件'),
  standard: word('standard', '标准'),
  plan: word('another plan', '预案'),
  agreement: word('agreement', '协议'),
};

export const sectors = {
  party: word('party organization (government side)', '党委部门（政府侧）'),
  government: word('government or its department (government side)', '政府及其部门（政府侧）'),
  military: word('military or armed police (government side)', '军队、武警（政府侧）'),
  'public-institution': word('public institution, such as a public school, hospital or utility (government side)', '事业单位（政府侧）'),
  'social-organization': word('social organization, such as a charity, an NGO or a non-profit (society side)', '社会组织（社会侧）'),
  'volunteer-group': word('volunteer group (society side)', '志愿者队伍（社会侧）'),
  community: word('community or village (society side)', '社区、村居（社会侧）'),
  'private-enterprise': word('private enterprise (society side)', '民营企业（社会侧）'),
  media: word('media (society side)', '媒体（社会侧）'),
  academia: word('academia (society side)', '高校与科研机构（社会侧）'),
  'mass-organization': word('mass organization (half and half)', '群团组织（两侧各半）'),
  'state-enterprise': word('state enterprise (half and half)', '国有企业（两侧各半）'),
  expert: word('expert or expert group (outside the split)', '专家（不计入两侧）'),
  international: word('international organization (outside the split)', '国际组织（不计入两侧）'),
};

export const autonomies = {
  independent: word('governs itself', '独立'),
  affiliated: word('affiliated to an agency (counts half and half)', '挂靠政府部门（两侧各半）'),
};

export const rightKinds = {
  decide: word('decide', '决定'),
  command: word('command (coercive)', '指挥（强制性）'),
  activate: word('activate a response', '启动响应'),
  terminate: word('terminate a response', '终止响应'),
  allocate: word('allocate resources', '调配资源'),
  requisition: word('requisition property (coercive)', '征用（强制性）'),
  approve: word('approve', '批准'),
  'issue-warning': word('issue a warning', '发布预警'),
  'release-information': word('release information', '发布信息'),
  enforce: word('enforce by compulsory measures (coercive)', '采取强制措施（强制性）'),
  propose: word('propose (voice)', '建议（话语权）'),
  'access-information': word('access information (voice)', '知情（话语权）'),
  refuse: word('refuse (voice)', '拒绝（话语权）'),
  'self-organize': word('organize itself (voice)', '自组织（话语权）'),
};

export const rightRules = {
  sole: word('held by each holder alone', '单独行使'),
  joint: word('exercised jointly', '共同行使'),
  consensus: word('exercised by consensus', '协商一致'),
  delegated: word('delegated', '受委托行使'),
  advisory: word('advice only', '仅供咨询'),
};

export const bodyKinds = {
  'command-headquarters': word('emergency command headquarters', '应急指挥机构（指挥部）'),
  'on-scene-command': word('on-scene command', '现场指挥部'),
  'coordination-platform': word('coordination platform', '协调平台'),
  council: word('council', '议事协调机构'),
  'working-group': word('working group', '工作组'),
};

export const decisionRules = {
  'chair-decides': word('the chair decides', '主持单位决定'),
  majority: word('majority', '多数决'),
  consensus: word('consensus', '协商一致'),
  'joint-sign': word('joint signature', '联合签署'),
};

export const linkTypes = {
  command: word('command (directive)', '指挥（指令性）'),
  task: word('tasking (directive)', '交办（指令性）'),
  supervise: word('supervision (directive)', '监督（指令性）'),
  coordinate: word('coordination (cooperative)', '协调（合作性）'),
  'share-information': word('information sharing (cooperative)', '信息共享（合作性）'),
  supply: word('supply (cooperative)', '供应（合作性）'),
  'mutual-aid': word('mutual aid (cooperative)', '互助（合作性）'),
  report: word('reporting', '报告'),
  fund: word('funding', '资助'),
  train: word('training', '培训'),
};

export const agreementKinds = {
  memorandum: word('memorandum of understanding', '备忘录'),
  framework: word('framework agreement', '框架协议'),
  'mutual-aid': word('mutual-aid agreement', '互助协议'),
  contract: word('contract', '合同'),
};

export const levelSchemes = {
  response: word('response level', '响应级别'),
  warning: word('warning level', '预警级别'),
  severity: word('severity grade of the event', '事件分级'),
};

export const colours = {
  red: word('red', '红色'),
  orange: word('orange (amber)', '橙色'),
  yellow: word('yellow', '黄色'),
  blue: word('blue', '蓝色'),
};

export const channelKinds = {
  hotline: word('hotline', '热线'),
  platform: word('platform', '平台'),
  meeting: word('meeting', '会议'),
  app: word('app', '应用程序'),
  broadcast: word('broadcast', '广播'),
};

export const participationLevels = {
  inform: word('inform: society is told (1)', '告知（1）'),
  consult: word('consult: society is asked (2)', '咨询（2）'),
  involve: word('involve: society works on it (3)', '介入（3）'),
  collaborate: word('collaborate: society is a partner (4)', '合作（4）'),
  empower: word('empower: society decides (5)', '赋权（5）'),
};

export const cultivationKinds = {
  train: word('train', '培训'),
  fund: word('fund', '资助'),
  equip: word('equip', '装备'),
  insure: word('insure', '保险'),
  register: word('register', '登记'),
  certify: word('certify', '认证'),
  'purchase-service': word('purchase a service', '购买服务'),
  'share-facility': word('share a facility', '共享设施'),
};

export const exerciseTypes = {
  discussion: word('discussion', '研讨式演练'),
  tabletop: word('tabletop', '桌面演练'),
  functional: word('functional', '功能演练'),
  'full-scale': word('full-scale', '综合演练'),
};

export type Phase = keyof typeof phases;
export type Profile = keyof typeof profiles;
export type JurisdictionLevel = keyof typeof jurisdictionLevels;
export type Sector = keyof typeof sectors;
export type RightKind = keyof typeof rightKinds;
export type LinkType = keyof typeof linkTypes;
export type CultivationKind = keyof typeof cultivationKinds;
export type GovernanceMode = keyof typeof governanceModes;

export const allPhases = Object.keys(phases) as readonly Phase[];

/** Rights to decide over others or in the name of the plan (format.md section 4.4). */
export const decisionKinds: ReadonlySet<RightKind> = new Set<RightKind>([
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
]);

export const coerciveKinds: ReadonlySet<RightKind> = new Set<RightKind>(['command', 'requisition', 'enforce']);

export const directiveTypes: ReadonlySet<LinkType> = new Set<LinkType>(['command', 'task', 'supervise']);

export const cooperativeTypes: ReadonlySet<LinkType> = new Set<LinkType>(['coordinate', 'share-information', 'supply', 'mutual-aid']);
