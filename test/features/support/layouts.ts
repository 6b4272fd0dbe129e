// Lays a formatted plan out in another way that means the same: other indentation, more blank lines, white space at the ends of lines.

/** `choose` gives a number from 0 to its argument. The text has no block scalar and no line that goes on from the one before. */
export function layOut(formatted: string, choose: (max: number) => number): string {
  const levels: { readonly old: number; readonly own: number }[] = [];
  const lines: string[] = [];
  /** The new column of what stood at an old one; what is new there goes a few columns further in. */
  const columnFor = (old: number): number => {
    while ((levels.at(-1)?.old ?? -1) > old) levels.pop();
    const top = levels.at(-1);
    if (top?.old === old) return top.own;
    const own = top === undefined ? 0 : top.own + 1 + choose(4);
    levels.push({ old, own });
    return own;
  };
  for (const line of formatted.trimEnd().split('\n')) {
    const content = line.trimStart();
    if (content === '') {
      lines.push(...Array.from({ length: 1 + choose(2) }, () => ' '.repeat(choose(3))));
      continue;
    }
    let old = line.length - content.length;
    let laid = ' '.repeat(columnFor(old));
    let rest = content;
    for (; rest.startsWith('- '); rest = rest.slice(2)) {
      old += 2;
      levels.push({ old, own: laid.length + 2 + choose(3) });
      laid = `${laid}-`.padEnd(levels.at(-1)?.own ?? 0);
    }
    lines.push(laid + rest + ' '.repeat(choose(2)));
  }
  return `${lines.join('\n')}${'\n'.repeat(choose(3))}`;
}
