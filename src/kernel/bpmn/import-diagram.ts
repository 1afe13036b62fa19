/** Diagram interchange of a file, for the elements that were kept. */
import type { ModdleElement } from 'bpmn-moddle';
import type { Bounds, Diagram, Edge, Point, Shape } from './diagram.ts';
import { elementOf, elementsOf, idOf, numberOf } from './element.ts';

export type DrawnElements = {
  readonly shapes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  /** Id of the participant that stands for the process. */
  readonly pool: string | null;
};

/** The drawing, or null when one of the elements is not drawn: then all of it is laid out anew. */
export function importDiagram(definitions: ModdleElement, wanted: DrawnElements): Diagram | null {
  const drawn = elementsOf(definitions, 'diagrams')
    .flatMap((diagram) => elementsOf(elementOf(diagram, 'plane'), 'planeElement'))
    .map((figure) => ({ figure, element: idOf(elementOf(figure, 'bpmnElement')) }));
  const shapes = drawn.flatMap(({ figure, element }) =>
    wanted.shapes.has(element) ? shapeOf(figure, element) : [],
  );
  const edges = drawn.flatMap(({ figure, element }) =>
    wanted.edges.has(element) ? edgeOf(figure, element) : [],
  );
  const pool = drawn.find(({ element }) => element === wanted.pool);
  const isWhole =
    new Set(shapes.map(({ element }) => element)).size === wanted.shapes.size &&
    new Set(edges.map(({ element }) => element)).size === wanted.edges.size &&
    shapes.length === wanted.shapes.size &&
    edges.length === wanted.edges.size;
  return isWhole
    ? { pool: pool === undefined ? null : boundsOf(elementOf(pool.figure, 'bounds')), shapes, edges }
    : null;
}

function shapeOf(figure: ModdleElement, element: string): readonly Shape[] {
  const bounds = boundsOf(elementOf(figure, 'bounds'));
  return bounds === null ? [] : [{ element, bounds, label: labelOf(figure) }];
}

function edgeOf(figure: ModdleElement, element: string): readonly Edge[] {
  const points = elementsOf(figure, 'waypoint').map(pointOf);
  return points.length < 2 ? [] : [{ element, points, label: labelOf(figure) }];
}

function labelOf(figure: ModdleElement): Bounds | null {
  return boundsOf(elementOf(elementOf(figure, 'label'), 'bounds'));
}

function pointOf(waypoint: ModdleElement): Point {
  return { x: numberOf(waypoint, 'x') ?? 0, y: numberOf(waypoint, 'y') ?? 0 };
}

function boundsOf(element: ModdleElement | null): Bounds | null {
  if (element === null) return null;
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => numberOf(element, name));
  if (x == null || y == null || width == null || height == null) return null;
  return { x, y, width, height };
}
