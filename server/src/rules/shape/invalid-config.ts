// Faults of `govplan.config.yaml`. The configuration reader finds them; this is their text.
import type { Bilingual } from '../../plan/field.ts';
import type { ConfigProblem } from '../../workspace/config-read.ts';
import { defineEngineRule } from '../rule.ts';

const messages: Readonly<Record<ConfigProblem['code'] | 'yaml', Bilingual>> = {
  yaml: { en: '{reason} Until then nothing of this file counts.', zh: '{reason}在此之前，本文件的设置均不生效。' },
  'not-a-map': {
    en: 'A configuration is a map of settings. Write one setting a line.',
    zh: '配置应为由各项设置组成的映射，请逐行写明设置。',
  },
  'several-documents': {
    en: "Only the first document of a configuration counts. Delete the '---' and what follows, or move it up.",
    zh: '配置文件仅第一个文档有效。请删除“---”及其后的内容，或将其并入前面。',
  },
  'unknown-key': {
    en: "There is no setting '{key}' here, only {values}.{hint}",
    zh: '此处没有“{key}”这一设置，可用的是：{values}。{hint}',
  },
  'missing-key': { en: "The key '{key}' is missing here. Add it.", zh: '此处缺少键“{key}”，请补上。' },
  'wrong-type': { en: 'What is needed here is {expected}.', zh: '此处应为{expected}。' },
  'unknown-value': { en: "'{value}' is not one of {values}.{hint}", zh: '“{value}”不在可选值之列：{values}。{hint}' },
  'bad-date': {
    en: "'{value}' is no calendar date. Write it as YYYY-MM-DD.",
    zh: '“{value}”不是真实日期，请写成 YYYY-MM-DD。',
  },
  'bad-duration': {
    en: "'{value}' is no duration. Write a number and min, h, d, mo or y, such as 18mo.",
    zh: '“{value}”不是时长。请写数字加 min、h、d、mo 或 y，如 18mo。',
  },
  'unknown-rule': { en: "There is no rule '{id}'.{hint}", zh: '没有名为“{id}”的规则。{hint}' },
  'unknown-option': {
    en: "The rule '{rule}' has no option '{option}', only {values}.{hint}",
    zh: '规则“{rule}”没有选项“{option}”，可用的是：{values}。{hint}',
  },
  'always-on': {
    en: "'{rule}' speaks of the document's own syntax and shape: it cannot be switched off, nor lowered below a warning.",
    zh: '“{rule}”检查文件自身的语法与结构，不能关闭，级别也不得低于警告。',
  },
  'unbounded-pattern': {
    en: 'This pattern matches nothing, because trying all the ways in which it could match may take for ever. Write several patterns, each with {bound}.',
    zh: '该模式匹配方式过多，逐一尝试可能永无止境，因此不匹配任何文件。请拆成多个模式，每个模式须满足：{bound}。',
  },
  'extends-absent': { en: "There is no file '{path}'. Correct the path.", zh: '文件“{path}”不存在，请更正路径。' },
  'extends-unreadable': { en: "'{path}' cannot be read. Check its permissions.", zh: '无法读取“{path}”，请检查其权限。' },
  'extends-directory': { en: "'{path}' is a folder. Name the configuration file in it.", zh: '“{path}”是文件夹，请写明其中的配置文件。' },
  'extends-too-large': { en: "'{path}' is too large for a configuration.", zh: '“{path}”过大，不能用作配置。' },
  'extends-outside': {
    en: "'{path}' leads out of the workspace. Keep the configuration it builds on inside.",
    zh: '“{path}”指向工作区之外。所依据的配置须放在工作区内。',
  },
  'extends-cycle': {
    en: "'{path}' builds on this configuration itself. Remove one of the two.",
    zh: '“{path}”又以本配置为基础，形成循环，请去掉其一。',
  },
  'extends-url': {
    en: "'{path}' is a web address; nothing is fetched from the network. Copy the file into the workspace.",
    zh: '“{path}”是网址；本工具不访问网络，请将该文件复制到工作区。',
  },
};

export default defineEngineRule({
  id: 'invalid-config',
  group: 'shape',
  severity: 'error',
  fix: 'none',
  summary: { en: 'The configuration file has a fault.', zh: '配置文件有误。' },
  why: {
    en: 'A setting that is not understood is not applied, and plans are judged otherwise than their keepers believe.',
    zh: '未被识别的设置不会生效，预案将按与管理者预期不同的标准接受检查。',
  },
  source: '',
  messages,
});
