// A file of the workspace, read, parsed and built: everything that can be said of it without looking at another file.
import { createLineIndex, type LineIndex } from '../text/line-index.ts';
import { buildDocuments, isPlanFileName, type PlanDocument } from '../plan/build.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { YamlLimits, YamlStream } from '../yaml/tree.ts';
import type { FileId } from './host.ts';

export interface SourceFile {
  readonly id: FileId;
  readonly text: string;
  readonly lines: LineIndex;
  readonly stream: YamlStream;
  /** Empty for a file that is not govplan. */
  readonly documents: readonly PlanDocument[];
}

export interface SourceOptions {
  readonly limits?: YamlLimits;
  /** Offset of the first character that was no valid UTF-8. */
  readonly invalidAt?: number | undefined;
  /** Treat the file as govplan whatever its name and first key, as `--stdin` and an editor's language id ask for. */
  readonly named?: boolean;
}

export function createSourceFile(id: FileId, text: string, options: SourceOptions = {}): SourceFile {
  const { limits, invalidAt, named = isPlanFileName(id) } = options;
  const stream = parseYaml(text, { origin: id, invalidAt, ...(limits && { limits }) });
  return { id, text, lines: createLineIndex(text), stream, documents: buildDocuments(stream, named) };
}
