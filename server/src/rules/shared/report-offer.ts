// What an author is offered whose plan does not report to anybody that its parent plan knows.
import type { TextValue } from '../../plan/field.ts';
import type { Organization } from '../../plan/shape.ts';
import type { JurisdictionLevel } from '../../plan/vocabulary.ts';
import type { Actor, Plan, ResolvedParent } from '../../workspace/plan.ts';
import { quoteScalar } from '../../yaml/quote.ts';
import type { Fix } from '../rule.ts';
import { growAll, growingKey, growList, growMap } from './growth.ts';
import type { ParentActors } from './known-to-parent.ts';
import { offerFix } from './offered-fix.ts';
import { actingActors } from './own-actors.ts';
import { isUpward } from './upward.ts';

/** A report to somebody above whom both plans name (title `link`); else to the parent's own government, declared as external (`declare`). */
export function offerReport(plan: Plan, parent: ResolvedParent, known: ParentActors): readonly Fix[] {
  const [from] = actingActors(plan);
  if (from === undefined) return [];
  const above = [...plan.actors.values()].filter((actor) => actor !== from && known.has(actor) && isUpward(from, actor, plan));
  // The parent plan may name its own superiors as well: the next level comes before them.
  const shared = above.find((actor) => isOfLevel(actor, levelOf(parent))) ?? above[0];
  const links = growingKey(plan.content.node, 'links');
  if (shared) return offerFix('link', { from: from.id, to: shared.id }, growList(links, linkSource(from, shared.id)));
  const superior = reportedTo(plan, parent);
  if (superior === undefined) return [];
  const declaration = growMap(growingKey(plan.content.node, 'organizations'), superior.id, organizationSource(superior));
  return offerFix('declare', { from: from.id, to: superior.id }, growAll(declaration, growList(links, linkSource(from, superior.id))));
}

/** A government of the parent's own, or that it imports, at the level of that plan: the one that approved it, else the first. */
function reportedTo(plan: Plan, resolved: ResolvedParent): Organization | undefined {
  const { head, plan: document, imports } = resolved;
  const level = levelOf(resolved);
  const declared = [document, ...imports].flatMap(({ content }) => content?.organizations ?? []);
  const outside = new Set(declared.flatMap(({ id, external }) => (external?.value === true ? [id] : [])));
  const fitting = declared.filter(
    ({ id, name, sector, parent, level: own }) =>
      // What has a superior in the plan is one of its departments, unless it says that it stands at that level itself.
      name && sector?.value === 'government' && (own ? own.value === level : !parent) && !outside.has(id) && !plan.actors.has(id),
  );
  return fitting.find(({ id }) => id === head.approval?.by?.id) ?? fitting[0];
}

function levelOf({ head }: ResolvedParent): JurisdictionLevel | undefined {
  return head.jurisdiction?.level?.value;
}

function isOfLevel(actor: Actor, level: JurisdictionLevel | undefined): boolean {
  return actor.kind === 'organization' && level !== undefined && actor.declaration.level?.value === level;
}

function linkSource(from: Actor, to: string): string {
  return `{from: ${from.id}, to: ${to}, type: report}`;
}

function organizationSource({ name, sector, level }: Organization): string {
  const fields = [`name: ${name ? textSource(name) : '…'}`, `sector: ${sector?.value ?? 'government'}`];
  if (level) fields.push(`level: ${level.value}`);
  return `{${[...fields, 'external: true'].join(', ')}}`;
}

function textSource({ byLanguage }: TextValue): string {
  const plain = byLanguage.get('');
  if (plain !== undefined) return quoteScalar(plain, { flow: true });
  return `{${[...byLanguage].map(([tag, text]) => `${tag}: ${quoteScalar(text, { flow: true })}`).join(', ')}}`;
}
