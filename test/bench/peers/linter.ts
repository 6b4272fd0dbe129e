// Whoever reads plans and says something of them, as a program: govplan, its peers, and the floors below which nobody gets.
import type { Bilingual } from '../../../server/src/plan/field.ts';
import type { Command } from '../process.ts';
import { run } from '../process.ts';

/** What a linter is pointed at: one file, or a folder with all plans below it. */
export interface Input {
  readonly path: string;
  readonly isFolder: boolean;
  /** Where the same data stand as JSON, file by file. */
  readonly json: string;
}

export interface Linter {
  readonly name: string;
  /** What it checks here, or does instead. */
  readonly what: Bilingual;
  readonly version: string;
  /** A floor does not check anything. */
  readonly isFloor: boolean;
  command(input: Input): Command;
  /** What of {@link faults} it finds; none for a floor. */
  readonly finds?: keyof Faults;
}

/** Why one of the linters is not measured on this machine. */
export interface Missing {
  readonly name: string;
  readonly reason: string;
}

export interface Faults {
  /** A plan without a required key. */
  readonly missingKey: string;
  /** A plan in which a key of one map stands twice. */
  readonly duplicateKey: string;
}

/** That a linter accepts a sound plan and refuses a faulty one: a peer that was set up wrongly would be quick, and no peer. */
export async function prove(linter: Linter, sound: Input, faults: Readonly<Record<keyof Faults, Input>>): Promise<void> {
  const accepted = await outcome(linter, sound);
  if (accepted.exitCode !== 0) throw new Error(`${linter.name} does not accept a sound plan:\n${accepted.output.slice(0, 2000)}`);
  if (linter.finds === undefined) return;
  const refused = await outcome(linter, faults[linter.finds]);
  if (refused.exitCode !== 1) throw new Error(`${linter.name} does not find what it should:\n${refused.output.slice(0, 2000)}`);
}

function outcome(linter: Linter, input: Input): ReturnType<typeof run> {
  const { program, args, cwd } = linter.command(input);
  return run(program, args, cwd);
}
