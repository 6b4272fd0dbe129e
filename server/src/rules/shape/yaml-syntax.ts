// Faults of the YAML text itself, each with what to write instead. Nearly all of this file is texts: one for every fault the parser names.
import type { Bilingual } from '../../plan/field.ts';
import type { ProblemCodes } from '../../plan/problem.ts';
import { firstFrom } from '../../text/halving.ts';
import type { YamlComment } from '../../yaml/tree.ts';
import { placeSpan } from '../../yaml/view.ts';
import { type DocumentContext, type Draft, defineDocumentRule } from '../rule.ts';
import { fromProblems } from '../shared/from-problems.ts';

const messages: Readonly<Record<ProblemCodes['yaml-syntax'] | 'closed-in-comment', Bilingual>> = {
  syntax: { en: 'This is not valid YAML.', zh: '此处不是合法的 YAML。' },
  'not-utf8': {
    en: 'The file is not UTF-8 from here on. Save it as UTF-8.',
    zh: '自此处起文件不是 UTF-8 编码，请另存为 UTF-8。',
  },
  'not-printable': {
    en: 'The character {character} may not stand in YAML. Delete it, or write it as an escape in double quotes.',
    zh: 'YAML 中不得出现字符 {character}。请删除，或在双引号内用转义表示。',
  },
  'tab-indentation': { en: 'YAML is not indented with tabs. Use spaces.', zh: 'YAML 不得用制表符缩进，请改用空格。' },
  'unclosed-quote': { en: 'The quote {quote} is never closed. Close it.', zh: '引号 {quote} 没有闭合，请补上。' },
  'unclosed-bracket': {
    en: "The '{opening}' is never closed. Add the '{closing}' that belongs to it.",
    zh: '“{opening}”没有闭合，请补上对应的“{closing}”。',
  },
  'closed-in-comment': {
    en: "The '{opening}' is not closed before a comment: a '#' behind a blank begins one. Delete the blank, as in 'some-law#72', or add '{closing}' before it.",
    zh: '“{opening}”在注释之前没有闭合：空格之后的“#”即为注释。请去掉该空格（如 some-law#72），或在其前补上“{closing}”。',
  },
  'wrong-bracket': { en: "Here '{expected}' is needed, not '{found}'.", zh: '此处应为“{expected}”，而不是“{found}”。' },
  'unexpected-bracket': {
    en: "This '{found}' closes nothing. Delete it, or quote the text.",
    zh: '此“{found}”没有对应的左括号。请删除，或给文本加引号。',
  },
  'missing-comma': { en: 'A comma is missing before this.', zh: '此处之前缺少逗号。' },
  'full-width-comma': {
    en: "The comma before '{key}' is a full-width one. Use ',' and a space.",
    zh: '“{key}”前是全角逗号，请改用半角逗号加空格。',
  },
  'unexpected-comma': { en: 'This comma separates nothing. Delete it.', zh: '此逗号多余，请删除。' },
  'missing-colon': { en: "'{key}' has no colon. Write '{key}:' and its value.", zh: '“{key}”后缺少冒号，请写成“{key}:”并填写其值。' },
  'missing-space-after-colon': { en: "A space is missing behind the colon of '{key}'.", zh: '“{key}”的冒号后缺少空格。' },
  'full-width-colon': {
    en: "The colon behind '{key}' is a full-width one. Use ':' and a space.",
    zh: '“{key}”后是全角冒号，请改用半角冒号加空格。',
  },
  'full-width-space-after-colon': {
    en: "The space behind the colon of '{key}' is a full-width or no-break one. Use a plain space.",
    zh: '“{key}”的冒号后是全角空格或不间断空格，请改用半角空格。',
  },
  'missing-space-after-dash': { en: "A space is missing between the dash and '{key}'.", zh: '短横线与“{key}”之间缺少空格。' },
  'missing-space-before-comment': { en: "A comment needs a space before its '#'.", zh: '注释的“#”之前须有空格。' },
  'missing-space-after-property': { en: 'A space is missing behind the anchor or tag.', zh: '锚点或标签之后缺少空格。' },
  'missing-line-break': { en: 'This must begin on a line of its own.', zh: '此处应另起一行。' },
  'missing-dash': { en: "This entry of the list lacks its '- '.", zh: '此列表项缺少“- ”。' },
  'missing-document-start': { en: "Directives must be followed by a line '---'.", zh: '指令之后须有“---”行。' },
  'bad-indentation': {
    en: 'The indentation fits nothing above it. Align this line with its neighbours.',
    zh: '缩进与上文不符，请与同级内容对齐。',
  },
  'full-width-indentation': {
    en: 'This line is indented with full-width or no-break spaces, which indent nothing in YAML. Use plain spaces.',
    zh: '此行用全角空格或不间断空格缩进，YAML 不予识别，请改用半角空格。',
  },
  'bad-block-scalar-indentation': {
    en: 'The lines of this block of text are indented too little, or unevenly at its beginning.',
    zh: '此文本块的缩进不足，或开头各行缩进不一致。',
  },
  'bad-block-scalar-header': {
    en: "'{header}' may not stand behind '|' or '>'. Only a digit, '+' or '-' may.",
    zh: '“|”或“>”之后不得写“{header}”，只能是数字、“+”或“-”。',
  },
  'bad-scalar-start': { en: "Text may not begin with '{character}'. Put it in quotes.", zh: '文本不得以“{character}”开头，请加引号。' },
  'bad-escape': {
    en: "YAML has no escape '{escape}'. Write the backslash twice, or use single quotes.",
    zh: 'YAML 没有转义“{escape}”。请将反斜杠写两次，或改用单引号。',
  },
  'bad-alias': { en: "An alias needs a name behind its '*'.", zh: '别名的“*”之后须有名称。' },
  'bad-anchor': { en: "An anchor needs a name behind its '&'.", zh: '锚点的“&”之后须有名称。' },
  'unresolved-alias': {
    en: "No anchor '&{name}' stands before this alias. Define it first.",
    zh: '此别名之前没有锚点“&{name}”，请先定义。',
  },
  'properties-on-alias': { en: 'An alias can have neither an anchor nor a tag.', zh: '别名不得带锚点或标签。' },
  'several-anchors': { en: 'A node can have one anchor only.', zh: '一个节点只能有一个锚点。' },
  'several-tags': { en: 'A node can have one tag only.', zh: '一个节点只能有一个标签。' },
  'bad-property-order': { en: 'An anchor or tag must stand directly before its value.', zh: '锚点或标签须紧接在其值之前。' },
  'bad-tag': { en: "'{tag}' is not a valid tag. Remove it.", zh: '“{tag}”不是合法的标签，请删除。' },
  'unknown-tag': { en: "The tag '{tag}' means nothing in a plan. Remove it.", zh: '预案中没有标签“{tag}”，请删除。' },
  'tag-mismatch': {
    en: "The value '{value}' is not what its tag '{tag}' says. Correct one of the two.",
    zh: '值“{value}”与标签“{tag}”不符，请更正其一。',
  },
  'bad-directive': { en: "'{directive}' is not a directive of YAML. Remove it.", zh: '“{directive}”不是 YAML 指令，请删除。' },
  'unsupported-version': { en: 'YAML {version} is not supported. Plans are YAML 1.2.', zh: '不支持 YAML {version}，预案采用 YAML 1.2。' },
  'multiline-key': { en: 'A key must stand on one line.', zh: '键须写在一行之内。' },
  'long-key': { en: 'A key may have at most 1024 characters.', zh: '键不得超过 1024 个字符。' },
  'nested-map-on-one-line': {
    en: 'A second key on one line. Put it on a line of its own, or quote the text that has a colon in it.',
    zh: '一行内出现第二个键。请另起一行，或给含冒号的文本加引号。',
  },
  'list-on-key-line': {
    en: 'A list with dashes may not begin on the line of its key. Begin a new line, or use [ ].',
    zh: '带短横线的列表不得与键写在同一行，请另起一行或使用 [ ]。',
  },
  'block-in-flow': {
    en: 'Inside brackets, lists and maps are written with brackets too.',
    zh: '括号之内的列表和映射也须用括号书写。',
  },
  'text-behind-quote': {
    en: "Text goes on behind the closing quote. Put all of it in quotes; within single quotes an apostrophe is written twice ('').",
    zh: "右引号之后还有文本。请将全文放在引号内；单引号内的撇号须写两次（''）。",
  },
  'unexpected-content': {
    en: 'This belongs to nothing. Check the indentation and the lines above.',
    zh: '此内容无所归属，请检查缩进和上文。',
  },
  'bad-merge': { en: "'<<' takes a map or a list of maps.", zh: '“<<”的值须为映射或映射的列表。' },
};

export default defineDocumentRule({
  id: 'yaml-syntax',
  group: 'shape',
  severity: 'error',
  fix: 'none',
  summary: { en: 'The text is not valid YAML.', zh: '文本不是合法的 YAML。' },
  why: {
    en: 'What cannot be read cannot be checked: until this is mended, nothing else is said about the document.',
    zh: '无法读取便无法检查：修复之前，不再对本文件作其他检查。',
  },
  source: '',
  messages,
  labels: { comment: { en: 'This is a comment.', zh: '此处是注释。' } },
  *check(context) {
    for (const draft of fromProblems('yaml-syntax', context)) {
      const comment = draft.message === 'unclosed-bracket' ? commentThatCloses(draft, context) : undefined;
      if (comment === undefined) yield draft;
      else {
        const at = { kind: 'span', document: context.document.yaml, span: comment } as const;
        yield { ...draft, message: 'closed-in-comment', related: [{ at, label: 'comment' }] };
      }
    }
  },
});

/** The comment on the line of an open bracket that has the closing one in it: `{basis: [law#3, law #4]}` ends behind `law`. */
function commentThatCloses({ at, data }: Draft, { file, document }: DocumentContext): YamlComment | undefined {
  const { comments } = document.yaml;
  const { start } = placeSpan(at);
  const comment = comments[firstFrom(comments, (each) => each.start > start)];
  const isOnItsLine = comment !== undefined && file.lines.position(start).line === file.lines.position(comment.start).line;
  return isOnItsLine && comment.text.includes(String(data?.closing)) ? comment : undefined;
}
