// What the govplan extension asks beyond the protocol: the mode of the plan at the cursor, its actors as a tree. A client that can hear it is
// told by `govplan/changed` when an answer may have become another.
import type { TextDocumentPositionParams } from 'vscode-languageserver';
import { classificationAt, type PlanClassification } from '../service/classification.ts';
import { type GovernanceNode, governanceTree } from '../service/governance-tree.ts';
import type { Analysis } from '../service/session.ts';
import type { Range } from '../text/line-index.ts';
import type { FileId } from '../workspace/host.ts';
import { answer } from './answer.ts';
import { extensionCapabilities } from './extension-capabilities.ts';
import type { Feature } from './server.ts';

export const registerGovernance: Feature = (context) => {
  const { connection, platform } = context;

  type Reply = (analysis: Analysis, offset: number, turn: () => Promise<void>) => unknown;
  const ask = (method: string, reply: Reply): void => {
    connection.onRequest<unknown, void>(method, ({ textDocument: { uri }, position }: TextDocumentPositionParams, token) =>
      answer(token, async () => {
        const analysis = await context.analyse(uri, token);
        if (analysis === undefined) return null;
        const turn = context.turnsFor(uri, analysis, token);
        return (await reply(analysis, analysis.file.lines.offset(position), turn)) ?? null;
      }),
    );
  };
  ask('govplan/classification', (analysis, offset) => {
    const found = classificationAt(analysis, offset, context.language());
    return found && withUris(found, platform.toUri);
  });
  ask('govplan/governanceTree', async (analysis, offset, turn) => {
    const found = await governanceTree(analysis, offset, context.language(), turn);
    return found && { ...found, roots: found.roots.map((node) => nodeWithUris(node, platform.toUri)) };
  });

  if (extensionCapabilities(context).changes === true) {
    context.onStale((files) => {
      const uris = files === 'all' ? null : files.map(platform.toUri);
      void connection.sendNotification('govplan/changed', { uris });
    });
  }
  return {};
};

/** A place as clients know it. */
interface UriPlace {
  readonly uri: string;
  readonly range: Range;
}

type Place = { readonly file: FileId; readonly range: Range } | undefined;
type ToUri = (file: FileId) => string;

function uriPlace(place: Place, toUri: ToUri): UriPlace | undefined {
  return place && { uri: toUri(place.file), range: place.range };
}

function withUris({ structure, ...rest }: PlanClassification, toUri: ToUri): object {
  const drivers = structure?.drivers.map((driver) => ({
    ...driver,
    elements: driver.elements.map((element) => ({ ...element, place: uriPlace(element.place, toUri) })),
  }));
  return { ...rest, structure: structure && { ...structure, drivers } };
}

function nodeWithUris(node: GovernanceNode, toUri: ToUri): object {
  return { ...node, place: uriPlace(node.place, toUri), children: node.children.map((child) => nodeWithUris(child, toUri)) };
}
