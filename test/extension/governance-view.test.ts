// The page around the governance view lets in nothing but its own script and style, and what comes from it leads only where the server said.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { composePage, createNonce, policyFor } from '../../client/src/governance-view/page.ts';
import { readPlaces } from '../../client/src/governance-view/places.ts';
import { pictureStyle, style } from '../../server/src/report/html/style.ts';
import { viewStyle } from '../../server/src/report/html/view-style.ts';

const parts = { nonce: 'abc123', script: 'https://host/view.js', style: 'https://host/view.css', title: 'Governance View' };

test('the policy lets in what bears the nonce, and nothing else', () => {
  const policy = "default-src 'none'; script-src 'nonce-abc123'; style-src 'nonce-abc123'; base-uri 'none'; form-action 'none'";
  assert.equal(policyFor('abc123'), policy);
  const [, content = ''] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(composePage(parts)) ?? [];
  assert.equal(content.replaceAll('&#39;', "'"), policy);
  assert.doesNotMatch(policy, /unsafe|\*|https?:|data:/);
});

test('a nonce is 128 bits, and another one each time', () => {
  const nonces = Array.from({ length: 100 }, createNonce);
  for (const nonce of nonces) assert.match(nonce, /^[0-9a-f]{32}$/);
  assert.equal(new Set(nonces).size, nonces.length);
});

test('no script, style or handler stands in the page itself', () => {
  const page = composePage(parts);
  assert.deepEqual(page.match(/<script[^>]*>[^<]*/g), ['<script nonce="abc123" src="https://host/view.js">']);
  assert.deepEqual(page.match(/<link[^>]*>/g), ['<link rel="stylesheet" nonce="abc123" href="https://host/view.css">']);
  assert.doesNotMatch(page, /<style|\sstyle=|\son\w+=|javascript:/i);
});

test('what is put into the page is text', () => {
  const page = composePage({ ...parts, title: `"><script>alert(1)</script>'`, script: 'https://host/"onload="x' });
  assert.equal(page.match(/<script/g)?.length, 1);
  assert.ok(page.includes('<title>&#34;&#62;&#60;script&#62;alert(1)&#60;/script&#62;&#39;</title>'));
  assert.ok(page.includes('src="https://host/&#34;onload=&#34;x"'));
});

test('the style of the view loads nothing, and has the colours of the theme for all that the pictures name', () => {
  assert.doesNotMatch(viewStyle, /@import|url\((?!#)|https?:|expression/);
  const names = (css: string, pattern: RegExp): ReadonlySet<string> => new Set([...css.matchAll(pattern)].map(([, name = '']) => name));
  const defined = names(viewStyle, /--([\w-]+):/g);
  for (const name of names(pictureStyle, /var\(--([\w-]+)/g)) assert.ok(defined.has(name), name);
  assert.ok(style.includes(pictureStyle));
});

test('the script of the view puts no text where it could become code, and loads nothing', async () => {
  const script = await readFile(new URL('../../client/src/governance-view/browser/script.ts', import.meta.url), 'utf8');
  assert.doesNotMatch(
    script,
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|fetch\(|XMLHttpRequest|import\(/,
  );
});

test('places are read as the server writes them', () => {
  const files = ['file:///plan', 'file:///library'];
  const range = (line: number): object => ({ start: { line, character: 2 }, end: { line, character: 9 } });
  assert.deepEqual(readPlaces('1:3:2:3:9', files), [{ uri: 'file:///library', range: range(3) }]);
  assert.deepEqual(readPlaces('0:3:2:3:9 1:4:2:4:9', files), [
    { uri: 'file:///plan', range: range(3) },
    { uri: 'file:///library', range: range(4) },
  ]);
});

test('of anything else nothing comes', () => {
  const files = ['file:///plan'];
  for (const wrong of [
    '',
    '0',
    '1:0:0:0:0',
    '0:0:0:0',
    '-1:0:0:0:0',
    '0:0:0:0:1e9',
    'file:///etc/passwd',
    '0:0:0:0:0 x',
    '0:0:0:0:99999999',
  ]) {
    assert.deepEqual(readPlaces(wrong, files), [], wrong);
  }
  for (const wrong of [undefined, 7, {}, ['0:0:0:0:0']]) assert.deepEqual(readPlaces(wrong, files), []);
});
