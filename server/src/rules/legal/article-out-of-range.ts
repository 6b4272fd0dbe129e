// A citation of an article that the instrument does not have. About any document: a library is checked in its own right.
import type { PlanDocument } from '../../plan/build.ts';
import type { LegalReference } from '../../plan/field.ts';
import { articleOf } from '../../plan/scalars.ts';
import type { LegalBasis } from '../../plan/shape.ts';
import { remembered } from '../../text/remembered.ts';
import type { Linked } from '../../workspace/link.ts';
import type { YamlNode } from '../../yaml/tree.ts';
import { defineDocumentRule } from '../rule.ts';
import { instrumentTitle } from '../shared/instrument-title.ts';

export default defineDocumentRule({
  id: 'article-out-of-range',
  group: 'legal',
  severity: 'error',
  fix: 'none',
  summary: { en: 'A citation names an article beyond the last of the instrument.', zh: '引用的条号超出该文件的条文总数。' },
  why: {
    en: 'A citation that leads nowhere often means that another edition was meant.',
    zh: '引用不存在的条文，往往说明引错了版本。',
  },
  source: '',
  messages: {
    beyond: {
      en: "Article {article} does not exist: '{title}' has {articles} articles. Cite an existing article, or correct 'articles'.",
      zh: '第 {article} 条不存在：《{title}》共 {articles} 条。请改引现有条文，或更正 articles。',
    },
  },
  labels: { count: { en: 'The number of articles is given here.', zh: '条文总数写在此处。' } },
  *check({ document, linked }) {
    if (document.faulty) return;
    const counted = createCountedBases(linked);
    const articleIn = remembered((locator: string): number => articleOf(locator) ?? 0);
    const isBeyond = (reference: LegalReference): boolean => {
      const articles = counted(reference.id)?.articles?.value;
      return articles !== undefined && reference.locator !== undefined && articleIn(reference.locator) > articles;
    };
    for (const { id, locator = '', node, locatorFrom, locatorTo } of document.legalReferences.filter(isBeyond)) {
      const article = articleIn(locator);
      const basis = counted(id);
      if (basis?.articles === undefined) continue;
      yield {
        message: 'beyond',
        at: { kind: 'part', node, from: locatorFrom, to: locatorTo },
        data: { article, title: instrumentTitle(basis), articles: basis.articles.value },
        discriminator: `${id}#${locator}`,
        related: [{ at: basis.articles.node, label: 'count' }],
      };
    }
  },
});

/** Finds the legal bases that say how many articles they have. */
function createCountedBases({ names }: Linked): (id: string) => LegalBasis | undefined {
  const counted = new Map<YamlNode, LegalBasis>();
  const read = new Set<PlanDocument>();
  return remembered((id) => {
    const declared = names.find('legal-basis', id);
    if (declared === undefined) return undefined;
    if (!read.has(declared.document)) {
      read.add(declared.document);
      for (const basis of declared.document.content?.legalBases ?? []) if (basis.articles) counted.set(basis.idNode, basis);
    }
    return counted.get(declared.declaration.idNode);
  });
}
