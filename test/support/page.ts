// A page of a rule, `test/rules/<rule-id>.md`: its title, its reasons, and the fences that are executed. CONTRIBUTING.md explains the form.
//   ```yaml bad profile=cn as-of=2026-11-22      `bad`, `fixed` and `good` are linted and must give exactly the findings marked in them
//   ```yaml file=libraries/law.plan.yaml         another file for the fences below it; `is=unreadable` and `is=too-large` say that it is that
// A fence gets the head it lacks (`govplan`, a short `plan`), unless it says `bare`. `option.<name>=` and `cycle.<name>=` configure.
// A marker is a comment under the line it speaks of: `# ^^^^ key` marks the columns above its carets with a message of the page's rule,
// `#<- 4-12 key` gives the columns (from 0, in UTF-16), `#<- 3:4-5:8 key` lines of the fence too (from 0, markers not counted), and
// `#<- plan-id key` the value of `plan.id` in the head that the runner adds. `other-rule:key ~warning` names another rule and a severity.
import type { Severity } from '../../server/src/rules/rule.ts';
import type { FileContent } from '../../server/src/workspace/host.ts';
import type { MemoryFiles } from './memory-host.ts';

export interface Page {
  readonly title: string;
  /** What stands between the title and the first heading. */
  readonly reasons: string;
  readonly fences: readonly Fence[];
}

export type FenceKind = 'bad' | 'fixed' | 'good';

export interface Fence {
  readonly kind: FenceKind;
  /** The page's rule. */
  readonly rule: string;
  /** Counted from 1, in the page. */
  readonly line: number;
  /** The document, without markers and with the head it needed. */
  readonly text: string;
  /** How many lines the head has. */
  readonly headLines: number;
  readonly markers: readonly Marker[];
  /** `key=value` in the line that opens the fence. */
  readonly options: ReadonlyMap<string, string>;
  /** A `fixed` fence that a safe fix alone does not reach. */
  readonly byHand: boolean;
  /** The other files, by path. */
  readonly files: MemoryFiles;
}

export interface Marker {
  /** `3:4-3:12`, lines of the fence; `plan-id`. */
  readonly range: string;
  /** `rule:message`. */
  readonly key: string;
  readonly severity: Severity | undefined;
}

const versionHead = 'govplan: "1"\n';
const planHead =
  'plan: {id: page, title: A plan, type: special, jurisdiction: {level: county, name: Qinghe}, categories: natural-disaster, status: in-force}\n';

export function parsePage(source: string, rule: string): Page {
  const [, title = '', reasons = ''] = /^# (.+)\n([\s\S]*?)(?=\n## |$)/.exec(source) ?? [];
  const fences: Fence[] = [];
  const files: Record<string, string | FileContent> = {};
  for (const match of source.matchAll(/^```yaml([^\n]*)\n([\s\S]*?)^```$/gm)) {
    const [whole, info = '', body = ''] = match;
    const line = source.slice(0, match.index).split('\n').length;
    const words = info.trim().split(/\s+/);
    const options = new Map(words.flatMap((word) => (word.includes('=') ? [word.split(/=(.*)/s, 2) as [string, string]] : [])));
    const path = options.get('file');
    if (path !== undefined) {
      const text = words.includes('bare') || /^govplan:/m.test(body) ? body : versionHead + body;
      files[path] = unreadable.get(options.get('is') ?? '') ?? text;
      continue;
    }
    const kind = words.find((word): word is FenceKind => word === 'bad' || word === 'fixed' || word === 'good');
    if (kind === undefined) throw new Error(`line ${line}: a fence must be bad, fixed, good or a file, not '${whole.split('\n')[0]}'`);
    const { text, markers } = readMarkers(body, rule, line);
    const head = words.includes('bare') ? '' : headFor(text);
    const headLines = head.split('\n').length - 1;
    fences.push({
      kind,
      rule,
      line,
      text: head + text,
      headLines,
      markers,
      options,
      byHand: words.includes('by-hand'),
      files: { ...files },
    });
  }
  return { title, reasons: reasons.trim(), fences };
}

/** What a page cannot show of a file. */
const unreadable: ReadonlyMap<string, FileContent> = new Map([
  ['unreadable', { kind: 'unreadable' }],
  ['too-large', { kind: 'too-large', bytes: 20_000_000 }],
]);

function headFor(text: string): string {
  if (/^govplan:/m.test(text)) return '';
  return /^plan:/m.test(text) ? versionHead : versionHead + planHead;
}

const caretMarker = /^\s*#\s*(?<carets>\^+)\s+(?<rest>.+)$/;
const columnMarker = /^\s*#<-\s+(?<range>\d+-\d+|\d+:\d+-\d+:\d+|plan-id)\s+(?<rest>.+)$/;
const restPattern = /^(?:(?<rule>[a-z0-9-]+):)?(?<key>[A-Za-z0-9-]+)(?:\s+~(?<severity>error|warning|information))?\s*$/;

function readMarkers(body: string, rule: string, fenceLine: number): { readonly text: string; readonly markers: readonly Marker[] } {
  const kept: string[] = [];
  const markers: Marker[] = [];
  for (const [index, line] of body.split('\n').entries()) {
    const match = caretMarker.exec(line) ?? columnMarker.exec(line);
    if (match === null) {
      kept.push(line);
      continue;
    }
    const { carets, range = '', rest = '' } = match.groups as Readonly<Record<string, string | undefined>>;
    const said = restPattern.exec(rest)?.groups;
    if (said === undefined) throw new Error(`line ${fenceLine + 1 + index}: a marker ends in a key, not '${rest}'`);
    const above = kept.length - 1;
    const from = line.indexOf('^');
    const columns = carets ? `${from}-${from + carets.length}` : range;
    const whole = /^\d+-\d+$/.test(columns) ? columns.replace(/(\d+)-(\d+)/, `${above}:$1-${above}:$2`) : columns;
    markers.push({ range: whole, key: `${said.rule ?? rule}:${said.key}`, severity: said.severity as Severity | undefined });
  }
  return { text: kept.join('\n'), markers };
}

/** A line of a marker for a finding, as an author would write it into the fence. */
export function writeMarker(range: string, key: string): string {
  const columns = /^(\d+):(\d+)-\1:(\d+)$/.exec(range);
  if (columns === null) return `#<- ${range} ${key}`;
  const [start, end] = [Number(columns[2]), Number(columns[3])];
  return start === 0 || start === end ? `#<- ${start}-${end} ${key}` : `#${' '.repeat(start - 1)}${'^'.repeat(end - start)} ${key}`;
}
