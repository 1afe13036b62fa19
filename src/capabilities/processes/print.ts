/** A process as a picture and in words, with or without a dossier on it; for every page that shows one. */
import { pictureOf } from '#kernel/bpmn/picture.ts';
import { describeProcess, describeProgress } from '#kernel/bpmn/progress.ts';
import type { Instance } from '#kernel/process/engine/instance.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import { unitRoleWords } from './words.ts';

/**
 * The map of a process as SVG, ready to stand in a page: text of the definition is escaped in it. `instance` marks where a
 * dossier is and was; null draws the process by itself. `id` begins the ids inside, for several pictures on a page.
 */
export function processPicture(
  definition: ProcessDefinition,
  { instance, id = 'process' }: { readonly instance: Instance | null; readonly id?: string },
): string {
  return pictureOf(definition, { instance, id, unitRoleWords });
}

/** The same in sentences: with a dossier what is done, where it is and what can follow; without, step by step. */
export function processWords(definition: ProcessDefinition, instance: Instance | null): readonly string[] {
  return instance === null ? describeProcess(definition) : describeProgress(definition, instance);
}
