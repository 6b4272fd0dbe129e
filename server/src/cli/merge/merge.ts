// `govplan merge`: the results of shards as the one result that a single run would have given, to the byte; with the plan ids that are used
// twice, which no shard can see.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { printable } from '../../report/printable.ts';
import type { ShownFinding } from '../../report/report-entry.ts';
import { catalogue } from '../../rules/catalogue.generated.ts';
import { fillText } from '../../rules/render.ts';
import { append } from '../../text/append.ts';
import { inPathOrder } from '../../workspace/path-order.ts';
import { isFault, parseArguments, type UsageFault, usageFault } from '../arguments.ts';
import type { RunCommand } from '../command.ts';
import { exitCodeOf } from '../exit-code.ts';
import { isOfConfiguration, recognise } from '../lint/baseline.ts';
import { staleReasons } from '../lint/messages.ts';
import { wholeNumber } from '../lint/settings.ts';
import { type ShardFacts, type ShardKnown, type ShardPlan, type Summary, summarize } from '../report.ts';
import { mergeOptions } from './options.ts';

/** What is joined of a result; everything else in an entry is passed on as it is. */
interface JsonResult {
  readonly version: number;
  readonly tool: { readonly name: string; readonly version: string };
  readonly asOf: string;
  readonly files: readonly JsonEntry[];
  readonly summary: Summary;
  readonly shard?: ShardFacts;
}

interface JsonEntry {
  readonly path: string;
  readonly document?: number;
  readonly findings: readonly ShownFinding[];
}

export const merge: RunCommand = async (argv, terminal, language) => {
  const parsed = parseArguments(argv, mergeOptions);
  if (isFault(parsed)) return parsed;
  const { values, positionals } = parsed;
  const maxWarnings = wholeNumber('--max-warnings', values['max-warnings']);
  if (typeof maxWarnings === 'object') return maxWarnings;
  if (positionals.length === 0) return usageFault('name the JSON files of the shards.', '请给出各份的 JSON 文件。');
  const results: JsonResult[] = [];
  for (const path of positionals) {
    const text = await readFile(resolve(terminal.cwd, path), 'utf8').catch(() => undefined);
    if (text === undefined) return usageFault(`'${path}' cannot be read.`, `无法读取“${path}”。`);
    const result = parseResult(text);
    if (result === undefined)
      return usageFault(`'${path}' is no result of 'lint --format json'.`, `“${path}”不是“lint --format json”的结果。`);
    results.push(result);
  }
  const conflict = conflictOf(results);
  if (conflict) return conflict;
  const { merged, stale } = join(results);
  terminal.stdout.write(`${JSON.stringify(merged, undefined, 2)}\n`);
  const [unreadable, incomplete] = [reasonsOf(results, 'unreadable'), reasonsOf(results, 'incomplete')];
  for (const reason of [...unreadable, ...staleReasons(stale, language), ...incomplete])
    terminal.stderr.write(`govplan merge: ${printable(reason)}\n`);
  const isStale = values['baseline-strict'] && stale.length > 0;
  return exitCodeOf({ summary: merged.summary, incomplete }, { maxWarnings, isBroken: unreadable.length > 0, isStale });
};

/** Each once: what is wrong with a configuration is wrong in several shards. */
function reasonsOf(results: readonly JsonResult[], kind: 'unreadable' | 'incomplete'): readonly string[] {
  return [...new Set(results.flatMap(({ shard }) => shard?.[kind] ?? []))];
}

function parseResult(text: string): JsonResult | undefined {
  try {
    const result = JSON.parse(text) as Partial<JsonResult> | null;
    const isResult =
      result?.version === 1 && result.tool?.name === 'govplan' && Array.isArray(result.files) && typeof result.asOf === 'string';
    return isResult && result.files?.every(({ path, findings }) => typeof path === 'string' && Array.isArray(findings))
      ? (result as JsonResult)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Results that do not belong together: of two versions, of other divisions, or not all of one. */
function conflictOf(results: readonly JsonResult[]): UsageFault | undefined {
  const versions = [...new Set(results.map(({ tool }) => tool.version))];
  if (versions.length > 1) {
    return usageFault(
      `the results come from several versions of govplan: ${versions.join(', ')}.`,
      `各结果来自不同版本的 govplan：${versions.join('、')}。`,
    );
  }
  const shards = results.flatMap(({ shard }) => shard ?? []);
  if (shards.length === 0) return undefined;
  const count = shards[0]?.count ?? 0;
  const indexes = shards.map(({ index }) => index).sort((a, b) => a - b);
  const isWhole = shards.length === results.length && indexes.length === count && indexes.every((index, at) => index === at + 1);
  if (isWhole && shards.every((shard) => shard.count === count)) return undefined;
  const given = shards.map((shard) => `${shard.index}/${shard.count}`).join(', ');
  return usageFault(`every shard is needed once; these were given: ${given}.`, `每份须恰好给出一次；现有：${given}。`);
}

interface Joined {
  readonly merged: JsonResult;
  /** What the baseline knows and no shard found. */
  readonly stale: readonly ShardKnown[];
}

function join(results: readonly JsonResult[]): Joined {
  const entries = new Map<string, JsonEntry>();
  // A configuration with faults is told by every shard that it holds for.
  for (const { files } of results) for (const entry of files) entries.set(keyOf(entry), entry);
  const shards = results.flatMap(({ shard }) => shard ?? []);
  addDuplicates(entries, shards);
  const found = [...entries.values()].sort(inPathOrder);
  const { files, stale } = withoutKnown(found, shards);
  const [first] = results as readonly [JsonResult];
  return { merged: { version: 1, tool: first.tool, asOf: dateOf(results, shards), files, summary: summarize(files) }, stale };
}

/** What the baseline knows under another name of the file, or of what only all shards show. */
function withoutKnown(
  entries: readonly JsonEntry[],
  shards: readonly ShardFacts[],
): { readonly files: readonly JsonEntry[]; readonly stale: readonly ShardKnown[] } {
  const left = leftByAll(shards.map(({ known = [] }) => known));
  const open = entries.map(({ path, findings }) => ({ path, findings: findings.filter(({ suppressed }) => suppressed === undefined) }));
  const { recognised, unused } = recognise(open, left, ['same', 'any']);
  const files = entries.map((entry) => ({ ...entry, findings: entry.findings.filter((finding) => !recognised.has(finding)) }));
  return { files, stale: unused.filter(({ gone }) => gone === true) };
}

/** What is known of a configuration every shard looks for: nobody found it where all of them leave it. */
function leftByAll(lists: readonly (readonly ShardKnown[])[]): readonly ShardKnown[] {
  const ofFiles = lists.flatMap((known) => known.filter((each) => !isOfConfiguration(each)));
  const [first = [], ...others] = lists.map((known) => known.filter(isOfConfiguration));
  return [...ofFiles, ...others.reduce(leftByBoth, first)];
}

function leftByBoth(one: readonly ShardKnown[], other: readonly ShardKnown[]): readonly ShardKnown[] {
  const keyOfKnown = ({ path, fingerprint }: ShardKnown): string => `${path}\n${fingerprint}`;
  const counterparts = new Map<string, ShardKnown[]>();
  for (const known of other) append(counterparts, keyOfKnown(known), known);
  return one.flatMap((known) => {
    const same = counterparts.get(keyOfKnown(known))?.pop();
    return same ? [{ ...known, ...same }] : [];
  });
}

function addDuplicates(entries: Map<string, JsonEntry>, shards: readonly ShardFacts[]): void {
  const rule = catalogue.find(({ id }) => id === 'duplicate-plan-id');
  const language = shards[0]?.lang ?? 'en';
  const first = new Map<string, ShardPlan>();
  for (const plan of shards.flatMap(({ plans }) => plans).sort(inPathOrder)) {
    const { id, path, range, finding } = plan;
    const earlier = first.get(id);
    const entry = entries.get(keyOf(plan));
    if (earlier === undefined) first.set(id, plan);
    else if (rule && finding && entry) {
      const { severity, entity, fingerprint, suppressed } = finding;
      const added: ShownFinding = {
        rule: rule.id,
        severity,
        message: fillText(rule.messages.duplicate, { id, path: earlier.path }, language),
        ...(entity !== undefined && { entity }),
        fingerprint,
        range,
        related: [{ path: earlier.path, range: earlier.range, message: fillText(rule.labels?.other, {}, language) }],
        ...(suppressed && { suppressed }),
      };
      entries.set(keyOf(plan), { ...entry, path, findings: [...entry.findings, added].sort(byRange) });
    }
  }
}

/** As a single run says it: the one date of all files, or the day of the run where they have several. */
function dateOf(results: readonly JsonResult[], shards: readonly ShardFacts[]): string {
  const dates = new Set(shards.length > 0 ? shards.flatMap((shard) => shard.dates) : results.map(({ asOf }) => asOf));
  const [only] = dates;
  return dates.size === 1 && only !== undefined ? only : (shards[0]?.today ?? results[0]?.asOf ?? '');
}

function keyOf({ path, document }: Pick<JsonEntry, 'path' | 'document'>): string {
  return `${path}\n${document ?? 0}`;
}

function byRange(a: ShownFinding, b: ShownFinding): number {
  const [x, y] = [a.range, b.range];
  return (
    x.start.line - y.start.line || x.start.character - y.start.character || x.end.line - y.end.line || x.end.character - y.end.character
  );
}
