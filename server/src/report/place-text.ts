// Where something stands, as terminals and editors understand it and lead there: `path:line:column`, counted from 1.
import type { Range } from '../text/line-index.ts';

export function placeText({ path, range: { start } }: { readonly path: string; readonly range: Range }): string {
  return `${path}:${start.line + 1}:${start.character + 1}`;
}
