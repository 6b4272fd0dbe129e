// The one way by which the grammar is tested: a text whose lines are followed by marker lines, each saying which scope a range must have.
//   sector: media
//   #       ^^^^^ constant.language.sector      under the range, counted from the first column
//   #<- 0-6 entity.name.tag                     where the range begins too far left, or where full-width letters push the carets aside
// `!` before a scope: no character of the range may have it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

export type CheckTokens = (text: string) => void;

/** Loads the grammar with the engine that editors use; the check it gives throws where a marked range has other scopes. */
export async function createTokenCheck(path: URL): Promise<CheckTokens> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm);
  const content = await readFile(path, 'utf8');
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(content, path.pathname),
  });
  const grammar = await registry.loadGrammar('source.yaml.governance-plan');
  assert.ok(grammar !== null);
  return (text) => checkTokens(grammar, text);
}

interface Marked {
  readonly line: string;
  readonly markers: readonly Marker[];
}

interface Marker {
  readonly start: number;
  readonly end: number;
  readonly scope: string;
}

function checkTokens(grammar: textmate.IGrammar, text: string): void {
  let state = textmate.INITIAL;
  let count = 0;
  for (const { line, markers } of readMarked(text)) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    for (const { start, end, scope } of markers) {
      count++;
      const isForbidden = scope.startsWith('!');
      const wanted = isForbidden ? scope.slice(1) : scope;
      for (const { startIndex, endIndex, scopes } of tokens) {
        if (endIndex <= start || startIndex >= end) continue;
        const has = scopes.some((name) => name === wanted || name.startsWith(`${wanted}.`));
        const piece = line.slice(startIndex, endIndex);
        assert.equal(has, !isForbidden, `'${piece}' in '${line}' has ${scopes.slice(1).join(' ')}, not ${scope}`);
        if (!isForbidden)
          assert.ok(startIndex >= start && Math.min(endIndex, line.length) <= end, `'${piece}' in '${line}' is wider than its marker`);
      }
    }
  }
  assert.ok(count > 0, 'nothing is marked');
}

function readMarked(text: string): readonly Marked[] {
  const lines: { line: string; markers: Marker[] }[] = [];
  for (const line of text.replace(/^\n/, '').trimEnd().split('\n')) {
    const explicit = /^\s*#<- (\d+)-(\d+) (\S+)$/.exec(line);
    const carets = /^(\s*#\s*)(\^+) (\S+)$/.exec(line);
    if (explicit) lines.at(-1)?.markers.push({ start: Number(explicit[1]), end: Number(explicit[2]), scope: explicit[3] ?? '' });
    else if (carets) {
      const start = carets[1]?.length ?? 0;
      lines.at(-1)?.markers.push({ start, end: start + (carets[2]?.length ?? 0), scope: carets[3] ?? '' });
    } else lines.push({ line, markers: [] });
  }
  return lines;
}
