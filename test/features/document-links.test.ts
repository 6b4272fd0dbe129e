// Links: the paths of imports and parent plans where they lead to something, and addresses of the web.
import { test } from 'node:test';
import { checkLinks } from './support/document-links.ts';

const library = 'govplan: "1"\norganizations: {}\n';

test('import and parent paths that lead to a file of the workspace are links', () =>
  checkLinks(
    {
      'a/test.plan.yaml': `govplan|: "1"
imports: [«../lib.plan.yaml», "«./库 1.plan.yaml»", absent.plan.yaml, ../../outside.plan.yaml, "https://example.com/x.yaml"]
plan: {id: p, parent-plans: [«up.plan.yaml», erl]}
`,
      'a/up.plan.yaml': 'govplan: "1"\nplan: {id: up}\n',
      'a/库 1.plan.yaml': library,
      'lib.plan.yaml': library,
    },
    ['lib.plan.yaml', 'a/库 1.plan.yaml', 'a/up.plan.yaml'],
  ));

test('web addresses are links where the format has an address', () =>
  checkLinks(
    `|legal-bases:
  a: {title: https://example.com/title, kind: law, url: «https://example.com/法»}
  b: {title: B, kind: law, url: 'javascript:alert(1)'}
  c: {title: C, kind: law, url: "«http://example.com»"}
  d: {title: D, kind: law, url: file:///etc/passwd}
x-a: {url: https://example.com/own}
`,
    ['https://example.com/法', 'http://example.com'],
  ));
