// Reports as tests ask for them, and what is read off a page: its elements, by a parser that accepts nothing a browser would have to mend.
import assert from 'node:assert/strict';
import { type PlanReport, planReport } from '../../server/src/report/plan-report.ts';
import type { Language } from '../../server/src/rules/render.ts';
import { analyseText } from '../features/support/marked-plan.ts';

export async function reportOf(text: string, language: Language): Promise<PlanReport> {
  const analysis = await analyseText(text);
  const result = analysis.results()[0];
  assert.ok(result?.context);
  return planReport('plans/test.plan.yaml', { context: result.context, findings: result.findings }, analysis.closure, language);
}

export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** With all that is in it, as text. */
  readonly text: string;
}

/** The elements of a page in the order in which they end. Throws where it is not well-formed. */
export function elementsOf(html: string): readonly Element[] {
  const elements: Element[] = [];
  const open: { readonly name: string; readonly attributes: ReadonlyMap<string, string>; readonly from: number }[] = [];
  let text = '';
  let at = '<!DOCTYPE html>'.length;
  assert.equal(html.slice(0, at), '<!DOCTYPE html>');
  while (at < html.length) {
    const next = html.indexOf('<', at);
    const end = next < 0 ? html.length : next;
    text += html.slice(at, end).replace(/&(\w+|#\d+);|&/g, (entity, name: string | undefined) => {
      assert.ok(name !== undefined && name in entities, `no entity: ${html.slice(end - 40, end)}`);
      return entities[name] ?? entity;
    });
    if (next < 0) break;
    const tag = /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z][a-zA-Z0-9-]*="[^"<>]*")*)\s*(\/?)>/.exec(html.slice(next));
    assert.ok(tag, `no tag: ${html.slice(next, next + 80)}`);
    const [whole, closing, name = '', attributeText = '', empty] = tag;
    at = next + whole.length;
    if (closing) {
      const begun = open.pop();
      assert.equal(begun?.name, name, `closed at ${html.slice(next - 80, next + 20)}`);
      elements.push({ name, attributes: begun?.attributes ?? new Map(), text: text.slice(begun?.from) });
      continue;
    }
    const attributes = new Map(
      [...attributeText.matchAll(/([a-zA-Z][a-zA-Z0-9-]*)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
    );
    if (empty) elements.push({ name, attributes, text: '' });
    else open.push({ name, attributes, from: text.length });
  }
  assert.deepEqual(open, []);
  return elements;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
