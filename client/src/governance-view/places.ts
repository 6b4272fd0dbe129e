// The places that an element of the view leads to, as they stand in its attribute. The view is the least trusted part of the extension: what
// comes from it is read strictly, and leads only to files that the server named.
import type { Place } from '../protocol.ts';

/** Empty where anything in the text is not as it should be. */
export function readPlaces(text: unknown, files: readonly string[]): readonly Place[] {
  if (typeof text !== 'string' || !/^\d{1,7}(?::\d{1,7}){4}(?: \d{1,7}(?::\d{1,7}){4})*$/.test(text)) return [];
  const places = text.split(' ').map((one) => toPlace(one, files));
  return places.every((place) => place !== undefined) ? places : [];
}

function toPlace(text: string, files: readonly string[]): Place | undefined {
  const [file = 0, startLine = 0, startCharacter = 0, line = 0, character = 0] = text.split(':').map(Number);
  const uri = files[file];
  return uri === undefined
    ? undefined
    : { uri, range: { start: { line: startLine, character: startCharacter }, end: { line, character } } };
}
