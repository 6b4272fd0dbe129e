// What a user does in the workbench, with the mouse and the keys; each step waits for what the workbench then shows.
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import type { TestBrowser } from './browser.ts';
import { artifacts } from './suite-host.ts';
import type { VsCodeServer } from './vscode-server.ts';

const images = fileURLToPath(new URL('../../docs/images', import.meta.url));

export interface Workbench {
  readonly page: Page;
  readonly statusBar: Locator;
  /** The lines of the editor that has the focus, as far as they are in sight. */
  readonly text: Locator;
  readonly squiggles: Locator;
  /** Runs a command by its name, as the palette shows it. */
  run(command: string): Promise<void>;
  /** Opens a file of the workspace by its name, the cursor at a place `line:column`. */
  open(file: string, place?: string): Promise<void>;
  /** The word in the text that begins with these letters. */
  word(text: string): Locator;
  /** What holds all of these, with room about it, as far as it is in sight. */
  around(parts: readonly Locator[], room: Room): Promise<Clip>;
  /** A picture among the artefacts; with `image` also one for the documentation, where pictures for it are asked for. */
  picture(name: string, options?: { readonly image?: boolean; readonly clip?: Clip }): Promise<void>;
}

export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** In pixels. */
export interface Room {
  readonly above: number;
  readonly right: number;
  readonly below: number;
  readonly left: number;
}

/** What makes pictures calm. */
export const calmSettings = {
  'workbench.colorTheme': 'Default Light Modern',
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'editor.minimap.enabled': false,
  'editor.fontSize': 13,
  'editor.stickyScroll.enabled': false,
  'editor.scrollbar.vertical': 'hidden',
  'editor.scrollbar.horizontal': 'hidden',
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'explorer.compactFolders': false,
  'workbench.sash.size': 1,
};

export async function openWorkbench(browser: TestBrowser, server: VsCodeServer, folder: string, file: string): Promise<Workbench> {
  const page = await browser.newPage(server.origin, { viewport: { width: 1080, height: 640 }, locale: 'en-GB' });
  page.setDefaultTimeout(20_000);
  const payload = [
    ['openFile', server.remote(join(folder, file))],
    ['skipWelcome', 'true'],
  ];
  await page.goto(`${server.origin}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
  const text = page.locator('.editor-group-container.active .monaco-editor .view-lines');
  await text.waitFor();

  const quickInput = page.locator('.quick-input-widget:visible input[type="text"]');
  const pick = async (key: string, words: string): Promise<void> => {
    await page.keyboard.press(key);
    await quickInput.waitFor();
    await quickInput.fill(words);
    const first = page.locator('.quick-input-widget:visible .monaco-list-row').first();
    await first.filter({ hasText: words.replace(/^>/, '').replace(/:\d+:\d+$/, '') }).waitFor();
    await page.keyboard.press('Enter');
    await quickInput.waitFor({ state: 'hidden' });
  };

  return {
    page,
    statusBar: page.locator('.statusbar-item[id="govplan.govplan-vscode.mode"]'),
    text,
    squiggles: page.locator('.editor-group-container.active .squiggly-error'),
    run: (command) => pick('F1', `>${command}`),
    open: async (name, place) => {
      await pick('Control+p', place === undefined ? name : `${name}:${place}`);
      await page.locator('.tab.active', { hasText: name.slice(name.lastIndexOf('/') + 1) }).waitFor();
    },
    word: (start) => page.locator('.editor-group-container.active .view-line span span', { hasText: new RegExp(`^\\s*${start}`) }).first(),
    around: async (parts, room) => {
      // What has just appeared may still grow.
      for (const part of parts) await (await part.first().elementHandle())?.waitForElementState('stable');
      const boxes = (await Promise.all(parts.map((part) => part.first().boundingBox()))).filter((box) => box !== null);
      const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
      const left = Math.max(0, Math.min(...boxes.map(({ x }) => x)) - room.left);
      const top = Math.max(0, Math.min(...boxes.map(({ y }) => y)) - room.above);
      const right = Math.min(width, Math.max(...boxes.map((box) => box.x + box.width)) + room.right);
      const bottom = Math.min(height, Math.max(...boxes.map((box) => box.y + box.height)) + room.below);
      return { x: left, y: top, width: right - left, height: bottom - top };
    },
    picture: async (name, { image = false, clip } = {}) => {
      const path = join(artifacts, `${name}.png`);
      await mkdir(artifacts, { recursive: true });
      await page.screenshot({ path, animations: 'disabled', caret: 'initial', ...(clip && { clip }) });
      if (!image || process.env.UPDATE_IMAGES === undefined) return;
      await mkdir(images, { recursive: true });
      await copyFile(path, join(images, `${name}.png`));
    },
  };
}
