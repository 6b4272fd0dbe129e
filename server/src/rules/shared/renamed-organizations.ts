// The register of public bodies of China that were renamed or merged in 2018 and later (server/data/renamed-organizations.json).

import data from '../../../data/renamed-organizations.json' with { type: 'json' };
import type { Bilingual } from '../../plan/field.ts';
import { append } from '../../text/append.ts';
import { late } from '../../text/late.ts';

/** The name as the register has it, what replaced it, since which day (`YYYY-MM-DD`), and where that is written. */
export interface RenamedOrganization {
  readonly name: string;
  readonly replacedBy: Bilingual;
  readonly since: string;
  readonly source: string;
}

/**
 * The entry for the name of an organization: a national body by its whole name, a local one by the end of its name where only an area or
 * its government stands before (清河市安全生产监督管理局). Ask only for bodies on the government side: an enterprise names its
 * departments as it likes. A foreign abbreviation in brackets does not count; any other remark may name the successor, so it stays silent.
 */
export function renamedOrganization(name: string): RenamedOrganization | undefined {
  const plain = normalizeName(name);
  return nationalBody(plain) ?? nationalBody(plain.replace(/^中华人民共和国/u, '')) ?? localBody(plain);
}

const nationalBodies = late(
  (): ReadonlyMap<string, RenamedOrganization> =>
    new Map(
      data.national.flatMap(({ names, replacedBy, since, source }) =>
        names.map((name) => [normalizeName(name).toLowerCase(), { name, replacedBy, since, source }] as const),
      ),
    ),
);

function nationalBody(name: string): RenamedOrganization | undefined {
  return nationalBodies().get(name.toLowerCase());
}

/** How many characters of a name's end are looked at first; no suffix is shorter. */
const glance = 2;

/** The local bodies by how their names end: most names end as none of these does. */
const localBodies = late((): ReadonlyMap<string, typeof data.local> => {
  const byEnd = new Map<string, (typeof data.local)[number][]>();
  for (const body of data.local) {
    for (const end of new Set(body.suffixes.map((suffix) => suffix.slice(-glance)))) append(byEnd, end, body);
  }
  return byEnd;
});

function localBody(name: string): RenamedOrganization | undefined {
  const bodies = localBodies().get(name.slice(-glance));
  if (bodies === undefined || data.notBefore.some((word) => name.startsWith(word))) return undefined;
  for (const { suffixes, afterArea, replacedBy, since, source } of bodies) {
    const suffix = suffixes.find((ending) => name.endsWith(ending));
    if (suffix === undefined) continue;
    const area = name.slice(0, -suffix.length);
    if (data.notWithin.some((word) => area.includes(word)) || (afterArea && !isArea(area))) continue;
    return { name: suffix, replacedBy: { zh: replacedBy.zh.replace('{area}', () => area), en: replacedBy.en }, since, source };
  }
  return undefined;
}

function isArea(text: string): boolean {
  return text === '' || data.areaEndings.some((ending) => text.endsWith(ending));
}

/** Compatibility forms, no blanks, no quotation marks, no foreign abbreviation in brackets, no English article. */
function normalizeName(name: string): string {
  const plain = name.normalize('NFKC');
  const whole = plain.endsWith(')') ? plain.replace(/\([^()\p{Script=Han}]*\)$/u, '') : plain;
  return whole.replace(/^the\s+/i, '').replace(/[\s"'“”‘’《》]/gu, '');
}
