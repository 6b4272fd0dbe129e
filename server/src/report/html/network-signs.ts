// The signs of the network picture: a shape for each side, letters for each sector, a dash pattern for each type of tie. No sign is told by its
// colour alone.
import { type Bilingual, say } from '../../plan/field.ts';
import type { LinkType, Sector } from '../../plan/vocabulary.ts';
import type { FigureSide } from '../network-figure.ts';
import { type Markup, markup, px } from './markup.ts';

export const sectorLetters: Readonly<Record<Sector, Bilingual>> = {
  party: say('Pa', '党'),
  government: say('Go', '政'),
  military: say('Mi', '军'),
  'public-institution': say('Pu', '事'),
  'social-organization': say('So', '社'),
  'volunteer-group': say('Vo', '志'),
  community: say('Co', '居'),
  'private-enterprise': say('En', '企'),
  media: say('Me', '媒'),
  academia: say('Ac', '学'),
  'mass-organization': say('Ma', '群'),
  'state-enterprise': say('SE', '国'),
  expert: say('Ex', '专'),
  international: say('In', '际'),
};

/** Within a family, which has its colour and width, the dashes tell the type. */
export const strokeDashes: Readonly<Record<LinkType | 'seat', string | undefined>> = {
  command: undefined,
  task: '12 4',
  supervise: '12 4 2 4',
  coordinate: undefined,
  'share-information': '7 4',
  supply: '10 3 2 3',
  'mutual-aid': '10 3 2 3 2 3',
  report: '5 4',
  fund: '2 3',
  train: '2 3 7 3',
  seat: undefined,
};

/** Square: government; circle: society; diamond: half and half; triangle: outside; hexagon: a body. */
export function figureShape(shape: FigureSide | 'body', x: number, y: number, radius: number, className: string): Markup {
  const path = (points: readonly (readonly [number, number])[]): Markup =>
    markup`<path class="${className}" d="M${points.map(([dx, dy]) => `${px(x + dx * radius)} ${px(y + dy * radius)}`).join('L')}z"/>`;
  switch (shape) {
    case 'government':
      return markup`<rect class="${className}" x="${px(x - radius * 0.92)}" y="${px(y - radius * 0.92)}" width="${px(radius * 1.84)}" height="${px(radius * 1.84)}" rx="2"/>`;
    case 'society':
      return markup`<circle class="${className}" cx="${px(x)}" cy="${px(y)}" r="${px(radius)}"/>`;
    case 'half':
      return path([
        [0, -1.15],
        [1.15, 0],
        [0, 1.15],
        [-1.15, 0],
      ]);
    case 'outside':
      return path([
        [0, -1.2],
        [1.25, 0.8],
        [-1.25, 0.8],
      ]);
    case 'body':
      return path([
        [-1, 0],
        [-0.5, -0.87],
        [0.5, -0.87],
        [1, 0],
        [0.5, 0.87],
        [-0.5, 0.87],
      ]);
  }
}
