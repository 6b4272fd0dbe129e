// A workspace of many plans that share libraries: the law of the land once, the organizations of a city once for all of its plans.

import { generatePlan } from '../generate-plan.ts';
import { cityDeclarations, cityLegalBases } from './city.ts';
import { joinSections, type Part } from './sections.ts';

const plansOfACity = 50;

/** Texts by path, with `/`: so many plans of about that size, and the libraries that they import. */
export function generateWorkspace(plans: number, bytes: number): ReadonlyMap<string, string> {
  const files = new Map<string, string>([['libraries/law.plan.yaml', lawLibrary()]]);
  for (let n = 0; n < plans; n++) {
    const city = `city-${String(Math.floor(n / plansOfACity) + 1).padStart(2, '0')}`;
    const library = `libraries/${city}.plan.yaml`;
    if (!files.has(library)) files.set(library, cityLibrary());
    const id = `${city}-plan-${String((n % plansOfACity) + 1).padStart(2, '0')}`;
    const imports = ['../../libraries/law.plan.yaml', `../../${library}`];
    files.set(`plans/${city}/${id}.plan.yaml`, generatePlan(bytes, { id, imports }));
  }
  return files;
}

function lawLibrary(): string {
  const local = Array.from(
    { length: 20 },
    (_, i) =>
      `  rule-${i + 1}: {title: 云江省防汛管理规定之${i + 1}, kind: local-regulation, area: 云江省, effective: 2023-0${(i % 9) + 1}-01, articles: ${30 + i}}\n`,
  );
  return joinSections('# 法律库\ngovplan: "1"\n', [cityLegalBases, { 'legal-bases': local.join('') }]);
}

function cityLibrary(): string {
  const bureaus = Array.from(
    { length: 20 },
    (_, i) => `  bureau-${i + 1}:\n    name: 清河市第${i + 1}局\n    sector: government\n    level: prefecture\n    parent: city-gov\n`,
  );
  const declared = Object.entries(cityDeclarations).map(([id, declaration]) => `  ${id}:\n${declaration}`);
  const province = '  province-gov: {name: 云江省人民政府, sector: government, level: province}\n';
  const organizations: Part = { organizations: [province, ...declared, ...bureaus].join('') };
  return joinSections('# 组织库\ngovplan: "1"\n', [organizations]);
}
