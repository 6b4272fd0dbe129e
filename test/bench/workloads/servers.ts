// The language servers that are compared: ours as it ships, and a general one with our schema. Both run on the same Node.
import type { Bench, LanguageServer } from '../bench.ts';
import { isMissing } from '../bench.ts';
import { type Editor, startEditor } from '../language-server.ts';
import { interleave, type Series } from '../statistics.ts';

export function serversOf({ newNode, bundle, govplan, yamlLanguageServer }: Bench): readonly LanguageServer[] {
  const own: LanguageServer = {
    name: govplan.name,
    version: govplan.version,
    program: newNode,
    args: [bundle, 'lsp', '--stdio'],
    debounce: 0,
    configuration: {},
  };
  return isMissing(yamlLanguageServer) ? [own] : [own, yamlLanguageServer];
}

/** The same without the peer. */
export function alone(bench: Bench): Bench {
  return { ...bench, yamlLanguageServer: { name: 'yaml-language-server', reason: 'left out' } };
}

export interface Session {
  readonly server: LanguageServer;
  readonly editor: Editor;
}

/** Opens a text in every server, and closes them all at the end. */
export async function withSessions<R>(bench: Bench, text: string, work: (sessions: readonly Session[]) => Promise<R>): Promise<R> {
  const sessions: Session[] = [];
  try {
    for (const server of serversOf(bench)) {
      const editor = await startEditor(server, bench.folder);
      sessions.push({ server, editor });
      await editor.open('edited.plan.yaml', text);
    }
    return await work(sessions);
  } finally {
    for (const { editor } of sessions) await editor.stop();
  }
}

/** In every round each server gets its edits in one go. */
export async function interleaveEdits(
  sessions: readonly Session[],
  rounds: number,
  edits: (session: Session) => Promise<readonly number[]>,
): Promise<ReadonlyMap<string, Series>> {
  const series = await interleave(sessions, rounds, edits);
  return new Map([...series].map(([{ server }, values]) => [server.name, values]));
}
