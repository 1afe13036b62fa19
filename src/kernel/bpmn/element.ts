/** Reading elements of a file that somebody else made: every property is looked at before it is believed. */
import type { ModdleElement } from 'bpmn-moddle';

export function textOf(element: ModdleElement | null, property: string): string | null {
  const value = element?.get(property);
  return typeof value === 'string' ? value : null;
}

export function numberOf(element: ModdleElement | null, property: string): number | null {
  const value = element?.get(property);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function elementOf(element: ModdleElement | null, property: string): ModdleElement | null {
  const value = element?.get(property);
  return isElement(value) ? value : null;
}

export function elementsOf(element: ModdleElement | null, property: string): readonly ModdleElement[] {
  const value = element?.get(property);
  return Array.isArray(value) ? value.filter(isElement) : [];
}

export function idOf(element: ModdleElement | null): string {
  return textOf(element, 'id') ?? '';
}

/** Names of other tools are full of line breaks. */
export function nameOf(element: ModdleElement | null): string {
  return (textOf(element, 'name') ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** `userTask` of `bpmn:UserTask`. */
export function typeOf(element: ModdleElement): string {
  const name = element.$type.replace('bpmn:', '');
  return name.charAt(0).toLowerCase() + name.slice(1);
}

export function processesOf(roots: readonly ModdleElement[]): readonly ModdleElement[] {
  return roots.filter((root) => root.$type === 'bpmn:Process');
}

export function collaborationsOf(roots: readonly ModdleElement[]): readonly ModdleElement[] {
  return roots.filter((root) => root.$type === 'bpmn:Collaboration');
}

export function participantsOf(roots: readonly ModdleElement[]): readonly ModdleElement[] {
  return collaborationsOf(roots).flatMap((found) => elementsOf(found, 'participants'));
}

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}
