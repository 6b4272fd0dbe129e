// What a message calls a legal instrument: its title, around which English puts quotation marks and Chinese the marks of a title.
import type { LegalBasis } from '../../plan/shape.ts';
import type { Datum } from '../rule.ts';

/** Without the title marks that an author may have written, or its id where it has no title. */
export function instrumentTitle({ title, id }: LegalBasis): Datum {
  return title ? new Map([...title.byLanguage].map(([language, text]) => [language, text.replace(/^《([^《》]*)》$/, '$1')])) : id;
}
