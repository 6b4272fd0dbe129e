// Of the files that nobody shows, few stay as they were read: a tree takes about eighty times as many bytes as its text has characters. The
// others are read again when somebody asks for them.
import type { FileId } from '../workspace/host.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import type { Analysis, Session } from './session.ts';

export interface KeptFiles {
  /** Nobody looks at a file any more that was read by itself. */
  releaseFile(file: SourceFile): void;
  /** Nobody looks at an analysis any more. Of what an editor shows, it stays. */
  release(analysis: Analysis): void;
  /** Nobody shows its entry any more: what that imports is needed no longer, unless others import it. */
  releaseImports(analysis: Analysis): void;
}

/** In characters. What is read first stays for good: who asks for all files in their order finds at least these. */
const mostKept = 400_000;

/** Imports stay for a while as well, those that were last of use, for the next file is likely to import them too: so many characters of them … */
const mostOfUse = 100_000;
/** … and so many files, however long. */
const fewOfUse = 8;

export function createKeptFiles(session: Session): KeptFiles {
  /** The lengths of those that stay for good. */
  const kept = new Map<FileId, number>();
  let keptLength = 0;
  /** Those that stay for a while, the one that was of use last behind all others. */
  const ofUse = new Map<FileId, SourceFile>();
  let lengthOfUse = 0;
  /** The analyses whose imports are among them, or have been. */
  const seen = new WeakSet<Analysis>();

  const drop = (id: FileId): void => {
    lengthOfUse -= ofUse.get(id)?.text.length ?? 0;
    ofUse.delete(id);
  };
  const add = (file: SourceFile): void => {
    drop(file.id);
    ofUse.set(file.id, file);
    lengthOfUse += file.text.length;
  };
  const forget = (id: FileId): void => {
    drop(id);
    keptLength -= kept.get(id) ?? 0;
    kept.delete(id);
  };
  session.onChange((change) => {
    if (change.kind === 'text') forget(change.file);
    if (change.kind !== 'disk') return;
    kept.clear();
    ofUse.clear();
    [keptLength, lengthOfUse] = [0, 0];
  });

  const isHeld = ({ id }: SourceFile): boolean => session.isOpen(id) || kept.has(id);

  /** What stays for good stays with all that it imports, or not at all. */
  const releaseEntry = (file: SourceFile, imports: readonly SourceFile[]): void => {
    if (session.isOpen(file.id)) return;
    const others = [file, ...imports].filter((other) => !isHeld(other));
    const length = others.reduce((sum, { text }) => sum + text.length, 0);
    if (keptLength + length <= mostKept) {
      for (const { id, text } of others) kept.set(id, text.length);
      keptLength += length;
      return;
    }
    forget(file.id);
    if (!session.release(file)) add(file);
  };

  const releaseImports = (imports: readonly SourceFile[]): void => {
    for (const file of imports) if (!isHeld(file)) add(file);
    for (const file of [...ofUse.values()]) {
      if (lengthOfUse <= mostOfUse || ofUse.size <= fewOfUse) break;
      drop(file.id);
      if (!isHeld(file) && !session.release(file)) add(file);
    }
  };

  return {
    releaseFile: (file) => releaseEntry(file, []),
    release: (analysis) => {
      if (session.isOpen(analysis.file.id) && seen.has(analysis)) return;
      seen.add(analysis);
      const imports = importsOf(analysis);
      releaseEntry(analysis.file, imports);
      releaseImports(imports);
    },
    releaseImports: (analysis) => releaseImports(importsOf(analysis)),
  };
}

function importsOf({ file, closure }: Analysis): readonly SourceFile[] {
  return [...closure.files.values()].filter((other) => other !== file);
}
