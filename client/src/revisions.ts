// Asks for a revision of the git repository that a file lies in: from a list where the editor's own git extension knows the repository, else
// by its name.
import * as vscode from 'vscode';
import { t } from './language.ts';

/** Of the interface of the extension `vscode.git` what is needed here. */
interface GitExtension {
  getAPI(version: 1): { getRepository(uri: vscode.Uri): GitRepository | null };
}

interface GitRepository {
  log(options: { readonly maxEntries: number; readonly path: string }): Promise<readonly GitCommit[]>;
  getRefs(query: { readonly sort: 'committerdate' }): Promise<readonly GitRef[]>;
}

interface GitCommit {
  readonly hash: string;
  readonly message: string;
  readonly authorDate?: Date;
  readonly authorName?: string;
}

interface GitRef {
  /** 0 a branch, 1 a branch of a remote, 2 a tag. */
  readonly type: number;
  readonly name?: string;
}

interface RevisionItem extends vscode.QuickPickItem {
  readonly revision?: string;
}

/** Undefined where the user wants none. */
export async function askRevision(file: vscode.Uri): Promise<string | undefined> {
  const known = await knownRevisions(file);
  const title = t('Compare with Revision');
  if (known.length === 0) {
    const typed = await vscode.window.showInputBox({
      title,
      prompt: t('A commit, a branch or a tag of the git repository'),
      value: 'HEAD',
      validateInput: (text) => (isRevision(text) ? undefined : t('A revision is not empty and does not begin with a dash.')),
    });
    return typed?.trim();
  }
  return pick(title, known);
}

/** What is typed and stands in no list may be a revision all the same. */
function pick(title: string, known: readonly RevisionItem[]): Promise<string | undefined> {
  const quickPick = vscode.window.createQuickPick<RevisionItem>();
  quickPick.title = title;
  quickPick.placeholder = t('A commit, a branch or a tag of the git repository');
  quickPick.matchOnDescription = true;
  quickPick.items = known;
  return new Promise((resolve) => {
    quickPick.onDidChangeValue((text) => {
      const typed = text.trim();
      const isKnown = known.some(({ revision }) => revision === typed);
      const own: RevisionItem = { label: `$(edit) ${typed}`, revision: typed, alwaysShow: true };
      quickPick.items = isRevision(typed) && !isKnown ? [...known, own] : known;
    });
    quickPick.onDidAccept(() => {
      resolve(quickPick.selectedItems[0]?.revision);
      quickPick.hide();
    });
    quickPick.onDidHide(() => {
      resolve(undefined);
      quickPick.dispose();
    });
    quickPick.show();
  });
}

/** None where the git extension is not there, is switched off, or does not know the file's repository. */
async function knownRevisions(file: vscode.Uri): Promise<readonly RevisionItem[]> {
  try {
    const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
    const repository = (await extension?.activate())?.getAPI(1).getRepository(file);
    if (!repository) return [];
    const [commits, refs] = await Promise.all([
      repository.log({ maxEntries: 20, path: file.fsPath }),
      repository.getRefs({ sort: 'committerdate' }),
    ]);
    const named = (type: number, icon: string): readonly RevisionItem[] =>
      refs.flatMap(({ type: own, name }) => (own === type && name !== undefined ? [{ label: `$(${icon}) ${name}`, revision: name }] : []));
    return [
      { label: '$(git-commit) HEAD', description: t('the last commit'), revision: 'HEAD' },
      ...section(t('Commits of this file'), commits.map(commitItem)),
      ...section(t('Branches'), [...named(0, 'git-branch'), ...named(1, 'cloud')]),
      ...section(t('Tags'), named(2, 'tag')),
    ];
  } catch {
    // Whatever the other extension does: a revision can be typed.
    return [];
  }
}

function section(label: string, items: readonly RevisionItem[]): readonly RevisionItem[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

function commitItem({ hash, message, authorDate, authorName }: GitCommit): RevisionItem {
  const [subject = ''] = message.split('\n');
  const description = [hash.slice(0, 8), authorDate?.toLocaleDateString(), authorName].filter(Boolean).join(' · ');
  return { label: `$(git-commit) ${subject}`, description, revision: hash.slice(0, 12) };
}

function isRevision(text: string): boolean {
  return text.trim() !== '' && !text.trim().startsWith('-');
}
