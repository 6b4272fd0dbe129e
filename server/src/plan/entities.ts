// The maps of fixed keys that the format knows, by the place where each stands first, with the names that readers know them by.
import type { Bilingual, MapShape, Shape } from './field.ts';
import { documentShape } from './shape.ts';

export interface NamedMap {
  /** Unique and stable: the name of its definition in the JSON Schema. */
  readonly name: string;
  /** `organizations.<id>.rights.<id>`, `links[]`; empty for the document. Other places that hold the same kind of map are not said. */
  readonly place: string;
  readonly title: Bilingual;
  readonly shape: MapShape;
}

const titles: Readonly<Record<string, readonly [name: string, en: string, zh: string]>> = {
  '': ['document', 'Document', '文件'],
  plan: ['plan', 'Plan', '预案'],
  'plan.jurisdiction': ['jurisdiction', 'Jurisdiction', '辖区'],
  'plan.review': ['review', 'Review', '评估'],
  'plan.approval': ['approval', 'Approval', '批准'],
  'plan.filing': ['filing', 'Filing', '备案'],
  'plan.publication': ['publication', 'Publication', '公布'],
  'plan.consultation[]': ['consultation', 'Consultation', '征求意见'],
  context: ['context', 'Context', '所处环境'],
  'context.indicators[]': ['indicator', 'Indicator', '指标'],
  'legal-bases.<id>': ['legal-basis', 'Legal basis', '法律依据'],
  'organizations.<id>': ['organization', 'Organization', '组织'],
  'organizations.<id>.rights.<id>': ['right', 'Right', '权利'],
  'organizations.<id>.responsibilities.<id>': ['responsibility', 'Responsibility', '职责'],
  'organizations.<id>.capabilities.<id>': ['capability', 'Capability', '能力'],
  'bodies.<id>': ['body', 'Body', '机构'],
  'functions.<id>': ['function', 'Function', '职能'],
  'links[]': ['link', 'Link', '联系'],
  'agreements.<id>': ['agreement', 'Agreement', '协议'],
  'levels.<id>': ['level', 'Level', '级别'],
  procedures: ['procedures', 'Procedures', '程序'],
  'procedures.<name>': ['procedure', 'Procedure', '单项程序'],
  'channels.<id>': ['channel', 'Channel', '渠道'],
  'participation[]': ['participation', 'Participation', '参与'],
  'cultivation[]': ['cultivation', 'Cultivation', '培育'],
  'exercises.<id>': ['exercise', 'Exercise', '演练'],
};

/** Every map of the format once, in the order of the declaration. */
export function namedMaps(): readonly NamedMap[] {
  const found = new Map<MapShape, NamedMap>();
  const visit = (shape: Shape, place: string): void => {
    switch (shape.type) {
      case 'list':
        visit(shape.item, `${place}[]`);
        return;
      case 'id-map':
        visit(shape.item, `${place}.<id>`);
        return;
      case 'map': {
        if (found.has(shape)) return;
        const title = titles[place];
        if (title === undefined) throw new Error(`The map at ${place} of the format has no name yet.`);
        const [name, en, zh] = title;
        found.set(shape, { name, place, title: { en, zh }, shape });
        for (const [key, field] of Object.entries(shape.fields)) visit(field.shape, placeOf(shape, place, key));
        return;
      }
      case 'version':
      case 'id':
      case 'string':
      case 'text':
      case 'boolean':
      case 'number':
      case 'date':
      case 'duration':
      case 'enum':
      case 'reference':
      case 'legal-reference':
      case 'parent-plan':
        return;
    }
  };
  visit(documentShape, '');
  return [...found.values()];
}

/** Where several keys of one map hold the same kind of map, as the procedures do, no single key stands for them. */
function placeOf(shape: MapShape, place: string, key: string): string {
  const inner = shape.fields[key]?.shape;
  const alike = Object.values(shape.fields).filter((field) => field.shape === inner);
  const name = inner?.type === 'map' && alike.length > 1 ? '<name>' : key;
  return place === '' ? name : `${place}.${name}`;
}
