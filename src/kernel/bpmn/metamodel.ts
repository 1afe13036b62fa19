/** The metamodel of BPMN 2.0 with our own attributes. */
import { BpmnModdle } from 'bpmn-moddle';
import { EXTENSION } from './extension.ts';

export function metamodel(): BpmnModdle {
  return new BpmnModdle({ mc: EXTENSION });
}
