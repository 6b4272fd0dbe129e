// A citation of an instrument that, as the plan itself tells, is no longer in force.
import { defineRule } from '../rule.ts';
import { basisDate, replacementOn } from '../shared/instruments.ts';
import { retarget } from '../shared/retarget.ts';

export default defineRule({
  id: 'repealed-basis',
  group: 'legal',
  severity: 'error',
  fix: 'safe',
  summary: {
    en: 'A citation names an instrument that has been repealed or superseded.',
    zh: '引用的文件已废止或已被替代。',
  },
  why: {
    en: 'What rests on a repealed instrument rests on nothing; article numbers change with the edition.',
    zh: '以已废止的文件为依据等于没有依据；版本更替后条文序号也会变化。',
  },
  source: 'S5.1(b)',
  messages: {
    repealed: {
      en: "'{title}' was repealed on {since}, and this plan must stand on {date}. Cite what is in force.",
      zh: '“{title}”已于 {since} 废止（核对日期 {date}）。请引用现行有效的文件。',
    },
    superseded: {
      en: "'{title}' has been superseded by '{successor}' since {since}, and this plan must stand on {date}. Cite the successor.",
      zh: '“{title}”自 {since} 起已被“{successor}”替代（核对日期 {date}）。请引用替代后的文件。',
    },
  },
  labels: {
    repeal: { en: 'Its repeal is stated here.', zh: '废止情况写在此处。' },
    retarget: { en: "Cite '{reference}'", zh: '改引“{reference}”' },
    judge: { en: "Cite '{reference}' and check the article", zh: '改引“{reference}”，并核对条文' },
  },
  *check(plan, { asOf }) {
    const status = plan.head.status?.value;
    if (status !== 'draft' && status !== 'in-force') return;
    const date = basisDate(plan, asOf);
    for (const reference of plan.document.legalReferences) {
      const basis = plan.legalBases.get(reference.id)?.value;
      const replacement = basis && replacementOn(date, basis, plan.legalBases);
      if (basis === undefined || replacement === undefined) continue;
      const { kind, since, successor } = replacement;
      yield {
        message: kind,
        at: reference.node,
        data: {
          title: basis.title?.byLanguage ?? basis.id,
          since,
          date,
          successor: successor?.title?.byLanguage ?? successor?.id ?? '',
        },
        discriminator: reference.node.text,
        related: [{ at: basis.repealed?.node ?? basis.supersededBy?.node ?? basis.idNode, label: 'repeal' }],
        fixes: successor ? retarget(reference, basis, successor, plan, date) : [],
      };
    }
  },
});
