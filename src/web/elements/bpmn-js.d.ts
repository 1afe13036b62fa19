/** The part of bpmn-js that is used here. */
declare module 'bpmn-js/lib/Modeler' {
  export default class Modeler {
    constructor(options: Readonly<Record<string, unknown>>);
    importXML(xml: string): Promise<unknown>;
    saveXML(options: { readonly format?: boolean }): Promise<{ readonly xml?: string }>;
    get(name: string): unknown;
  }
}
