// Texts of a plan in Markdown: whatever stands in them is shown, and does nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idCode, plain } from '../../server/src/report/markdown/text.ts';
import { code, escapeMarkdown, plainText } from '../../server/src/service/markdown.ts';

test('every sign that Markdown knows is escaped, and comes back where no Markdown is shown', () => {
  const hostile = '\\ `code` *a* _b_ {c} [l](https://x.example) <script>alert(1)</script> # | ~~d~~ ![p](q) &lt; &#60;';
  const escaped = escapeMarkdown(hostile);
  assert.doesNotMatch(escaped, /(?<!\\)(?:\\\\)*[`*_{}[\]<>#|~!&]/);
  assert.equal(plainText(escaped), hostile);
});

test('words stay as they are read: brackets, hyphens and full stops mean nothing within a line', () => {
  for (const text of ['in-force (since 2024-11-01), 50% + 1', '突发事件应对法（2024年修订）', 'a = b', '0.30'])
    assert.equal(escapeMarkdown(text), text);
});

test('a text at the head of a line begins no list and underlines nothing', () => {
  const heads = ['- item', '+ item', '---', '===', '1. item', '12) item', '* item', '> quote', '~~~', '    code'];
  assert.deepEqual(heads.map(escapeMarkdown), [
    '\\- item',
    '\\+ item',
    '\\---',
    '\\===',
    '1\\. item',
    '12\\) item',
    '\\* item',
    '\\> quote',
    '\\~\\~\\~',
    'code',
  ]);
  for (const head of heads) assert.equal(plainText(escapeMarkdown(head)), head.trim());
});

test('a text stays in its line and in its cell', () => {
  assert.equal(escapeMarkdown(' a\r\nb\n\n| c |\u2028d  '), 'a b \\| c \\| d');
  assert.equal(idCode('a|b`c\nd'), '`a¦bc d`');
});

test('what turns the direction of writing, and what no text may hold, becomes visible; marks of Arabic and Hebrew stay', () => {
  assert.equal(escapeMarkdown('a\u202eb\u2066c\u0000d\ud800e'), 'a\ufffdb\ufffdc\ufffdd\ufffde');
  assert.equal(code('a\u202eb'), '`a\ufffdb`');
  assert.equal(escapeMarkdown('שלום\u200f 水利局😀'), 'שלום\u200f 水利局😀');
});

test('for a forge there is neither a link nor a mention in it', () => {
  assert.equal(plain('@all http://x www.x _www.x a@b.example'), '@\u200ball http:\u200b//x www.\u200bx \\_www.\u200bx a@\u200bb.example');
});
