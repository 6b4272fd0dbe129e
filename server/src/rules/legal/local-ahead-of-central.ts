// A right that rests on local or lesser instruments while the plan knows a law or administrative regulation.
import type { LegalReference } from '../../plan/field.ts';
import type { LegalBasis } from '../../plan/shape.ts';
import { findEntry } from '../../yaml/view.ts';
import { defineRule } from '../rule.ts';
import { instrumentTitle } from '../shared/instrument-title.ts';

const central: ReadonlySet<string> = new Set(['law', 'administrative-regulation']);

export default defineRule({
  id: 'local-ahead-of-central',
  group: 'legal',
  severity: 'information',
  profiles: ['cn', 'us', 'uk', 'jp', 'nz'],
  fix: 'none',
  summary: {
    en: 'A right rests on no law or administrative regulation, though the plan has one among its legal bases.',
    zh: '职权未以法律或行政法规为依据，而预案的法律依据中有此类文件。',
  },
  why: {
    en: 'Where local or departmental rules run ahead of central law, practice has no clear and unified ground.',
    zh: '地方或部门的规定先于中央立法，会使应急工作缺乏明确统一的依据。',
  },
  source: 'S2 P2',
  messages: {
    local: {
      en: "Right '{id}' rests on no law or administrative regulation, though '{title}' is among the plan's legal bases. Cite the article that gives it, if there is one.",
      zh: '“{id}”未以法律或行政法规为依据，而预案的法律依据中已有《{title}》。如有相应条文，请一并引用。',
    },
  },
  labels: { central: { en: 'This one stands above it.', zh: '此件效力更高。' } },
  *check(plan) {
    const isCentral = ({ kind }: LegalBasis): boolean => kind !== undefined && central.has(kind.value);
    const above = [...plan.legalBases.values()].find(({ value }) => isCentral(value))?.value;
    if (above === undefined) return;
    // A basis that nobody declares, or of unknown kind, may be a law.
    const isLocal = ({ id }: LegalReference): boolean => {
      const instrument = plan.legalBases.get(id)?.value;
      return instrument?.kind !== undefined && !isCentral(instrument);
    };
    for (const { declaration, id } of plan.rights) {
      const { basis, broken, node, idNode } = declaration;
      if (basis.length === 0 || !basis.every(isLocal) || broken.has('basis')) continue;
      yield {
        message: 'local',
        at: findEntry(node, 'basis')?.value ?? idNode,
        data: { id, title: instrumentTitle(above) },
        related: [{ at: above.idNode, label: 'central' }],
      };
    }
  },
});
