// A server that runs all day keeps nothing of what is over: what `npm run bench:memory` shows at length, in a few rounds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureMemory } from '../bench/memory.ts';
import { type Client, pulling, withServer } from './client.ts';

test('memory stays flat while a plan of 5,000 lines is opened and closed', async () => {
  const heaps = await measureMemory({ lines: 5000, rounds: 10 });
  const [second = 0, last = 0] = [heaps[1], heaps.at(-1)];
  // A plan that is open takes about as much as all the rest of the server: were only one of them kept, this would be twice as much.
  assert.ok(last < 1.25 * second, heaps.join(' '));
});

/** Of the first sixty some are kept, whatever they are. */
const count = 90;
const long = Array.from({ length: 300 }, (_, n) => `  org-${n}: {name: Organization ${n} of the county, sector: government}\n`).join('');
const library = (n: number): string => `govplan: "1"\n# ${n}\norganizations:\n${long}`;
const plan = (n: number): string => `govplan: "1"\nimports: [lib/${n}.plan.yaml]\nplan: {id: plan-${n}, title: Plan ${n}, level: county}\n`;
const position = { line: 2, character: 8 };

const files: Record<string, string> = { 'open.plan.yaml': 'govplan: "1"\nplan: {id: open, title: A plan, level: county}\n' };
for (let n = 0; n < count; n++) [files[`lib/${n}.plan.yaml`], files[`${n}.plan.yaml`]] = [library(n), plan(n)];

/** What a client does again and again, each time with something else. */
const habits: Readonly<Record<string, (client: Client, n: number) => Promise<void>>> = {
  'opening and closing plans that import a library each': async (client, n) => {
    await client.open(`${n}.plan.yaml`);
    await client.pull(`${n}.plan.yaml`);
    client.close(`${n}.plan.yaml`);
  },
  'asking about files that are not open': async (client, n) => {
    await client.request('textDocument/hover', { textDocument: { uri: client.uri(`lib/${n}.plan.yaml`) }, position });
  },
  'asking about files and not waiting for the answer': async (client, n) => {
    await client.open(`${n}.plan.yaml`);
    const { result } = client.ask('textDocument/hover', { textDocument: { uri: client.uri(`${n}.plan.yaml`) }, position });
    client.close(`${n}.plan.yaml`);
    await result.catch(() => undefined);
  },
  'wanting to be told of progress': async (client, n) => {
    const workDoneToken = String(n).repeat(200_000);
    await client.request('textDocument/hover', { textDocument: { uri: client.uri('open.plan.yaml') }, position, workDoneToken });
  },
  'looking at views': async (client, n) => {
    const uri = `govplan:/${String(n).repeat(200_000)}.network.txt?${encodeURIComponent(client.uri('open.plan.yaml'))}`;
    await client.request('workspace/textDocumentContent', { uri });
  },
};

for (const [habit, act] of Object.entries(habits)) {
  test(`nothing grows with ${habit}`, async () => {
    const capabilities = { ...pulling, workspace: { ...pulling.workspace, textDocumentContent: {} } };
    await withServer(files, { capabilities, measured: true }, async (client) => {
      const heaps: number[] = [];
      for (let n = 0; n < count; n++) {
        await act(client, n);
        if (n === 59 || n === count - 1) heaps.push(await client.heap());
      }
      const [first = 0, last = 0] = heaps;
      assert.ok(last - first < 5_000_000, heaps.join(' '));
    });
  });
}
