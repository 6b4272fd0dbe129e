// Why a file could not be read, in the reader's words.
import type { Bilingual } from '../plan/field.ts';
import type { FileContent } from '../workspace/host.ts';

export type UnreadableKind = Exclude<FileContent['kind'], 'text'>;

export const unreadableKinds: Readonly<Record<UnreadableKind, Bilingual>> = {
  absent: { en: 'it is not there', zh: '不存在' },
  unreadable: { en: 'no permission, or no plain file', zh: '没有权限，或不是普通文件' },
  directory: { en: 'it is a folder', zh: '是文件夹' },
  'too-large': { en: 'it is too large', zh: '过大' },
};
