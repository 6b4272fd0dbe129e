// The tests inside of an extension host: on a desktop, in a VS Code server, in a Web Worker. The same ones in all of them.
import { defineDiagnosticsTests } from './diagnostics.ts';
import { defineEditingTests } from './editing.ts';
import { runTests } from './harness.ts';
import { defineNavigationTests } from './navigation.ts';
import { defineToolTests } from './tools.ts';
import { defineViewTests } from './views.ts';

export function run(): Promise<void> {
  return runTests((test) => {
    defineDiagnosticsTests(test);
    defineViewTests(test);
    defineNavigationTests(test);
    defineEditingTests(test);
    defineToolTests(test);
  });
}
