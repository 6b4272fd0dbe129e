// Plans for the golden tests, from a few words: who decides, leads and commands, and what ties government and society together.

import type { Data } from './oracle-facts.ts';
import { textOf } from './plans.ts';

export interface Sketch {
  /** Ids whose first letter is the sector: g government, s society, h half and half, e expert, x external government, y external society. */
  readonly actors?: string;
  /** Each word is a decision right of that organization. */
  readonly decisions?: string;
  /** Each word is a function that this organization leads. */
  readonly leads?: string;
  /** Each word is a one-way link, `from>to`; `from=to` is a mutual one. */
  readonly commands?: string;
  readonly cooperation?: string;
  /** Each word is a responsibility of that organization. */
  readonly duties?: string;
  /** Each entry is `level who,who phase,phase`. */
  readonly participation?: readonly string[];
  /** Further rights, by actor. */
  readonly rights?: Readonly<Record<string, Data>>;
  /** Whole sections, as they are. */
  readonly more?: Data;
}

/** The middle of the table: L 0.5, X 0, nothing decided together. */
export const divided: Sketch = { decisions: 'g1 s1', leads: 'g1 s1', commands: 'g1>g2 s1>s2' };

/** Ties that lift X to 0.7 without moving L. */
export const cooperating: Sketch = { cooperation: 'g1=s1 g1=s2' };

const sectors: Readonly<Record<string, string>> = {
  g: 'government',
  s: 'social-organization',
  h: 'mass-organization',
  e: 'expert',
  x: 'government',
  y: 'social-organization',
};

export function sketch(...parts: readonly Sketch[]): string {
  const {
    actors = 'g1 g2 s1 s2',
    decisions,
    leads,
    commands,
    cooperation,
    duties,
    participation = [],
    rights = {},
    more = {},
  } = Object.assign({}, ...parts) as Sketch;
  let count = 0;
  const owned = (ids: string | undefined, owner: string, entry: Data) =>
    words(ids)
      .filter((id) => id === owner)
      .map(() => [`n${++count}`, entry]);
  const organizations = words(actors).map((id) => {
    const held = [...owned(decisions, id, { kind: 'decide' }), ...Object.entries(rights[id] ?? {})];
    const borne = owned(duties, id, { action: 'act', phases: 'response' });
    const external = id[0] === 'x' || id[0] === 'y';
    return [
      id,
      {
        name: id,
        sector: sectors[id[0] as string],
        ...(external && { external }),
        ...(held.length > 0 && { rights: Object.fromEntries(held) }),
        ...(borne.length > 0 && { responsibilities: Object.fromEntries(borne) }),
      },
    ];
  });
  const links = [
    ...words(commands).map((word) => linkOf(word, 'command')),
    ...words(cooperation).map((word) => linkOf(word, 'coordinate')),
  ];
  const functions = words(leads).map((id) => [`n${++count}`, { name: 'F', primary: id }]);
  const entries = participation.map((entry) => {
    const [level, who, phases] = entry.split(' ');
    return { level, who: who?.split(','), phases: phases?.split(',') };
  });
  return textOf({
    govplan: '1',
    plan: { id: 'p', title: 'T', type: 'overall', jurisdiction: { level: 'county', name: 'N' }, status: 'draft' },
    organizations: Object.fromEntries(organizations),
    ...(functions.length > 0 && { functions: Object.fromEntries(functions) }),
    ...(links.length > 0 && { links }),
    ...(entries.length > 0 && { participation: entries }),
    ...more,
  });
}

function words(text: string | undefined): string[] {
  return (text ?? '').split(' ').filter((word) => word !== '');
}

function linkOf(word: string, type: string): Data {
  const [from, to] = word.split(/[>=]/);
  return { from, to, type, ...(word.includes('=') && { mutual: true }) };
}
