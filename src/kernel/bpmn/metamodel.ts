/** The metamodel of BPMN 2.0 with our own attributes, in a namespace of their own as the standard provides for. */
import { BpmnModdle } from 'bpmn-moddle';

export const NAMESPACE = 'urn:motcua:bpmn:1.0';

const text = (name: string) => ({ name, isAttr: true, type: 'String' });
const number = (name: string) => ({ name, isAttr: true, type: 'Real' });
const unitRole = [text('scope'), text('function'), text('role')];

const extension = {
  name: 'Motcua',
  prefix: 'mc',
  uri: NAMESPACE,
  xml: { tagAlias: 'lowerCase' },
  types: [
    { name: 'RoleOfLane', extends: ['bpmn:Lane'], properties: unitRole },
    { name: 'Step', extends: ['bpmn:UserTask'], properties: [...unitRole, number('quotaMinutes')] },
    {
      name: 'Answer',
      extends: ['bpmn:IntermediateCatchEvent'],
      properties: [...unitRole, number('quotaMinutes')],
    },
    { name: 'Linked', extends: ['bpmn:CallActivity'], properties: [number('quotaMinutes')] },
    { name: 'Verb', extends: ['bpmn:ServiceTask'], properties: [text('verb'), text('subject')] },
    {
      name: 'WorkingTime',
      extends: ['bpmn:TimerEventDefinition'],
      properties: [{ name: 'workingTime', isAttr: true, type: 'Boolean' }],
    },
  ],
};

export function metamodel(): BpmnModdle {
  return new BpmnModdle({ mc: extension });
}
