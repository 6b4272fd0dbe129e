// An id for something that a fix adds.
import type { IdSpace } from '../../plan/field.ts';
import type { Names } from '../../workspace/names.ts';

/** The id that is wished for, or with the first number behind it that makes it free. */
export function freeId(names: Names, space: IdSpace, wish: string): string {
  let id = wish;
  for (let number = 2; names.find(space, id) !== undefined; number++) id = `${wish}-${number}`;
  return id;
}
