// What a picture is made for: a page that stands alone, or a view beside the text, whose elements lead to the text behind them.

import type { Range } from '../../text/line-index.ts';
import type { YamlNode } from '../../yaml/tree.ts';
import { type Content, type Markup, markup } from './markup.ts';

export interface Medium {
  /** Whether there is room for half a page only: large pictures are then drawn for it, so that their letters need not shrink. */
  readonly isNarrow: boolean;
  /** Of a picture as a whole: with elements that lead somewhere it is no single image. */
  readonly pictureRole: 'img' | 'group';
  /**
   * The attributes of an element that leads to the text; undefined where there is no text to lead to. `key` tells the element from all others
   * and stays the same as long as the ids of the plan do. A range is one of the plan's own file. `label` says what the element is, where its
   * own text does not.
   */
  toText(key: string, places: readonly (YamlNode | Range | undefined)[], label?: string): Markup | undefined;
}

/** The report: whoever reads it has no text of the plan at hand. */
export const standalonePage: Medium = { isNarrow: false, pictureRole: 'img', toText: () => undefined };

/** A text that leads to the text of the plan, where the medium has one. */
export function textLink(medium: Medium, key: string, place: YamlNode | Range | undefined, content: Content): Content {
  const attributes = medium.toText(key, [place]);
  return attributes === undefined ? content : markup`<a${attributes}>${content}</a>`;
}
