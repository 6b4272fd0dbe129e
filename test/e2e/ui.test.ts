// The extension as a user sees it, in the workbench of a real VS Code server: what is underlined, listed, shown, offered and mended.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageExtension } from '../extension/package-extension.ts';
import { startBrowser } from './browser.ts';
import { Unavailable } from './setup.ts';
import { copyWorkspace } from './suite-host.ts';
import { startVsCodeServer, type VsCodeServer } from './vscode-server.ts';
import { calmSettings, openWorkbench, type Workbench } from './workbench.ts';

test('user interface', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'govplan-ui-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  try {
    const vsix = join(folder, 'govplan.vsix');
    await packageExtension(vsix);
    const workspace = await copyWorkspace(join(folder, 'flood-plans'));
    const server = await startVsCodeServer({ data: join(folder, 'data'), extensions: [vsix], forTests: false, settings: calmSettings });
    const browser = await startBrowser();
    try {
      const workbench = await openWorkbench(browser, server, workspace, 'riverside.plan.yaml');
      for (const [name, check] of Object.entries(checks)) {
        await t.test(name, async () => {
          try {
            await check(workbench, server, folder);
          } catch (error) {
            await workbench.picture(`failed-${name.replace(/\W+/g, '-')}`);
            throw error;
          }
        });
      }
      await t.test('nothing asked for the network', () => assert.deepEqual(browser.refused, []));
    } finally {
      await browser.close();
      await server.stop();
    }
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    t.skip(error.message);
  }
});

type Check = (workbench: Workbench, server: VsCodeServer, folder: string) => Promise<void>;

/** In this order, in one window: each leaves it as the next one finds it. */
const checks: Readonly<Record<string, Check>> = {
  'a finding is underlined, and listed under Problems': async ({ page, squiggles, run, open, picture }) => {
    await open('riverside.plan.yaml', '28:3');
    await squiggles.first().waitFor();
    // Lenses move the lines below them: what is pointed at later must not move any more.
    await page.locator('.codelens-decoration:visible').first().waitFor();
    await run('Problems: Focus on Problems View');
    const problem = page.locator('.markers-panel .monaco-list-row', { hasText: 'organization-unlinked' });
    await problem.waitFor();
    assert.match(await problem.innerText(), /Riverside Community/);
    // The last to hear of it are the counts.
    await page.locator('.statusbar-item[id="status.problems"]', { hasText: '5' }).waitFor();
    await picture('findings', { image: true });
    await run('View: Toggle Panel Visibility');
  },

  'hovering an id shows its card, and the finding with its reason': async ({ page, open, word, around, picture }) => {
    await open('riverside.plan.yaml', '28:5');
    const card = page.locator('.monaco-hover:visible', { hasText: 'Riverside Community' });
    // By the keys: a pointer would have to find the word where it is, while the panel that has just closed still moves the text.
    const show = async (): ReturnType<typeof around> => {
      await page.keyboard.press('Control+k');
      await page.keyboard.press('Control+i');
      // The finding and the card come from two sources, one after the other.
      await card.filter({ hasText: /has no tie.*Seats: none/s }).waitFor();
      return around([card, word('riverside')], { above: 6, left: 6, below: 60, right: 6 });
    };
    // What is still drawn in the text may take the card away again: then it is asked for once more.
    const clip = await show().catch(show).catch(show);
    await picture('hover', { image: true, clip });
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
  },

  'completion offers the ids that fit': async ({ page, open, text, around, picture }) => {
    await open('riverside.plan.yaml', '40:20');
    await page.keyboard.press('End');
    for (const _ of 'blue-sky') await page.keyboard.press('Backspace');
    await page.keyboard.press('Control+Space');
    const list = page.locator('.suggest-widget.visible');
    await list.locator('.monaco-list-row', { hasText: 'riverside' }).first().waitFor();
    const members = text.locator('.view-line', { hasText: 'members:' });
    await picture('completion', { image: true, clip: await around([members, list], { above: 80, left: 60, below: 6, right: 6 }) });
    await list.locator('.monaco-list-row', { hasText: 'blue-sky' }).first().click();
    await text.locator('.view-line', { hasText: 'members: blue-sky' }).waitFor();
  },

  'a quick fix mends the finding': async ({ page, open, squiggles, text, around, picture }) => {
    await open('riverside.plan.yaml', '40:20');
    await page.keyboard.press('End');
    await page.keyboard.type('y');
    // A letter asks for completion too, and its list, when it comes late, closes the menu that this is about.
    const list = page.locator('.suggest-widget.visible');
    await list.waitFor();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });
    await squiggles.nth(1).waitFor();
    // The name behind the id goes when the id is none any more.
    const members = text.locator('.view-line', { hasText: 'members:' });
    await members.filter({ hasText: /blue-skyy$/ }).waitFor();
    await page.keyboard.press('Control+.');
    const menu = page.locator('.action-widget:visible');
    const fix = menu.locator('.monaco-list-row', { hasText: 'blue-sky' }).first();
    await fix.waitFor();
    const clip = await around([members, menu], { above: 80, left: 60, below: 6, right: 6 });
    await picture('quick-fix-before', { image: true, clip });
    await fix.click();
    await members.filter({ hasText: /blue-sky\s?Blue\sSky\sRescue\sTeam$/ }).waitFor();
    await squiggles.nth(1).waitFor({ state: 'hidden' });
    await picture('quick-fix-after', { image: true, clip });
  },

  'renaming an id changes it everywhere': async ({ page, open, text }) => {
    await open('riverside.plan.yaml', '40:18');
    await page.keyboard.press('F2');
    const box = page.locator('.rename-box input');
    await box.waitFor();
    await box.fill('green-sky');
    await page.keyboard.press('Enter');
    await text.locator('.view-line', { hasText: 'members: green-sky' }).waitFor();
    await text.locator('.view-line', { hasText: 'who: green-sky' }).waitFor();
    await page.keyboard.press('Control+z');
    await text.locator('.view-line', { hasText: 'members: blue-sky' }).waitFor();
  },

  'the status bar shows the mode, its colour a mismatch, its tooltip why': async ({ page, open, statusBar, around, picture }) => {
    for (const [file, name] of [
      ['government-control', 'Government control'],
      ['social-autonomy', 'Social autonomy'],
      ['collaborative-governance', 'Collaborative governance'],
      ['equal-cooperation', 'Equal cooperation'],
    ]) {
      await open(`${file}.plan.yaml`);
      await statusBar.filter({ hasText: name ?? '' }).waitFor();
      assert.match(await statusBar.innerText(), /[01]\.\d\d/);
      await picture(`mode-${file}`, { image: true, clip: await around([statusBar], { above: 4, right: 0, below: 4, left: 0 }) });
    }
    await statusBar.hover();
    const tooltip = page.locator('.monaco-hover:visible', { hasText: 'Strongest drivers' });
    await tooltip.waitFor();
    await picture('status-bar', { image: true, clip: await around([tooltip, statusBar], { above: 6, left: 6, below: 6, right: 6 }) });
    await page.mouse.move(5, 400);
    await tooltip.waitFor({ state: 'hidden' });
    await open('mismatch.plan.yaml');
    await page.locator('.statusbar-item.warning-kind[id="govplan.govplan-vscode.mode"]').waitFor();
    await picture('mode-mismatch');
  },

  'the classification is shown beside the plan': async ({ page, open, run, statusBar, picture }) => {
    await open('collaborative-governance.plan.yaml');
    await run('View: Toggle Primary Side Bar Visibility');
    await statusBar.filter({ hasText: 'Collaborative governance' }).waitFor();
    await run('govplan: Show Classification of This Plan');
    await page.locator('.view-lines', { hasText: 'Locus L' }).waitFor();
    await picture('classification');
    await run('View: Toggle Primary Side Bar Visibility');
  },

  'the view Governance lists the actors, and leads to the text': async ({ page, open, run, statusBar, picture }) => {
    await open('riverside.plan.yaml');
    await run('File: Revert File');
    await run('View: Close All Editors');
    await open('riverside.plan.yaml');
    // The view is there as soon as a plan is.
    await statusBar.filter({ hasText: /[01]\.\d\d/ }).waitFor();
    await run('Explorer: Focus on Governance View');
    await page.locator('.pane-header', { hasText: 'flood-plans' }).click();
    const tree = page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'Governance' }) });
    const riverside = tree.locator('.monaco-list-row', { hasText: 'Riverside Community' });
    await riverside.waitFor();
    assert.match(await riverside.getAttribute('aria-label').then((label) => label ?? ''), /Riverside Community/);
    await tree.locator('.monaco-list-row', { hasText: 'Blue Sky Rescue Team' }).locator('.monaco-tl-twistie').click();
    await tree.locator('.monaco-list-row', { hasText: 'Responsibilities' }).waitFor();
    await riverside.click();
    await page.locator('.statusbar-item', { hasText: 'Ln 28' }).waitFor();
    await picture('explorer', { image: true, clip: { x: 0, y: 0, width: 760, height: 420 } });
  },

  'a server that dies comes back by itself': async ({ open, statusBar }, server) => {
    await open('equal-cooperation.plan.yaml');
    await statusBar.filter({ hasText: 'Equal cooperation' }).waitFor();
    const [dead] = await serverProcesses(server);
    assert.ok(dead !== undefined);
    process.kill(dead, 'SIGKILL');
    await untilProcesses(server, (pids) => pids.length === 1 && pids[0] !== dead);
    await open('social-autonomy.plan.yaml');
    await statusBar.filter({ hasText: 'Social autonomy' }).waitFor();
  },

  'a server that cannot start says so, and starts again when it can': async ({ page, run, statusBar, open, picture }, server, folder) => {
    const script = join(folder, 'data/extensions/govplan.govplan-vscode-0.1.0/server/dist/server.cjs');
    const whole = await readFile(script);
    await writeFile(script, 'throw new Error("broken on purpose");\n');
    await run('govplan: Restart Language Server');
    const notice = page.locator('.notifications-toasts .notification-list-item', { hasText: 'language server' }).first();
    await notice.waitFor();
    await picture('server-failed');
    await writeFile(script, whole);
    await notice.locator('.monaco-button', { hasText: 'Restart' }).click();
    await open('equal-cooperation.plan.yaml');
    await statusBar.filter({ hasText: 'Equal cooperation' }).waitFor();
    assert.equal(await page.locator('.notifications-toasts .notification-list-item').count(), 0);
    assert.equal((await serverProcesses(server)).length, 1);
  },

  'when the window goes, the server goes with it': async ({ page, statusBar }, server) => {
    const before = await serverProcesses(server);
    assert.equal(before.length, 1);
    await page.reload();
    await statusBar.filter({ hasText: /[01]\.\d\d/ }).waitFor();
    await untilProcesses(server, (pids) => pids.length === 1 && !before.includes(pids[0] ?? 0));
  },
};

async function serverProcesses(server: VsCodeServer): Promise<readonly number[]> {
  const lines = await server.children();
  return lines.filter((line) => line.includes('server.cjs')).map((line) => Number(line.trim().split(/\s+/)[1]));
}

/** Processes tell nobody when they come and go, so they are looked at again and again. */
async function untilProcesses(server: VsCodeServer, wanted: (pids: readonly number[]) => boolean): Promise<void> {
  const end = Date.now() + 20_000;
  for (let pids = await serverProcesses(server); !wanted(pids); pids = await serverProcesses(server)) {
    assert.ok(Date.now() < end, `processes: ${pids.join(', ')}`);
  }
}
