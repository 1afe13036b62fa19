/** Where elements are drawn (BPMN diagram interchange), in points from the top left. */
export type Bounds = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type Point = { readonly x: number; readonly y: number };

/** `element` is the id of a node or a lane. */
export type Shape = { readonly element: string; readonly bounds: Bounds; readonly label: Bounds | null };

/** `element` is the id of a flow. */
export type Edge = {
  readonly element: string;
  readonly points: readonly Point[];
  readonly label: Bounds | null;
};

export type Diagram = {
  /** Around everything; null when the process is drawn without a pool. */
  readonly pool: Bounds | null;
  readonly shapes: readonly Shape[];
  readonly edges: readonly Edge[];
};
