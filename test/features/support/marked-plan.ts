// How the tests of the language features write plans: `|` is the cursor, a short head is put before what has none.
import { catalogue } from '../../../server/src/rules/catalogue.generated.ts';
import { type Analysis, createSession } from '../../../server/src/service/session.ts';
import { checkDate } from '../../support/lint.ts';
import { createMemoryHost, type MemoryFiles } from '../../support/memory-host.ts';

/** The file that a test is about; the others are beside it. */
export const testedFile = 'plans/test.plan.yaml';

export interface MarkedPlan {
  readonly text: string;
  /** Offset of the cursor. */
  readonly cursor: number;
}

const planHead = `govplan: "1"
plan: {id: test, title: 试, type: special, jurisdiction: {level: county, name: 清河}, status: draft}
`;

/** A text without `govplan` is what follows the head of a small plan. */
export function readMarkedPlan(source: string): MarkedPlan {
  const complete = /^\ufeff?govplan/m.test(source.replace('|', '')) ? source : planHead + source;
  const cursor = complete.indexOf('|');
  return cursor < 0 ? { text: complete, cursor: 0 } : { text: complete.slice(0, cursor) + complete.slice(cursor + 1), cursor };
}

/** `files`: what else there is, by path from the root; imports of the tested file are relative to `plans/`. */
export async function analyseText(text: string, files: MemoryFiles = {}): Promise<Analysis> {
  const options = { catalogue, asOf: checkDate, severities: new Map(), ruleOptions: new Map(), cycles: {} };
  const session = createSession(createMemoryHost({ ...files, [testedFile]: text }), () => options);
  const analysis = await session.analyse(testedFile);
  if (analysis === undefined) throw new Error('the tested file is there');
  return analysis;
}
