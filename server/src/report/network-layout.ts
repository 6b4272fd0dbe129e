// Where the actors of a network stand in its picture: a force layout that draws government to the left, society to the right and bodies between
// them, and keeps actors and their labels apart. d3-force brings the forces; it begins from fixed places and its only chance is a fixed sequence,
// so one plan gives one picture. The places begin without sines and cosines, whose last digits differ between engines.
import { type Force, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from 'd3-force';

export interface LayoutNode {
  readonly id: string;
  /** Which part of the width it is drawn to: 0 left … 1 right. */
  readonly column: number;
  /** Of its box, in pixels: the middle of the figure stands `radius` below the middle of the upper edge, the label under the figure. */
  readonly width: number;
  readonly height: number;
  readonly radius: number;
}

export interface Layout {
  readonly height: number;
  /** The middle of each figure, by id. */
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
}

/** `edges` join ids of nodes, each pair once. `width` is that of the picture; the height is what the boxes need. */
export function layOut(nodes: readonly LayoutNode[], edges: readonly (readonly [string, string])[], width: number): Layout {
  if (nodes.length === 0) return { height: 0, places: new Map() };
  const area = nodes.reduce((sum, node) => sum + (node.width + 26) * (node.height + 18), 0);
  const height = Math.max(260, Math.round((area * 2.1) / width));
  const moving = startPlaces(nodes, width, height);
  const simulation = forceSimulation(moving)
    .force(
      'link',
      forceLink<Moving, { source: string; target: string }>(edges.map(([source, target]) => ({ source, target })))
        .id(({ id }) => id)
        .distance(100)
        .strength(0.08),
    )
    .force('charge', forceManyBody<Moving>().strength(-500).distanceMax(420))
    .force('x', forceX<Moving>(({ column }) => (0.08 + 0.84 * column) * width).strength(0.22))
    .force('y', forceY<Moving>(height / 2).strength(0.06))
    .force('apart', keepApart(width, height))
    .stop();
  // A large network is moved fewer times: the time stays in hand, and its places are rougher anyway.
  simulation.tick(nodes.length > 100 ? 180 : 320);
  stretch(moving, width);
  for (let round = 0; round < 200; round++) if (!pushApart(moving, width, height, 1)) break;
  const top = Math.min(...moving.map(({ y, radius }) => y - radius)) - edge;
  const bottom = Math.max(...moving.map((node) => node.y - node.radius + node.height)) + edge;
  return { height: Math.ceil(bottom - top), places: new Map(moving.map(({ id, x, y }) => [id, { x, y: y - top }])) };
}

/** Room above and below the outermost boxes. */
const edge = 8;

interface Moving extends SimulationNodeDatum, LayoutNode {
  x: number;
  y: number;
}

/** Each column filled from above, in the order given. */
function startPlaces(nodes: readonly LayoutNode[], width: number, height: number): readonly Moving[] & Moving[] {
  const filled = new Map<number, number>();
  return nodes.map((node) => {
    const row = filled.get(node.column) ?? 0;
    filled.set(node.column, row + 1);
    const size = nodes.filter(({ column }) => column === node.column).length;
    return {
      ...node,
      x: (0.08 + 0.84 * node.column) * width + ((row % 3) - 1) * 30,
      y: ((row + 0.5) / size) * height,
    };
  });
}

/** The forces leave the sides of a small network empty: the places are drawn out, as far as the eye still follows the ties of so few. */
function stretch(nodes: readonly Moving[], width: number): void {
  const left = Math.min(...nodes.map(({ x, width: own }) => x - own / 2));
  const right = Math.max(...nodes.map(({ x, width: own }) => x + own / 2));
  if (nodes.length < 3 || right - left >= width) return;
  const wanted = Math.min(width, Math.max(right - left, nodes.length * 170));
  for (const node of nodes) {
    const share = (node.x - left - node.width / 2) / Math.max(1, right - left - node.width);
    node.x = (width - wanted) / 2 + node.width / 2 + share * (wanted - node.width);
  }
}

function keepApart(width: number, height: number): Force<Moving, undefined> {
  let all: Moving[] = [];
  const force = (): void => {
    pushApart(all, width, height, 0.5);
  };
  return Object.assign(force, {
    initialize: (nodes: Moving[]): void => {
      all = nodes;
    },
  });
}

/** Moves boxes that overlap out of one another, along the shorter way, and all back into the picture. Whether any overlapped. */
function pushApart(nodes: readonly Moving[], width: number, height: number, share: number): boolean {
  let overlapped = false;
  for (let i = 0; i < nodes.length; i++) {
    const a = nodes[i] as Moving;
    for (let j = i + 1; j < nodes.length; j++) {
      const b = nodes[j] as Moving;
      const dx = b.x - a.x;
      const dy = middleOf(b) - middleOf(a);
      const overX = (a.width + b.width) / 2 - Math.abs(dx);
      const overY = (a.height + b.height) / 2 - Math.abs(dy);
      if (overX <= 0.01 || overY <= 0.01) continue;
      overlapped = true;
      if (overX < overY) {
        const move = ((dx < 0 ? -1 : 1) * overX * share) / 2;
        a.x -= move;
        b.x += move;
      } else {
        const move = ((dy < 0 ? -1 : 1) * overY * share) / 2;
        a.y -= move;
        b.y += move;
      }
    }
  }
  for (const node of nodes) {
    node.x = Math.max(node.width / 2, Math.min(width - node.width / 2, node.x));
    node.y = Math.max(node.radius + 6, Math.min(height - node.height + node.radius, node.y));
  }
  return overlapped;
}

/** The middle of the box; a figure stands at its upper edge. */
function middleOf({ y, radius, height }: Moving): number {
  return y - radius + height / 2;
}
