// The governance view as a user sees it, in the workbench of a real VS Code server: the pictures beside the plan, which lead to its text, follow its
// edits, can be gone through with the keyboard, and can be read in every kind of theme.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { packageExtension } from '../extension/package-extension.ts';
import { startBrowser } from './browser.ts';
import { Unavailable } from './setup.ts';
import { copyWorkspace } from './suite-host.ts';
import { focusedId, isSeen, markAsSeen, outlineOf, poorContrasts, scrollDown, scrolled, toTop } from './view-in-page.ts';
import { startVsCodeServer } from './vscode-server.ts';
import { calmSettings, openWorkbench, type Workbench } from './workbench.ts';

const samples = fileURLToPath(new URL('../../samples/cn', import.meta.url));

test('governance view', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'govplan-view-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  try {
    const vsix = join(folder, 'govplan.vsix');
    await packageExtension(vsix);
    const workspace = await copyWorkspace(join(folder, 'flood-plans'));
    await cp(samples, join(workspace, 'cn'), { recursive: true });
    await writeFile(join(workspace, 'hostile.plan.yaml'), hostile);
    const server = await startVsCodeServer({ data: join(folder, 'data'), extensions: [vsix], forTests: false, settings: calmSettings });
    const browser = await startBrowser();
    try {
      const workbench = await openWorkbench(browser, server, workspace, 'riverside.plan.yaml');
      const { page } = workbench;
      await page.setViewportSize({ width: 1280, height: 800 });
      const complaints: string[] = [];
      page.on('console', (message) => {
        // Of the policy, and of scripts that failed in the view.
        if (/Content Security Policy|Refused to|Uncaught/.test(message.text())) complaints.push(message.text());
      });
      const view = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      for (const [name, check] of Object.entries(checks)) {
        await t.test(name, async () => {
          try {
            await check({ ...workbench, view, workspace });
          } catch (error) {
            await workbench.picture(`failed-${name.replace(/\W+/g, '-')}`);
            throw error;
          }
        });
      }
      await t.test('nothing asked for the network, and nothing was refused within the view', () => {
        assert.deepEqual(browser.refused, []);
        assert.deepEqual(complaints, []);
      });
    } finally {
      await browser.close();
      await server.stop();
    }
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    t.skip(error.message);
  }
});

interface Scene extends Workbench {
  readonly view: FrameLocator;
  readonly workspace: string;
}

const evil = '</script><img src=https://example.org/x onerror=alert(1)>';

const hostile = `govplan: "1"
plan: {id: hostile, title: ${JSON.stringify(evil)}, phases: response}
organizations:
  gov: {name: ${JSON.stringify(`${evil} Government`)}, sector: government, rights: {lead: {kind: command, object: ${JSON.stringify(evil)}}}}
  sky: {name: "javascript:alert(1)", sector: volunteer-group, responsibilities: {rescue: {action: ${JSON.stringify(evil)}, phases: response}}}
links:
  - {from: gov, to: sky, type: task}
`;

/** Waits until a text is shown at a place, and has the focus: which comes a moment later, and takes it from whatever has got it meanwhile. */
async function textHasFocus(page: Page, place: string): Promise<void> {
  await page.locator('.statusbar-item', { hasText: place }).waitFor();
  await page.locator('.editor-instance .monaco-editor.focused').waitFor();
}

/**
 * The browser lets a page within a page take the focus from the text only behind a click into it. A text that has just been shown may take it
 * once more, and then it is clicked again.
 */
async function press(key: string, element: Locator, { page, view }: Pick<Scene, 'page' | 'view'>): Promise<void> {
  const cursor = page.locator('.statusbar-item', { hasText: /Ln \d/ });
  const leavesText = async (timeout: number): Promise<void> => {
    await view.locator('#mode-heading').click();
    await cursor.waitFor({ state: 'hidden', timeout });
  };
  await leavesText(2_000).catch(() => leavesText(20_000));
  await element.press(key);
}

/** In this order, in one window: each leaves it as the next one finds it. */
const checks: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  'a click on the status bar opens it beside the plan, and says the mode and why': async ({ page, statusBar, view, picture, run }) => {
    await statusBar.filter({ hasText: /[01]\.\d\d/ }).click();
    await view.locator('.verdict .mode', { hasText: /[01]\.\d\d/ }).waitFor();
    assert.match(await view.locator('.verdict .why').innerText(), /\(L \d\.\d\d, .*\).*\(X \d\.\d\d, .*\)/);
    await page.locator('.tab', { hasText: 'Governance: Riverside Flood Plan' }).waitFor();
    await run('View: Toggle Primary Side Bar Visibility');
    await picture('governance-view-first');
  },

  'a click on an actor shows its text': async ({ page, view, statusBar }) => {
    await view.locator('#to-network-riverside .figure').click();
    await textHasFocus(page, 'Ln 28, Col 12');
    // Whoever looks at the view still looks at its plan.
    await view.locator('#mode-heading').click();
    await statusBar.filter({ hasText: /[01]\.\d\d/ }).waitFor();
  },

  'so does one on an actor that is declared in an imported file': async ({ page, view }) => {
    const actor = view.locator('#to-matrix-county-government');
    await actor.click();
    await textHasFocus(page, 'Ln 13, Col 20');
    await view.locator('#to-basis-row-emergency-law').click();
    await page.locator('.tab.active', { hasText: 'organizations (shared).plan.yaml' }).waitFor();
    await textHasFocus(page, 'Ln 4, Col 16');
    // A library is no plan: the view keeps the one that it shows.
    await view.locator('#to-network-riverside').waitFor();
  },

  'and the keyboard does the same': async ({ page, view }) => {
    await press('Enter', view.locator('#to-network-blue-sky'), { page, view });
    await textHasFocus(page, 'Ln 20, Col 11');
    await press('Space', view.locator('#to-network-platform'), { page, view });
    await textHasFocus(page, 'Ln 36, Col 11');
  },

  'everything that leads somewhere is reached with Tab, seen to be, and has a name': async ({ view }) => {
    const elements = view.locator('[data-text]');
    const count = await elements.count();
    assert.ok(count > 30, String(count));
    for (const [role, tabIndex, name] of await elements.evaluateAll((all) =>
      all.map((each) => [each.getAttribute('role'), each.getAttribute('tabindex'), each.getAttribute('aria-label') ?? each.textContent]),
    )) {
      assert.equal(role, 'link');
      assert.equal(tabIndex, '0');
      assert.match(name ?? '', /\S/);
    }
    const nav = view.locator('nav a').first();
    await nav.focus();
    assert.equal(await nav.evaluate(outlineOf), 'solid');
    await view.locator('nav a', { hasText: 'Cooperation network' }).press('Enter');
    await nav.press('Tab');
  },

  'an edit updates it, and leaves its place, its focus and what is folded open': async ({ page, view, workspace }) => {
    const details = view.locator('#network details');
    await details.locator('summary').click();
    const actor = view.locator('#to-network-riverside');
    await actor.focus();
    // Of what stays as it is, not even the element may be another one.
    await view.locator('body').evaluate(markAsSeen, unchanged);
    const place = (): Promise<number> => view.locator('body').evaluate(scrolled);
    const before = await place();
    const file = join(workspace, 'riverside.plan.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace('en: Riverside Community', 'en: Old Riverside Community'));
    await view.locator('#to-matrix-riverside', { hasText: 'Old Riverside Community' }).waitFor();
    assert.equal(await place(), before);
    assert.equal(await details.getAttribute('open'), '');
    assert.equal(await view.locator('body').evaluate(focusedId), 'to-network-riverside');
    for (const id of unchanged) assert.ok(await view.locator(`#${id}`).evaluate(isSeen), id);
    // Whoever was led to the text comes back to where they were.
    await actor.press('Enter');
    await textHasFocus(page, 'Ln 28');
    await page.keyboard.press('Control+2');
    await view.locator('#to-network-riverside:focus').waitFor();
  },

  'it follows while the text is typed': async ({ page, view, run, open }) => {
    await run('View: Focus First Editor Group');
    await open('riverside.plan.yaml', '29:16');
    await page.keyboard.type('Very ');
    await view.locator('#to-matrix-riverside', { hasText: 'Very Old Riverside Community' }).waitFor();
    await run('File: Revert File');
    await view.locator('#to-matrix-riverside', { hasText: /^Old River/ }).waitFor();
  },

  'while the text has a fault of syntax it says so, and keeps what it had': async ({ page, view, open }) => {
    await open('riverside.plan.yaml', '2:13');
    await page.keyboard.press('Backspace');
    await view.locator('#notice', { hasText: 'fault of syntax' }).waitFor();
    await view.locator('#to-network-riverside').waitFor();
    await page.keyboard.press('Control+z');
    await view.locator('#notice').waitFor({ state: 'hidden' });
  },

  'no text of a plan is markup in it': async ({ page, view, open, picture }) => {
    await open('hostile.plan.yaml');
    await view.locator('h1', { hasText: '<img' }).waitFor();
    assert.equal(await view.locator('h1').innerText(), evil);
    assert.equal(await view.locator('img, iframe, object, embed, form').count(), 0);
    assert.equal(await view.locator('script').count(), await view.locator('#_vscodeApiScript, script[nonce]').count());
    await view.locator('#to-network-sky').click();
    await textHasFocus(page, 'Ln 5');
    await picture('governance-view-hostile');
  },

  'it follows the active editor, and is drawn in the colours of the theme': async (scene) => {
    const { open, view, statusBar, picture, page } = scene;
    await open('qinghe-flood.plan.yaml', '1:1');
    await statusBar.filter({ hasText: 'Collaborative governance' }).waitFor();
    await view.locator('h1', { hasText: 'Qinghe' }).waitFor();
    for (const [name, theme, kind] of themes) {
      await configure(scene, { 'workbench.colorTheme': theme });
      await view.locator(`body.${kind}`).waitFor();
      assert.deepEqual(await view.locator('body').evaluate(poorContrasts), [], theme);
      await view.locator('body').evaluate(toTop);
      await page.mouse.move(5, 400);
      await picture(`governance-view-${name}`, { image: true });
      for (const section of ['mode', 'network', 'matrix', 'holdings', 'legal-bases', 'findings']) {
        await view.locator(`#${section}`).evaluate((element) => element.scrollIntoView());
        await picture(`governance-view-${name}-${section}`);
      }
    }
  },

  'where there is little room, what a component is made of has all of it': async ({ page, view }) => {
    await page.setViewportSize({ width: 640, height: 800 });
    await view.locator('body').evaluate(toTop);
    const table = view.locator('.components').first();
    const widthOf = async (part: Locator): Promise<number> => (await part.boundingBox())?.width ?? 0;
    await table.locator('thead th').first().waitFor();
    assert.ok((await widthOf(table.locator('.elements').first())) > 0.9 * (await widthOf(table)));
    await page.setViewportSize({ width: 1280, height: 800 });
  },

  'a cell that stands for several duties lists them all': async ({ page, view }) => {
    await view.locator('#to-matrix-emergency-bureau-response-leads').click();
    await page.locator('.peekview-widget .monaco-list-row').nth(1).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.peekview-widget').waitFor({ state: 'hidden' });
  },

  'it speaks the language of the setting, and so does the editor around it': async (scene) => {
    const { page, view, statusBar, picture } = scene;
    await configure(scene, { 'workbench.colorTheme': 'Default Light Modern', 'govplan.language': 'zh' });
    await view.locator('#network-heading', { hasText: '协作网络' }).waitFor();
    assert.equal(await view.locator('html').getAttribute('lang'), 'zh-Hans');
    await page.locator('.tab', { hasText: '治理：清河市' }).waitFor();
    await page.locator('.codelens-decoration', { hasText: '项权利' }).first().waitFor();
    await view.locator('body').evaluate(toTop);
    await picture('governance-view-zh', { image: true });
    await statusBar.hover();
    await page.locator('.monaco-hover:visible', { hasText: '结构模式：协同治理' }).waitFor();
    await page.mouse.move(5, 400);
    await page.locator('.monaco-hover:visible').waitFor({ state: 'hidden' });
    await configure(scene, { 'govplan.language': 'en' });
    await view.locator('#network-heading', { hasText: 'Cooperation network' }).waitFor();
  },

  'after the window was reloaded it is there again, where it was': async ({ page, view, workspace, run, open }) => {
    // What is told to open a file restores nothing else.
    const payload = encodeURIComponent(JSON.stringify([['skipWelcome', 'true']]));
    await page.goto(`${new URL(page.url()).origin}/?folder=${encodeURIComponent(workspace)}&payload=${payload}`);
    await page.locator('.monaco-workbench .part.editor').waitFor();
    await open('qinghe-flood.plan.yaml', '1:1');
    await page.locator('.editor-group-container.active .editor-actions .codicon-graph-scatter').click();
    await view.locator('#to-matrix-city-gov').waitFor();
    await view.locator('body').evaluate(scrollDown, 1000);
    await Promise.all([page.waitForEvent('load'), run('Developer: Reload Window')]);
    await view.locator('#to-matrix-city-gov').waitFor();
    assert.equal(await view.locator('body').evaluate(scrolled), 1000);
  },

  'closed, it is gone': async ({ page }) => {
    await page.locator('.tab', { hasText: 'Governance:' }).click({ button: 'middle' });
    await page.locator('iframe.webview').waitFor({ state: 'detached' });
  },
};

const unchanged = ['to-network-blue-sky', 'to-matrix-blue-sky'];

const themes = [
  ['light', 'Default Light Modern', 'vscode-light'],
  ['dark', 'Default Dark Modern', 'vscode-dark'],
  ['contrast', 'Default High Contrast', 'vscode-high-contrast'],
  ['contrast-light', 'Default High Contrast Light', 'vscode-high-contrast-light'],
] as const;

/** By the settings of the folder, which the workbench watches. */
async function configure({ workspace }: Scene, settings: Readonly<Record<string, unknown>>): Promise<void> {
  const file = join(workspace, '.vscode/settings.json');
  const known = JSON.parse(await readFile(file, 'utf8')) as object;
  await writeFile(file, JSON.stringify({ ...known, ...settings }));
}
