// How readers call the families of rules and the severities.
import type { Bilingual } from '../plan/field.ts';
import type { RuleGroup, Severity } from './rule.ts';

export const groupNames: Readonly<Record<RuleGroup, Bilingual>> = {
  shape: { en: 'Syntax and shape', zh: '语法与结构' },
  content: { en: 'Plan content', zh: '预案内容' },
  rights: { en: 'Rights and responsibilities', zh: '权利与职责' },
  network: { en: 'Organizations and network', zh: '组织与网络' },
  legal: { en: 'Legal basis', zh: '法律依据' },
  mode: { en: 'Mode', zh: '治理模式' },
  cultivation: { en: 'Capability cultivation', zh: '能力培育' },
  response: { en: 'Response procedure', zh: '响应程序' },
  'life-cycle': { en: 'Life cycle', zh: '生命周期' },
};

export const severityNames: Readonly<Record<Severity, Bilingual>> = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  information: { en: 'information', zh: '提示' },
};
