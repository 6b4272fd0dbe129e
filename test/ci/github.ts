// GitHub Actions without GitHub: its own reader says what is wrong with a file and what an expression means; the steps are run here.
import { registerHooks } from 'node:module';
import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import { parse } from 'yaml';
import type { Ran, Workbench } from './recipes.ts';

const { NoOperationTraceWriter, parseAction, parseWorkflow } = await loadReader();

export function workflowFaults(content: string): readonly string[] {
  return parseWorkflow({ name: 'workflow.yml', content }, new NoOperationTraceWriter()).context.errors.getErrors().map(String);
}

export function actionFaults(content: string): readonly string[] {
  return parseAction({ name: 'action.yml', content }, new NoOperationTraceWriter()).context.errors.getErrors().map(String);
}

type Reader = typeof import('@actions/workflow-parser') & typeof import('@actions/workflow-parser/actions/action-parser');

/** It imports JSON in a way that bundlers take and Node does not: Node wants to be told that it is JSON. */
async function loadReader(): Promise<Reader> {
  const hooks = registerHooks({
    resolve: (specifier, context, next) => {
      const isItsJson = specifier.endsWith('.json') && context.parentURL?.includes('/@actions/workflow-parser/') === true;
      return { ...next(specifier, context), ...(isItsJson && { importAttributes: { type: 'json' } }) };
    },
  });
  const parts = await Promise.all([import('@actions/workflow-parser'), import('@actions/workflow-parser/actions/action-parser')]);
  hooks.deregister();
  return { ...parts[0], ...parts[1] };
}

export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[]; readonly env?: Readonly<Record<string, string>> }>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

type Context = Readonly<Record<string, unknown>>;

/** The value of an expression, as text. */
function evaluate(expression: string, context: Context): string {
  const { tokens } = new Lexer(expression).lex();
  const tree = new Parser(tokens, Object.keys(context), []).parse();
  return new Evaluator(tree, JSON.parse(JSON.stringify(context), data.reviver) as data.Dictionary).evaluate().coerceString();
}

/** A text with its expressions replaced by what they mean. */
export function fill(text: string, context: Context): string {
  return text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) => evaluate(expression.trim(), context));
}

export interface ActionRun {
  readonly code: number;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** What other actions were called with. */
  readonly called: readonly { readonly uses: string; readonly with: Readonly<Record<string, string>> }[];
}

/** Runs a composite action as a runner does. `folder` is where it keeps its own files. */
export async function runAction(
  text: string,
  inputs: Readonly<Record<string, string>>,
  bench: Workbench,
  folder: string,
  path: string,
): Promise<ActionRun> {
  const action = parse(text) as Action;
  const all = { ...Object.fromEntries(Object.entries(action.inputs).map(([name, { default: value }]) => [name, value])), ...inputs };
  const steps: Record<string, { readonly outputs: Record<string, string> }> = {};
  const context = { inputs: all, steps, github: { action_path: path } };
  const called: ActionRun['called'][number][] = [];
  const logs: string[] = [];
  let code = 0;
  for (const [index, step] of action.runs.steps.entries()) {
    if (code !== 0 || (step.if !== undefined && evaluate(step.if, context) !== 'true')) continue;
    if (step.uses !== undefined) {
      const given = Object.entries(step.with ?? {}).map(([name, value]) => [name, fill(String(value), context)]);
      called.push({ uses: step.uses, with: Object.fromEntries(given) });
      continue;
    }
    const output = `${folder}/output-${index}`;
    const env = Object.entries(step.env ?? {}).map(([name, value]) => [name, fill(value, context)]);
    await bench.exec('touch', [output, `${folder}/summary`]);
    const ran = await runStep(step, { ...Object.fromEntries(env), ...runner(bench, folder), GITHUB_OUTPUT: output }, bench);
    logs.push(ran.stdout, ran.stderr);
    code = ran.code;
    const { stdout } = await bench.exec('cat', [output]);
    if (step.id !== undefined)
      steps[step.id] = {
        outputs: Object.fromEntries(
          stdout
            .trim()
            .split('\n')
            .map((line) => line.split(/=(.*)/s, 2)),
        ),
      };
  }
  const outputs = Object.entries(action.outputs).map(([name, { value }]) => [name, fill(value, context)]);
  const { stdout: summary } = await bench.exec('cat', [`${folder}/summary`]);
  return { code, log: logs.join(''), outputs: Object.fromEntries(outputs), summary, called };
}

/** The variables that a runner sets for every step. */
function runner(bench: Workbench, folder: string): Record<string, string> {
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: bench.path,
    GITHUB_STEP_SUMMARY: `${folder}/summary`,
    RUNNER_TEMP: folder,
  };
}

function runStep({ run }: Step, env: Record<string, string>, bench: Workbench): Promise<Ran> {
  return bench.script(run ?? '', env, ['bash', '--noprofile', '--norc', '-e', '-o', 'pipefail', '-c']);
}
