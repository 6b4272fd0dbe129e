// Whether two YAML texts say the same: the same values in the same order, written in the same styles, with the same comments.
import type { YamlNode, YamlStream } from '../yaml/tree.ts';

export function saysTheSame(a: YamlStream, b: YamlStream): boolean {
  if (a.documents.length !== b.documents.length || a.problems.length !== b.problems.length) return false;
  return a.documents.every((document, index) => {
    const other = b.documents[index];
    if (other === undefined || document.comments.length !== other.comments.length) return false;
    return (
      document.comments.every(({ text }, at) => text === other.comments[at]?.text) &&
      (document.root === undefined ? other.root === undefined : other.root !== undefined && isSame(document.root, other.root))
    );
  });
}

function isSame(a: YamlNode, b: YamlNode): boolean {
  if (a.anchor !== b.anchor || a.tag !== b.tag) return false;
  switch (a.kind) {
    case 'map':
      return (
        b.kind === 'map' &&
        a.flow === b.flow &&
        a.pairs.length === b.pairs.length &&
        a.pairs.every(({ key, value }, index) => {
          const other = b.pairs[index];
          return other !== undefined && isSame(key, other.key) && isSame(value, other.value);
        })
      );
    case 'list':
      return (
        b.kind === 'list' &&
        a.flow === b.flow &&
        a.items.length === b.items.length &&
        a.items.every((item, index) => b.items[index] !== undefined && isSame(item, b.items[index] as YamlNode))
      );
    case 'scalar':
      return b.kind === 'scalar' && a.style === b.style && a.text === b.text && Object.is(a.value, b.value);
    case 'alias':
      return b.kind === 'alias' && a.name === b.name;
  }
}
