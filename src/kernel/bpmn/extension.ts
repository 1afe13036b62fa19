/** Our own attributes in BPMN, in a namespace of their own as the standard provides for. */
export const NAMESPACE = 'urn:motcua:bpmn:1.0';

const text = (name: string) => ({ name, isAttr: true, type: 'String' });
const number = (name: string) => ({ name, isAttr: true, type: 'Real' });
const unitRole = [text('scope'), text('function'), text('role')];

/** Our attributes as the library and the drawing program of browsers take them. */
export const EXTENSION = {
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
