// Texts of a plan where whatever they hold is shown as it is: on a terminal, in a text view.

/**
 * A text that is safe to show: control characters and those that turn the direction of writing become visible, so that no text of a plan
 * can move a cursor or hide what stands in it.
 */
export function printable(text: string): string {
  return text
    .replace(/\p{Cc}/gu, (character) => (character < ' ' ? String.fromCharCode(0x2400 + character.charCodeAt(0)) : '\ufffd'))
    .replace(/[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '\ufffd');
}
