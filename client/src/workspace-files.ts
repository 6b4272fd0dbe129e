// Reads files on behalf of the server, which in a browser has no disk, and none anywhere for a virtual workspace. Only files of the
// workspace folders, and those beside an open document, are ever read: a plan's imports cannot reach what the user did not open.
import * as vscode from 'vscode';
import type { ListFilesParams, ReadFileParams, ReadFileResult } from './protocol.ts';

export async function readWorkspaceFile({ uri: text, limit }: ReadFileParams): Promise<ReadFileResult> {
  const uri = vscode.Uri.parse(text, true);
  if (!isOffered(uri)) return { kind: 'unreadable' };
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if (type & vscode.FileType.Directory) return { kind: 'directory' };
    if (size > limit) return { kind: 'too-large', bytes: size };
    const bytes = await vscode.workspace.fs.readFile(uri);
    return bytes.length > limit ? { kind: 'too-large', bytes: bytes.length } : { kind: 'content', base64: toBase64(bytes) };
  } catch (error) {
    return { kind: isAbsence(error) ? 'absent' : 'unreadable' };
  }
}

/** YAML files: the server knows which of them are wanted. Walks the folder, since a search provider is not to be had everywhere. */
export async function listWorkspaceFiles({ uri: text }: ListFilesParams): Promise<readonly string[]> {
  const folder = vscode.Uri.parse(text, true);
  if (!isOffered(folder)) return [];
  const found: string[] = [];
  // The top of a file system may be written without a path, and then has no children.
  const queue = [folder.path === '' ? folder.with({ path: '/' }) : folder];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const entries = await readFolder(next);
    for (const [name, type] of entries) {
      const child = vscode.Uri.joinPath(next, name);
      if (type === vscode.FileType.Directory && name !== 'node_modules' && name !== '.git') queue.push(child);
      else if (type === vscode.FileType.File && /\.ya?ml$/.test(name)) found.push(child.toString());
    }
  }
  return found;
}

async function readFolder(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

function isOffered(uri: vscode.Uri): boolean {
  if (vscode.workspace.getWorkspaceFolder(uri) !== undefined) return true;
  return vscode.workspace.textDocuments.some(({ uri: open }) => {
    const folder = vscode.Uri.joinPath(open, '..');
    return uri.scheme === open.scheme && uri.authority === open.authority && uri.path.startsWith(`${folder.path.replace(/\/$/, '')}/`);
  });
}

function isAbsence(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && (error.code === 'FileNotFound' || error.code === 'FileNotADirectory');
}

/** In pieces: a call takes only so many arguments. */
function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
