// The command bodies of a plan (rules.md): headquarters and on-scene commands.
import type { BodyActor, Plan } from '../../workspace/plan.ts';

export function commandBodies(plan: Plan): readonly BodyActor[] {
  return plan.bodies.filter(isCommandBody);
}

function isCommandBody({ declaration }: BodyActor): boolean {
  return declaration.kind?.value === 'command-headquarters' || declaration.kind?.value === 'on-scene-command';
}
