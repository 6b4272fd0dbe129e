// Whoever sees little can read a report: every text stands out from what it stands on by 4.5 to 1, every sign of a picture by 3 to 1, in the
// light and in the dark (WCAG 2.2, success criteria 1.4.3 and 1.4.11).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { style } from '../../server/src/report/html/style.ts';

type Colours = ReadonlyMap<string, string>;

function coloursOf(css: string): Colours {
  return new Map([...css.matchAll(/--([\w-]+):(#[\da-f]{3,6});/g)].map(([, name = '', value = '']) => [name, value]));
}

const light = coloursOf(/^:root\{([^}]*)\}/.exec(style)?.[1] ?? '');
const dark = coloursOf(/prefers-color-scheme:dark\)\{:root\{([^}]*)\}/.exec(style)?.[1] ?? '');

const cells = ['control', 'autonomy', 'collaborative', 'equal', 'off'];
const grounds = ['paper', 'panel', 'soft-good', 'soft-warn', ...cells];

/** Foreground, what it stands on. */
const texts: readonly (readonly [string, readonly string[]])[] = [
  ['ink', grounds],
  ['faint', ['paper', 'panel', ...cells]],
  ['accent', ['paper', 'panel', 'soft-warn']],
  ...['error', 'warning', 'information', 'good'].map((name) => [name, ['paper', 'panel']] as const),
  ['warning', ['soft-warn']],
  // The letters in a figure, in a flag, in a mark.
  ...['society', 'half', 'outside', 'government', 'error'].map((name) => [name, ['paper']] as const),
  ...['government', 'good', 'warning', 'accent'].map((name) => ['paper', [name]] as const),
];
const signs = [
  'government',
  'society',
  'half',
  'outside',
  'directive',
  'cooperative',
  'other',
  'seat',
  'warning',
  'accent',
  'error',
  'good',
];

for (const [scheme, colours] of [
  ['light', light],
  ['dark', dark],
] as const) {
  test(`in the ${scheme}`, () => {
    for (const [text, on] of texts) for (const ground of on) assertContrast(colours, text, ground, 4.5);
    for (const sign of signs) assertContrast(colours, sign, 'paper', 3);
    for (const ground of cells) assertContrast(colours, 'good', ground, 3);
  });
}

function assertContrast(colours: Colours, front: string, back: string, least: number): void {
  const [a, b] = [colours.get(front), colours.get(back)];
  assert.ok(a && b, `${front} or ${back} is no colour`);
  const [bright = 0, dim = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  const contrast = (bright + 0.05) / (dim + 0.05);
  assert.ok(contrast >= least, `${front} ${a} on ${back} ${b}: ${contrast.toFixed(2)}`);
}

/** Relative luminance as WCAG defines it, 0 … 1. */
function luminance(colour: string): number {
  const digits = colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit) : (colour.slice(1).match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0] = digits.map((pair) => {
    const share = Number.parseInt(pair, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
