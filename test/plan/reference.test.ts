// The format reference: its links lead somewhere, and every map and closed list of the format is in it.
import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { namedMaps } from '../../server/src/plan/entities.ts';
import { formatReference } from '../../server/src/plan/reference.ts';
import { jsonSchema, wordLists } from '../../server/src/plan/schema.ts';

const reference = formatReference();

test('every link of the reference leads to one of its headings', () => {
  const headings = [...reference.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
  assert.equal(new Set(headings).size, headings.length, 'no two headings have one anchor');
  const links = [...reference.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor);
  assert.ok(links.length > 50);
  assert.deepEqual(
    links.filter((anchor) => !headings.includes(anchor)),
    [],
  );
});

test('no map, closed list or kind of value shares its name with another', () => {
  const maps = namedMaps().map(({ name }) => name);
  const names = [...maps, ...wordLists().keys()];
  assert.equal(new Set(names).size, names.length);
  const { $defs } = jsonSchema() as { readonly $defs: object };
  assert.deepEqual(
    names.filter((name) => name !== 'document' && !Object.hasOwn($defs, name)),
    [],
  );
});

/** As GitHub and VS Code make anchors: lower case, punctuation dropped, spaces to hyphens. */
function anchorOf(heading: string): string {
  const kept = Array.from(heading.toLowerCase(), (character) =>
    character === ' ' ? '-' : /[\p{L}\p{N}_-]/u.test(character) ? character : '',
  );
  return kept.join('');
}
