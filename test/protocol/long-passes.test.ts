// Requests that pass over all plans of the workspace, or over thousands of actors of one: others are answered meanwhile, and a cancellation or an
// edit ends them on the way.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Asked, type Client, type Json, pulling, withServer } from './client.ts';

const count = 400;
const law = `govplan: "1"

legal-bases:
  law: {title: 突发事件应对法, kind: law}
`;
const citing = (n: number): string => `govplan: "1"
imports: law.plan.yaml

plan:
  id: plan-${n}
  title: Plan ${n}

organizations:
  office-${n}:
    name: 应急办
    sector: government
    responsibilities:
${Array.from({ length: 30 }, (_, k) => `      duty-${n}-${k}: {action: 巡查, phases: response, basis: law#${k + 1}}`).join('\n')}
`;
const files = {
  'law.plan.yaml': law,
  ...Object.fromEntries(Array.from({ length: count }, (_, n) => [`plan-${n}.plan.yaml`, citing(n)])),
};
const position = { line: 3, character: 3 };

/** What is asked of the whole workspace. */
const passes = {
  references: (client: Client) => client.ask('textDocument/references', { ...place(client), context: { includeDeclaration: true } }),
  rename: (client: Client) => client.ask('textDocument/rename', { ...place(client), newName: 'act' }),
  symbols: (client: Client) => client.ask('workspace/symbol', { query: 'office-7' }),
};

function place(client: Client): object {
  return { textDocument: { uri: client.uri('law.plan.yaml') }, position };
}

/** Whether another request, asked behind one, is answered before it; that one is given back as it is. */
async function overtaken(asked: Asked, client: Client): Promise<boolean> {
  const isFirst = await Promise.race([
    client.request('textDocument/hover', place(client)).then(() => true),
    asked.result.then(
      () => false,
      () => false,
    ),
  ]);
  return isFirst;
}

test('a pass over the workspace lets others go first, and ends where it is cancelled', () =>
  withServer(files, { capabilities: pulling }, async (client) => {
    await client.open('law.plan.yaml');
    for (const [name, ask] of Object.entries(passes)) {
      const asked = ask(client);
      assert.ok(await overtaken(asked, client), name);
      client.notify('$/cancelRequest', { id: asked.id });
      const next = client.request('textDocument/hover', place(client));
      await assert.rejects(asked.result, { code: -32800 }, name);
      assert.ok(await next);
    }
    assert.equal((await passes.references(client).result).length, 1 + 30 * count);
  }));

test('an edit ends a pass that was to look for what the text said before', () =>
  withServer(files, { capabilities: pulling }, async (client) => {
    await client.open('law.plan.yaml');
    for (const [version, name] of [
      [2, 'references'],
      [3, 'rename'],
    ] as const) {
      const asked = passes[name](client);
      assert.ok(await overtaken(asked, client), name);
      client.change('law.plan.yaml', version, `${law}# ${name}\n`);
      await assert.rejects(asked.result, { code: -32801 }, name);
    }
    // Symbols are not those of one document: an edit elsewhere does not end the search for them.
    const asked = passes.symbols(client);
    client.change('law.plan.yaml', 4, law);
    const symbols: Json[] = await asked.result;
    assert.equal(symbols.filter(({ name }) => name.startsWith('office-7')).length, 11);
  }));

const many = Array.from(
  { length: 3000 },
  (_, n) => `  office-${n}: {name: Office ${n}, sector: government, rights: {order-${n}: {kind: direction}}}\n`,
).join('');
const large = `govplan: "1"\nplan: {id: large, title: Large, level: county, hazards: [flood]}\norganizations:\n${many}`;

/** What is asked of one plan, and takes long where that is large. */
const answers: readonly string[] = ['textDocument/documentSymbol', 'govplan/governanceTree', 'govplan/view', 'govplan/report'];

test('a long answer about one plan lets others go first, and ends where it is cancelled', () =>
  withServer({ 'large.plan.yaml': large }, { capabilities: pulling }, async (client) => {
    await client.open('large.plan.yaml');
    const textDocument = { uri: client.uri('large.plan.yaml') };
    await client.pull('large.plan.yaml');
    for (const method of answers) {
      const asked = client.ask(method, { textDocument, position, format: 'html' });
      const link = client.request('textDocument/documentLink', { textDocument });
      assert.ok(await Promise.race([link.then(() => true), asked.result.then(() => false)]), method);
      client.notify('$/cancelRequest', { id: asked.id });
      await assert.rejects(asked.result, { code: -32800 }, method);
    }
  }));
