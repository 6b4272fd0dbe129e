// A test runner small enough for every extension host, a Web Worker among them. It prints one line a test, which the process outside reads.
export interface TestResult {
  readonly name: string;
  /** In milliseconds. */
  readonly duration: number;
  readonly error?: string;
}

/** Before each line that is a result: hosts print many others. */
export const resultMark = 'govplan-test-result ';

interface Registered {
  readonly name: string;
  readonly body: () => Promise<void>;
}

export type DefineTest = (name: string, body: () => Promise<void>) => void;

/** Part of the names of the tests to run, for whoever works on one of them: the environment variable `SUITE_PATTERN` of the build. */
declare const SUITE_PATTERN: string;

/** How long a test may take: real editors on slow machines. */
const timeout = 20_000;

/** Runs what `define` defines, one after the other; rejects where one fails. */
export async function runTests(define: (test: DefineTest) => void): Promise<void> {
  const tests: Registered[] = [];
  define((name, body) => {
    if (name.includes(SUITE_PATTERN)) tests.push({ name, body });
  });
  let failures = 0;
  for (const { name, body } of tests) {
    const start = Date.now();
    const error = await failureOf(body);
    if (error !== undefined) failures++;
    const result: TestResult = { name, duration: Date.now() - start, ...(error !== undefined && { error }) };
    console.log(resultMark + JSON.stringify(result));
  }
  if (failures > 0) throw new Error(`${failures} of ${tests.length} tests failed`);
}

async function failureOf(body: () => Promise<void>): Promise<string | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${timeout / 1000} s`)), timeout);
  });
  try {
    await Promise.race([body(), tooLong]);
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    clearTimeout(timer);
  }
}

export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

export function assertEqual<T>(actual: T, expected: T, what: string): void {
  const [shown, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (shown !== wanted) throw new Error(`${what}: ${shown} instead of ${wanted}`);
}
