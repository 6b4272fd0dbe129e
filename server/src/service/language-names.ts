// What the languages are called in which plans are usually written, by their tags.
import { type Bilingual, say } from '../plan/field.ts';

/** The most usual first. */
export const languageNames: Readonly<Record<string, Bilingual>> = {
  zh: say('Chinese', '中文'),
  en: say('English', '英文'),
  'zh-Hans': say('Chinese, simplified', '简体中文'),
  'zh-Hant': say('Chinese, traditional', '繁体中文'),
  ja: say('Japanese', '日文'),
  mi: say('Māori', '毛利文'),
  cy: say('Welsh', '威尔士文'),
  es: say('Spanish', '西班牙文'),
};
