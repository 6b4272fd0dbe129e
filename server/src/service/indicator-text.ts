// What the registry knows of an indicator, and how it counts: for hover and completion.
import type { IndicatorDefinition } from '../governance/indicators.ts';
import { say } from '../plan/field.ts';
import { axes } from '../plan/vocabulary.ts';
import { fillText, type Language } from '../rules/render.ts';
import { code, escapeMarkdown } from './markdown.ts';

const texts = {
  scale: say('from {min} (counted as 0) to {max} (as 1)', '{min} 计为 0，{max} 计为 1'),
  unscored: say('shown, not scored', '仅作展示，不计分'),
};

/** Markdown. */
export function indicatorText({ id, name, axis, unit, min, max }: IndicatorDefinition, language: Language): string {
  const scale = min === undefined || max === undefined ? texts.unscored[language] : fillText(texts.scale, { min, max }, language);
  return `**${escapeMarkdown(name[language])}** ${code(id)}  \n${[axes[axis][language], code(unit), scale].join(' · ')}`;
}
