// What the specification of the format does not say, and what govplan does there. Part of the generated reference of the format.

export interface OpenPoints {
  readonly topic: string;
  /** Markdown, a sentence or two each. */
  readonly points: readonly string[];
}

export const openPoints: readonly OpenPoints[] = [
  {
    topic: 'Documents',
    points: [
      'An empty file, or one with nothing but comments, lacks `govplan`: `format-version` at its beginning. Empty documents between `---` marks are passed over, but for the first where all are empty.',
      'A document whose YAML is faulty gets only the findings about its YAML. What can be read of it is still shown in the editor.',
      'A document that is no map is `wrong-type`.',
      '`govplan: 1.0` is the number 1 and accepted; `govplan: "1.0"` is not.',
      'A key that a library may not have is `unknown-key`, and what stands under it is read all the same. A misspelt `plan` still makes a document a plan, so that one slip gives one finding. `plan: []` is no `plan`.',
    ],
  },
  {
    topic: 'Keys',
    points: [
      'A missing key is reported at the id of the entity, or at the key of the map, that it is missing under; in an item of a list at the item’s first key; at the top of a document at its first key.',
      'Where a key is empty (`name:`), the value has the wrong type, and the finding is at the key; an empty item of a list is shown at its dash. An explicit `null` or `~` is shown itself.',
      'An unknown key is compared with the keys that may stand there and do not yet; a key that is already present is never suggested.',
      'Where exactly one of these is near, and the value is of the kind that key asks for, what stands under the unknown key is read as what it was meant for: one slip is one finding. A required key that an unknown one may stand for is not called missing as well.',
      'Where `imported` itself cannot be read, it cannot be known whether `name` and `sector` are required, and they are not called missing.',
      'A key that is not a language tag in a text by languages is `unknown-key`. A language tag has a language of two or three letters, and after it any subtags: `zh`, `zh-Hans`, `en-GB`. Tags for private use (`x-…`) are not accepted there.',
      'Within braces a comma ends a text: `{name: Fire, rescue}` has a key `rescue` without a colon, which is `unknown-key`. The message says to put the text in quotes, or several values (`{phases: response, recovery}`) in brackets.',
      'A list or a map as a key is `unknown-key`, or `bad-id` where the keys are ids.',
    ],
  },
  {
    topic: 'Values',
    points: [
      'Ids may be written as plain numbers or booleans: `010` is the id "010", `true` the id "true". Values of closed lists, tokens, paths, web addresses, strings and texts must be strings: `version: 3.0` is `wrong-type`, `version: "3.0"` is right.',
      'Tokens, paths and web addresses must not be blank. A text may be.',
      'A number where a date is expected is `wrong-type`; a number where a duration is expected lacks its unit, and is `bad-duration`. A duration may have decimals (`1.5h`) and no sign.',
      'A whole number may be written with decimals that are zero: `order: 1.0` is 1.',
      'A legal reference whose id is no id, whose locator is empty, or whose locator has white space or a second `#` in it, is `bad-id`.',
      'A parent plan that has a `/`, a `\\` or a `:` in it, or ends in `.yaml` or `.yml`, is a path; anything else must be an id.',
      'A list of lists is not flattened.',
      'Several ids with commas and no brackets (`members: fire, police`) are one `bad-id`, several words of a closed list one `unknown-value`.',
      'A Chinese word is near the key or value that means it, where it means no other (`名称` is `name`, `专项` is `special`), and a Chinese citation is near the article it names (`防洪法第四十三条` is `防洪法#43`). A date or duration that can be told all the same (`2025年6月3日`, `30分钟`) is `bad-date` or `bad-duration`, and the message says what it is here.',
      'Full-width and no-break spaces are no indentation. The fault is at them, once, and not at the deeper lines below.',
    ],
  },
  {
    topic: 'Entities',
    points: [
      '`imported: false` says the same as no `imported`. Beside `imported: true`, any key but the four allowed ones (and `x-` keys) is `unknown-key`.',
      'Fewer than two parties of an agreement are `wrong-type`. That the two differ is not asked.',
      'An indicator that the registry does not know and that has no `axis`, `min` or `max` lacks a required key: `missing-key` for each. An indicator that the registry knows may have them; they are ignored.',
      '`external: yes` is a text, and `wrong-type`. The organization is taken to be external all the same: nothing is asked of it as one of the plan’s own.',
      'An entity that cannot be read still declares its id, so that references to it are not reported as well.',
      'The id of an entity is declared even where it is malformed.',
    ],
  },
  {
    topic: 'Aliases and merge keys',
    points: [
      'What an alias or `<<` brings in is read as if it were written there. An entity that comes in twice declares the ids of its rights, responsibilities and capabilities twice; the second time is reported at the alias or `<<` that brought it in.',
      'A fault in what is shared is reported once, in its own place; a key that is missing is reported at the entity that lacks it. A value that is right in its own place and wrong where an alias repeats it is reported at the alias.',
      'Keys of the map itself go before merged ones; of several merged maps the first that has a key counts.',
      'Within the bound of alias expansion a text counts as one node, and as one more for every 1,000 characters that it has.',
    ],
  },
  {
    topic: 'The JSON Schema',
    points: [
      'It judges one document and agrees there with the linter. It cannot know what ids lead to, which are declared twice, and whether a key is written twice.',
      'Its pattern of ids avoids character classes that not every validator knows. It therefore lets some signs through that are neither letter nor digit, such as pictographs and combining marks; the linter does not.',
      'It sees numbers, not how they are written: `+5` and `.5` as ids pass the schema, but are `bad-id`.',
    ],
  },
];
