// Where a rule's page can be read: what diagnostics and reports link to.

export const projectUri = 'https://github.com/govplan/govplan';

export function rulePageUri(id: string): string {
  return `${projectUri}/blob/main/test/rules/${id}.md`;
}
