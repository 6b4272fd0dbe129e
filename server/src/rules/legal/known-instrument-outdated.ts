// A legal basis that the register of replaced instruments knows (server/data/legal-instruments.json), though the plan does not say so.
import type { LegalBasis } from '../../plan/shape.ts';
import { defineFact } from '../memory.ts';
import { defineRule } from '../rule.ts';
import { createEditionRewriter } from '../shared/edition-rewrite.ts';
import { instrumentTitle } from '../shared/instrument-title.ts';
import { basisDate, citationOf, instrumentsOf, replacementOn } from '../shared/instruments.ts';
import { identifyInstrument, type KnownInstrument } from '../shared/legal-register.ts';

/** The instrument of the register that a basis means, or none. */
const replacedInstrument = defineFact(
  (basis: LegalBasis): { readonly said: readonly unknown[]; readonly instrument: KnownInstrument | undefined } => {
    return { said: saidOf(basis), instrument: identifyInstrument(citationOf(basis)) };
  },
  ({ said }, basis) => saidOf(basis).every((part, index) => part === said[index]),
);

/** All that an instrument is known by. */
function saidOf({ title, number, issued, effective, articles, amended }: LegalBasis): readonly unknown[] {
  return [title?.byLanguage, ...[number, issued, effective, articles, ...amended].map((part) => part?.value)];
}

export default defineRule({
  id: 'known-instrument-outdated',
  group: 'legal',
  severity: 'warning',
  profiles: ['cn'],
  fix: 'safe',
  summary: {
    en: 'A legal basis is an edition that a later one is known to have replaced.',
    zh: '法律依据是已知被新版本替代的旧版本。',
  },
  why: {
    en: 'A plan that cites the old edition sends its readers to articles that no longer say what it relies on.',
    zh: '预案引用旧版本，会把使用者引向已经变化的条文。',
  },
  source: 'S5.1(b)',
  messages: {
    outdated: {
      en: "'{title}' was replaced on {since} by '{successor}'. Cite the new edition, and check the articles.",
      zh: '《{title}》自 {since} 起已被《{successor}》替代。请改用新版本，并核对条文序号。',
    },
  },
  labels: {
    rewrite: { en: 'Turn it into the new edition, its articles included', zh: '更新为新版本（含所引条文序号）' },
    link: { en: "State that '{id}' supersedes it", zh: '注明已被“{id}”替代' },
  },
  *check(plan, { asOf, memory }) {
    const date = basisDate(plan, asOf);
    const fixesFor = createEditionRewriter(plan);
    const known = memory.reader(replacedInstrument);
    for (const basis of instrumentsOf(plan)) {
      // Where the plan itself says that the instrument is replaced, repealed-basis speaks of those who still cite it.
      if (replacementOn(date, basis, plan.legalBases) !== undefined || basis.broken.size > 0) continue;
      const { instrument } = known(basis);
      if (instrument === undefined || instrument.replacedBy.since > date) continue;
      yield {
        message: 'outdated',
        at: basis.idNode,
        data: { title: instrumentTitle(basis), successor: instrument.replacedBy.title, since: instrument.replacedBy.since },
        fixes: fixesFor(basis, instrument),
      };
    }
  },
});
