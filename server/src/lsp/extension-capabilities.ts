// What a client says it can beyond the protocol, under `experimental.govplan` of its capabilities. Without a word: nothing.
import type { InitializeParams } from 'vscode-languageserver';

export interface ExtensionCapabilities {
  /** Takes the notification `govplan/changed`. */
  readonly changes?: boolean;
  /** Answers `govplan/readFile` and `govplan/listFiles` for files that are on no disk of the server. */
  readonly files?: boolean;
  /** Has the command `govplan.whatIf`, with the URI of a plan and the id of an actor, and wants lenses for it. */
  readonly whatIf?: boolean;
}

export function extensionCapabilities(client: { capabilities(): InitializeParams['capabilities'] }): ExtensionCapabilities {
  const experimental: unknown = client.capabilities().experimental;
  if (typeof experimental !== 'object' || experimental === null || !('govplan' in experimental)) return {};
  const { govplan } = experimental;
  return typeof govplan === 'object' && govplan !== null ? govplan : {};
}
