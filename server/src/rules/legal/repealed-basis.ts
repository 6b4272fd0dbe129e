// A citation of an instrument that, as the plan itself tells, is no longer in force.
import type { LegalBasis } from '../../plan/shape.ts';
import type { Plan } from '../../workspace/plan.ts';
import { defineRule } from '../rule.ts';
import { instrumentTitle } from '../shared/instrument-title.ts';
import { basisDate, citationsOf, type Replacement, replacementOn } from '../shared/instruments.ts';
import { createRetargeter } from '../shared/retarget.ts';

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
      en: "'{title}' was repealed on {since}; the bases of this plan must be in force on {date}. Cite what replaced it.",
      zh: '《{title}》已于 {since} 废止，而本预案的依据应当在 {date} 有效。请引用替代它的现行文件。',
    },
    superseded: {
      en: "'{title}' ({id}) was superseded on {since} by '{successor}' ({successorId}); the bases of this plan must be in force on {date}. Cite the successor.",
      zh: '《{title}》（{id}）自 {since} 起已被《{successor}》（{successorId}）替代，而本预案的依据应当在 {date} 有效。请引用替代后的文件。',
    },
  },
  labels: {
    repeal: { en: 'This is stated here.', zh: '此情况写在此处。' },
    retarget: { en: "Cite '{reference}'", zh: '改引“{reference}”' },
    judge: { en: "Cite '{reference}' and check the article", zh: '改引“{reference}”，并核对条文' },
  },
  *check(plan, { asOf }) {
    const status = plan.head.status?.value;
    if (status !== 'draft' && status !== 'in-force') return;
    const date = basisDate(plan, asOf);
    const retarget = createRetargeter(plan, date);
    const replaced = replacedBases(plan, date);
    if (replaced.size === 0) return;
    for (const reference of citationsOf(plan)) {
      const known = replaced.get(reference.id);
      if (known === undefined) continue;
      const { basis } = known;
      const { kind, since, successor } = known.replacement;
      yield {
        message: kind,
        at: reference.node,
        data: {
          title: instrumentTitle(basis),
          id: basis.id,
          since,
          date,
          successor: successor ? instrumentTitle(successor) : '',
          successorId: successor?.id ?? '',
        },
        discriminator: reference.locator === undefined ? reference.id : `${reference.id}#${reference.locator}`,
        related: [{ at: basis.repealed?.node ?? basis.supersededBy?.node ?? basis.idNode, label: 'repeal' }],
        fixes: successor && successor !== basis ? retarget(reference, basis, successor) : [],
      };
    }
  },
});

interface ReplacedBasis {
  readonly basis: LegalBasis;
  readonly replacement: Replacement;
}

function replacedBases({ legalBases }: Plan, date: string): ReadonlyMap<string, ReplacedBasis> {
  const replaced = new Map<string, ReplacedBasis>();
  for (const [id, { value: basis }] of legalBases) {
    const replacement = replacementOn(date, basis, legalBases);
    if (replacement) replaced.set(id, { basis, replacement });
  }
  return replaced;
}
