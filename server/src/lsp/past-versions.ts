// Plans as they were at a revision, kept as long as the revision is the same commit: a comparison that follows edits reads the past once.
import type { FileId } from '../workspace/host.ts';
import { createOversizedFile } from '../workspace/source-file.ts';
import { type Closure, closureOfOne, createStore } from '../workspace/store.ts';
import type { PastFailure, PastFiles } from './platform.ts';
import type { ServerContext } from './server.ts';

export interface PastVersions {
  /** The file with all it reached then; without a closure where it was not there. */
  find(file: FileId, revision: string): Promise<PastVersion | PastFailure>;
}

export interface PastVersion {
  readonly commit: string;
  readonly closure: Closure | undefined;
}

/** How many are kept: as many views as somebody has open side by side. */
const mostKept = 6;

export function createPastVersions({ findPast }: Pick<ServerContext, 'findPast'>): PastVersions {
  const kept = new Map<string, PastVersion>();
  return {
    async find(file, revision) {
      const past = (await findPast?.(file, revision)) ?? { failure: 'no-past' };
      if ('failure' in past) return past;
      const key = `${file}\n${past.commit}`;
      const known = kept.get(key);
      if (known) return known;
      const files = await past.open();
      if ('failure' in files) return files;
      try {
        const version = { commit: past.commit, closure: await closureOf(file, files.host) };
        kept.set(key, version);
        const [oldest] = kept.keys();
        if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
        return version;
      } finally {
        files.close();
      }
    },
  };
}

async function closureOf(file: FileId, host: PastFiles['host']): Promise<Closure | undefined> {
  const content = await host.read(file);
  switch (content.kind) {
    case 'text': {
      const store = createStore(host);
      store.open(file, content.text, { named: true, invalidAt: content.invalidAt });
      return store.closure(file);
    }
    case 'too-large':
      return closureOfOne(createOversizedFile(file, '', content.bytes));
    case 'absent':
    case 'directory':
    case 'unreadable':
      return undefined;
  }
}
