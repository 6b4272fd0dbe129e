// An indicator of the registry in another unit than the registry's: it cannot be scored, and read as written it would mislead.
import { convertUnit, indicatorDefinition, unitName } from '../../governance/indicators.ts';
import type { Bilingual } from '../../plan/field.ts';
import type { Indicator } from '../../plan/shape.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import type { YamlScalar } from '../../yaml/tree.ts';
import { findEntry } from '../../yaml/view.ts';
import { defineRule, type Fix } from '../rule.ts';

export default defineRule({
  id: 'indicator-unit-error',
  group: 'mode',
  severity: 'error',
  fix: 'safe',
  summary: {
    en: 'A registered indicator is not given in its unit.',
    zh: '已登记指标的单位不是规定单位。',
  },
  why: {
    en: 'The scale of an indicator holds for its unit only. A benchmark of 50 per million, set against 5.5 per 10,000 (550 per million), would turn the conclusion around; there the label is wrong, not the number.',
    zh: '指标的标度只对规定单位成立。若把“每百万人 50 个”与“每万人 5.5 个”（即每百万人 550 个）相比，结论会完全相反；那里写错的是单位，而不是数值。',
  },
  source: 'S4.2',
  messages: {
    convertible: {
      en: "'{id}' is measured in '{expected}', not in '{unit}'. As written, {value} ({unitName}) is {converted} ({expectedName}). Convert it; or, if the number is right and only the label is wrong, correct the label.",
      zh: '“{id}”应以“{expected}”计，而不是“{unit}”。按所写换算，{value}（{unitName}）相当于 {converted}（{expectedName}）。请换算；若数值正确而只是单位写错，则只更正单位。',
    },
    alias: {
      en: "'{id}' is measured in '{expected}'. '{unit}' means the same, but only the registry's own word is scored. Write '{expected}'.",
      zh: '“{id}”应以“{expected}”计。“{unit}”含义相同，但只有规定的写法才能计分。请写成“{expected}”。',
    },
    unconverted: {
      en: "'{id}' is measured in '{expected}', not in '{unit}'. Give the figure in that unit ({expectedName}).",
      zh: '“{id}”应以“{expected}”计，而不是“{unit}”。请以规定单位（{expectedName}）给出数值。',
    },
    unknown: {
      en: "'{id}' is measured in '{expected}', and '{unit}' does not convert to it. Give the figure in that unit ({expectedName}).",
      zh: '“{id}”应以“{expected}”计，“{unit}”无法换算。请以规定单位（{expectedName}）给出数值。',
    },
  },
  labels: {
    convert: { en: 'Convert to {converted} ({expectedName})', zh: '换算为 {converted}（{expectedName}）' },
    rename: { en: "Write '{expected}'", zh: '写成“{expected}”' },
    relabel: { en: 'Keep {value}: only the unit is wrong', zh: '保留 {value}：只更正单位' },
  },
  *check({ content }) {
    for (const indicator of content.context?.indicators ?? []) {
      const { id, value, unit } = indicator;
      const expected = id && indicatorDefinition(id.value)?.unit;
      if (id === undefined || unit === undefined || expected === undefined || unit.value === expected) continue;
      const converted = value && convertUnit(value.value, unit.value, expected);
      const names = { unitName: nameOfUnit(unit.value), expectedName: nameOfUnit(expected) };
      const data = { id: id.value, expected, unit: unit.value, value: value?.value ?? 0, converted: converted ?? 0, ...names };
      yield {
        message: messageFor(unit.value, expected, converted),
        at: unit.node,
        data,
        fixes: converted === undefined ? [] : fixesFor(indicator, converted, expected, data),
      };
    }
  },
});

function messageFor(unit: string, expected: string, converted: number | undefined): 'alias' | 'convertible' | 'unconverted' | 'unknown' {
  const one = convertUnit(1, unit, expected);
  if (one === undefined) return 'unknown';
  if (one === 1) return 'alias';
  return converted === undefined ? 'unconverted' : 'convertible';
}

/** What is shared through an anchor, an alias or a merge key is not changed from here: another entry may need it as it is. */
function fixesFor(indicator: Indicator, converted: number, expected: string, data: Fix['data'] & object): readonly Fix[] {
  const [number, label] = [ownScalar(indicator, 'value'), ownScalar(indicator, 'unit')];
  const { value, node } = indicator;
  if (value === undefined || number === undefined || label === undefined || node.anchor !== undefined) return [];
  const relabel: Fix['edits'] = (text) => replaceScalar(text, label, expected);
  if (converted === value.value) return [{ title: 'rename', data, safe: true, edits: relabel }];
  return [
    { title: 'convert', data, safe: true, edits: (text) => [...replaceScalar(text, number, converted), ...relabel(text)] },
    { title: 'relabel', data, safe: false, edits: relabel },
  ];
}

function ownScalar({ node }: Indicator, key: string): YamlScalar | undefined {
  const entry = findEntry(node, key);
  const value = entry?.merge ? undefined : entry?.pair.value;
  return value?.kind === 'scalar' && value.anchor === undefined ? value : undefined;
}

function nameOfUnit(unit: string): Bilingual {
  return unitName(unit) ?? { en: unit, zh: unit };
}
