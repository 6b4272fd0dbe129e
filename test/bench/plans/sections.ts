// A plan as its sections, each a piece of YAML text, so that what belongs to one town can be added to every section at once.

/** In the order in which a plan author writes them. */
export const sectionNames = [
  'legal-bases',
  'organizations',
  'bodies',
  'functions',
  'links',
  'agreements',
  'levels',
  'procedures',
  'channels',
  'participation',
  'cultivation',
  'exercises',
] as const;

export type SectionName = (typeof sectionNames)[number];

/** Entries of some sections, each with its indentation and its line ends. */
export type Part = Partial<Readonly<Record<SectionName, string>>>;

/** The sections that have entries, behind a head that has the keys before them. */
export function joinSections(head: string, parts: readonly Part[]): string {
  const sections = sectionNames.map((name) => {
    const entries = parts.map((part) => part[name] ?? '').join('');
    return entries === '' ? '' : `\n${name}:\n${entries}`;
  });
  return head + sections.join('');
}

/** UTF-8 bytes. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

export function linesOf(text: string): number {
  return text.split('\n').length - 1;
}
