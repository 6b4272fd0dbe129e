// `govplan/view`: the pictures of a plan as fragments, with the files that they lead to, of the newest text and in the client's language.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Client, type Json, withServer } from './client.ts';

const library = 'govplan: "1"\norganizations:\n  fire: {name: Fire, sector: government}\n';
const plan = (id: string): string => `govplan: "1"
imports: library.plan.yaml
plan: {id: ${id}, title: Plan ${id}}
organizations:
  sky: {name: Sky, sector: volunteer-group}
links:
  - {from: fire, to: sky, type: task}
`;
const files = { 'library.plan.yaml': library, 'a.plan.yaml': plan('a'), 'two.plan.yaml': `${plan('one')}---\n${plan('two')}` };

function view(client: Client, path: string, line = 2, planId?: string): Promise<Json> {
  const position = { line, character: 0 };
  return client.request('govplan/view', { textDocument: { uri: client.uri(path) }, position, ...(planId !== undefined && { planId }) });
}

test('a plan is drawn, and its elements lead to its own file and to those it imports', async () => {
  await withServer(files, {}, async (client) => {
    await client.open('a.plan.yaml');
    const { kind, name, planId, language, contents, sections, files: named } = await view(client, 'a.plan.yaml');
    assert.deepEqual([kind, name, planId, language, contents], ['plan', 'Plan a', 'a', 'en', 'Contents']);
    const ids = sections.map(({ id }: Json) => id);
    assert.deepEqual(ids, ['glance', 'mode', 'network', 'matrix', 'holdings', 'legal-bases', 'findings']);
    assert.deepEqual([...named].sort(), [client.uri('a.plan.yaml'), client.uri('library.plan.yaml')]);
    const network: string = sections[2].html;
    assert.ok(network.includes(`id="to-network-fire" data-text="${named.indexOf(client.uri('library.plan.yaml'))}:2:2:2:6"`));
    assert.ok(network.includes(`id="to-network-sky" data-text="${named.indexOf(client.uri('a.plan.yaml'))}:4:2:4:5"`));
  });
});

test('it is drawn of the newest text, in the language of the client', async () => {
  await withServer(files, { locale: 'zh-cn' }, async (client) => {
    await client.open('a.plan.yaml');
    client.change('a.plan.yaml', 2, plan('a').replace('name: Sky', 'name: {zh: 蓝天, en: Sky}'));
    const { language, sections } = await view(client, 'a.plan.yaml');
    assert.equal(language, 'zh');
    assert.match(sections[2].html, /蓝天/);
    assert.equal(sections[2].title, '协作网络');
  });
});

test('of several plans in a file the one that is meant is drawn, wherever it stands by now', async () => {
  await withServer(files, {}, async (client) => {
    await client.open('two.plan.yaml');
    assert.equal((await view(client, 'two.plan.yaml')).name, 'Plan one');
    assert.equal((await view(client, 'two.plan.yaml', 12)).name, 'Plan two');
    assert.equal((await view(client, 'two.plan.yaml', 2, 'two')).name, 'Plan two');
  });
});

test('where there is nothing to draw it says why', async () => {
  await withServer(files, {}, async (client) => {
    await client.open('library.plan.yaml');
    assert.deepEqual(await view(client, 'library.plan.yaml'), { kind: 'none' });
    assert.deepEqual(await view(client, 'gone.plan.yaml'), { kind: 'none' });
    await client.open('a.plan.yaml', `${plan('a')}notes: "never closed\n`);
    assert.equal((await view(client, 'a.plan.yaml')).kind, 'faulty');
  });
});
