// What the licences of the packages in our bundles ask for: who they are from and on which terms, as one text beside the bundles.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The notices for all packages of which something went into these bundles, ordered by name: the same bytes for the same packages.
 * `metafiles` is what esbuild says of its runs. Throws where a package says nothing of its licence: such a bundle must not ship.
 *
 * @param {readonly import('esbuild').Metafile[]} metafiles
 */
export async function thirdPartyNotices(metafiles) {
  const packages = await Promise.all([...packageFolders(metafiles)].map(readPackage));
  const sections = packages
    .toSorted((a, b) => compare(a.title, b.title))
    .map(({ title, licence, home, text }) => [rule, title, `Licence: ${licence}`, ...(home ? [home] : []), '', text].join('\n'));
  return [`The programs beside this file hold code of ${packages.length} packages by others, on these terms.\n`, ...sections].join('\n');
}

const rule = '-'.repeat(80);

/** Of the inputs from which something is left in an output. */
function packageFolders(metafiles) {
  const folders = new Set();
  for (const { outputs } of metafiles) {
    for (const { inputs } of Object.values(outputs)) {
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [];
        if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
      }
    }
  }
  return folders;
}

async function readPackage(folder) {
  const { name, version, license, homepage, repository } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const licence = typeof license === 'string' ? license : license?.type;
  const files = (await readdir(folder)).filter((file) => /^(?:licen[cs]e|notice|copying)/i.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  if (licence === undefined || texts.length === 0) throw new Error(`${folder} does not say on which terms it may be passed on`);
  const text = texts.map((each) => each.replaceAll('\r\n', '\n').trim()).join('\n\n');
  return { title: `${name} ${version}`, licence, home: homepage ?? addressOf(repository), text: `${text}\n` };
}

/** Packages write where they come from in many ways; one that names only an owner means GitHub. */
function addressOf(repository) {
  const url = typeof repository === 'string' ? repository : repository?.url;
  if (url === undefined) return undefined;
  if (/^[\w-]+\/[\w.-]+$/.test(url)) return `https://github.com/${url}`;
  const web = url.replace(/^git\+/, '').replace(/^(?:ssh:\/\/)?git@([\w.]+)[:/]/, 'https://$1/');
  return web.replace(/^git:/, 'https:').replace(/\.git$/, '');
}

/** By code units: the order of a locale is another one elsewhere. */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
