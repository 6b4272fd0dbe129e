// A Chromium that speaks to one server only: every other request is refused and counted, since nothing of govplan needs the network.
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { chromium as chromiumPath } from './setup.ts';

export interface TestBrowser {
  /** A page in a profile of its own. */
  newPage(origin: string, options?: BrowserContextOptions): Promise<Page>;
  /** The addresses that pages asked for in vain. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  // Grey letters instead of coloured edges: pictures half the size.
  '--disable-lcd-text',
];

export async function startBrowser(): Promise<TestBrowser> {
  const browser: Browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumArguments });
  const refused: string[] = [];
  return {
    newPage: async (origin, options = {}) => {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      await page.route(
        (url) => !['data:', 'blob:'].includes(url.protocol) && !isSameMachine(url, origin),
        (route) => {
          refused.push(route.request().url());
          return route.abort();
        },
      );
      return page;
    },
    refused,
    close: () => browser.close(),
  };
}

/** VS Code shows some of its parts from names below `localhost`, so that they cannot reach into one another. */
function isSameMachine(url: URL, origin: string): boolean {
  return url.origin === origin || (url.hostname.endsWith('.localhost') && url.port === new URL(origin).port);
}
