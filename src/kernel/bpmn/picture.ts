/**
 * A process as a picture: an SVG with a title and a description in words. Colours come from classes alone; where a dossier is
 * is told by a mark and a thicker line as well, and without a stylesheet it is drawn in the colour of the text.
 */
import type { Instance } from '#kernel/process/engine/instance.ts';
import {
  type ProcessDefinition,
  type ProcessNode,
  unitRoleOf,
  type UnitRole,
} from '#kernel/process/schema.ts';
import type { Bounds } from './diagram.ts';
import { type PlannedFlow, type PlannedNode, planPicture } from './picture-plan.ts';
import {
  describeProcess,
  describeProgress,
  labelOf,
  passedFlows,
  type Progress,
  progressOf,
} from './progress.ts';
import { escapeXml } from './wrap.ts';

export type PictureOptions = {
  /** Where the dossier is; null for the process by itself. */
  readonly instance: Instance | null;
  /** Begins the ids inside, so that a page may hold several pictures. */
  readonly id: string;
  /** How a unit role is called, for the description of each step. */
  readonly unitRoleWords: (unitRole: UnitRole) => string;
};

export function pictureOf(definition: ProcessDefinition, options: PictureOptions): string {
  const { instance, id } = options;
  const { width, height, nodes, flows } = planPicture(definition);
  const progress = progressOf(definition, instance);
  const gone = passedFlows(instance);
  const words = instance === null ? describeProcess(definition) : describeProgress(definition, instance);
  const name = definition.name.trim() === '' ? 'Quy trình' : definition.name.trim();
  return [
    `<svg class="mc-process" role="img" aria-labelledby="${escapeXml(id)}-title ${escapeXml(id)}-desc" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" xmlns="http://www.w3.org/2000/svg">`,
    `<title id="${escapeXml(id)}-title">${escapeXml(`Sơ đồ quy trình: ${name}`)}</title>`,
    `<desc id="${escapeXml(id)}-desc">${escapeXml(words.join(' '))}</desc>`,
    `<defs><marker id="${escapeXml(id)}-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" markerWidth="9" markerHeight="9" orient="auto"><path class="mc-process__arrow" fill="currentColor" d="M0 0L8 4L0 8z"/></marker></defs>`,
    ...flows.map((planned) => drawFlow(planned, gone.has(planned.flow.id), id)),
    ...nodes.map((planned) =>
      drawNode(
        planned,
        progress.get(planned.node.id) ?? 'ahead',
        tooltipOf(definition, planned.node, options),
      ),
    ),
    '</svg>',
  ].join('\n');
}

function tooltipOf(
  definition: ProcessDefinition,
  node: ProcessNode,
  { unitRoleWords }: PictureOptions,
): string {
  const unitRole =
    node.kind === 'user-task' || node.kind === 'message-catch' ? unitRoleOf(definition, node) : null;
  const words = labelOf(definition, node);
  return unitRole === null ? words : `${words} (${unitRoleWords(unitRole)})`;
}

function drawFlow({ flow, points }: PlannedFlow, isPassed: boolean, id: string): string {
  const line = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  const title = flow.name === '' ? '' : `<title>${escapeXml(flow.name)}</title>`;
  const state = isPassed ? ' mc-process__flow--passed' : '';
  return `<path class="mc-process__flow${state}" fill="none" stroke="currentColor" stroke-width="${isPassed ? 2 : 1}" d="${line}" marker-end="url(#${escapeXml(id)}-arrow)">${title}</path>`;
}

const STATE_WORDS: Record<Progress, string> = { current: 'đang ở đây', passed: 'đã xong', ahead: 'chưa tới' };

function drawNode({ node, box, lines }: PlannedNode, state: Progress, words: string): string {
  return [
    `<g class="mc-process__node mc-process__node--${node.kind} mc-process__node--${state}">`,
    `<title>${escapeXml(`${words}: ${STATE_WORDS[state]}`)}</title>`,
    outline(node, box, state === 'current' ? 3 : 1),
    ...lines.map((line, index) => label(box, line, index)),
    mark(box, state),
    '</g>',
  ].join('');
}

function outline(node: ProcessNode, box: Bounds, thickness: number): string {
  const pen = `class="mc-process__shape" fill="none" stroke="currentColor" stroke-width="${thickness}"`;
  if (node.kind === 'boundary-timer') {
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    return `<circle ${pen} cx="${x}" cy="${y}" r="9"/><path ${pen} d="M${x} ${y - 5}V${y}H${x + 4}"/>`;
  }
  const { x, y, width, height } = box;
  if (!node.kind.endsWith('-gateway')) {
    const isRound = node.kind === 'start-event' || node.kind === 'end-event';
    return `<rect ${pen} x="${x}" y="${y}" width="${width}" height="${height}" rx="${isRound ? height / 2 : 6}"/>`;
  }
  // A gateway with its name inside: a box with pointed sides.
  const [middle, right] = [y + height / 2, x + width];
  return `<path ${pen} d="M${x} ${middle}L${x + 10} ${y}H${right - 10}L${right} ${middle}L${right - 10} ${y + height}H${x + 10}z"/>`;
}

function label(box: Bounds, line: string, index: number): string {
  const [x, y] = [box.x + box.width / 2, box.y + 19 + index * 16];
  return `<text class="mc-process__name" fill="currentColor" font-size="13" text-anchor="middle" x="${x}" y="${y}">${escapeXml(line)}</text>`;
}

/** Not by colour alone: a tick where the dossier was, a full dot where it is. */
function mark({ x, y, width }: Bounds, state: Progress): string {
  if (state === 'ahead') return '';
  const [right, top] = [x + width - 4, y + 2];
  return state === 'passed'
    ? `<path class="mc-process__mark" fill="none" stroke="currentColor" stroke-width="2" d="M${right - 8} ${top - 4}l3 4l6 -8"/>`
    : `<circle class="mc-process__mark" fill="currentColor" cx="${right}" cy="${top}" r="5"/>`;
}
