/** The script of the one page on which processes are drawn; `capabilities/processes/draw` makes what it works on. */
import { setPolicy } from './drawing-policy.ts';
import Modeler from 'bpmn-js/lib/Modeler';
import { EXTENSION } from '#kernel/bpmn/extension.ts';
import { make } from './make.ts';
import { DRAWING_WORDS } from './drawing-words.ts';

const UNREADABLE = 'Không mở được sơ đồ. Hãy tải lại trang, hoặc sửa trong bảng các bước.';

/** `<mc-drawing>`: opens the draft at `data-source`; its form is sent with the drawing in the field `xml`. */
class DrawingElement extends HTMLElement {
  connectedCallback(): void {
    void this.open();
  }

  private async open(): Promise<void> {
    const canvas = make('div', {
      class: 'mc-drawing__canvas',
      role: 'application',
      'aria-label': 'Sơ đồ quy trình',
    });
    this.append(canvas);
    const modeler = new Modeler({
      container: canvas,
      moddleExtensions: { mc: EXTENSION },
      additionalModules: [{ translate: ['value', translated] }],
    });
    try {
      const answer = await fetch(this.dataset['source'] ?? '');
      if (!answer.ok) throw new Error(`${answer.status}`);
      await modeler.importXML(await answer.text());
      showWhole(modeler);
    } catch {
      this.say(UNREADABLE);
      return;
    }
    const form = this.closest('form');
    form?.addEventListener('submit', (event) => {
      const field = form.querySelector<HTMLInputElement>('input[name="xml"]');
      if (!field || field.value !== '') return;
      event.preventDefault();
      void this.send(modeler, field);
    });
    this.dataset['ready'] = '';
  }

  private async send(modeler: Modeler, field: HTMLInputElement): Promise<void> {
    const { xml } = await modeler.saveXML({ format: true });
    field.value = xml ?? '';
    // In a task of its own: within the event of the first sending a form cannot be sent again.
    setTimeout(() => field.form?.requestSubmit());
  }

  private say(words: string): void {
    this.append(make('p', { class: 'mc-drawing__said', role: 'alert' }, words));
  }
}

type Canvas = {
  readonly zoom: (to?: string | number, at?: string) => number;
  readonly scroll: (by: { readonly dx: number; readonly dy: number }) => void;
};

/** Everything in view, beside the tools at the left. */
function showWhole(modeler: Modeler): void {
  // The library's own service of that name.
  const canvas = modeler.get('canvas') as Canvas;
  const whole = canvas.zoom('fit-viewport', 'auto');
  canvas.zoom(whole * 0.85, 'auto');
  canvas.scroll({ dx: 60, dy: 0 });
}

/** The words of the tools in Vietnamese; what is not in the list stays as it is. */
function translated(template: string, replacements: Readonly<Record<string, string>> = {}): string {
  const words = DRAWING_WORDS[template] ?? template;
  return words.replaceAll(/\{([^}]+)\}/g, (whole, key: string) => replacements[key] ?? whole);
}

setPolicy();
customElements.define('mc-drawing', DrawingElement);
