// A table in Markdown.

/** A column is of words, or of figures, which stand on the right. */
export interface Column {
  readonly title: string;
  readonly isFigures?: boolean;
}

export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
  const rule = `| ${columns.map(({ isFigures }) => (isFigures ? '---:' : '---')).join(' | ')} |`;
  return [line(columns.map(({ title }) => title)), rule, ...rows.map(line)].join('\n');
}

function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
