/** Whether a key belongs to text being typed, an input method included, so that no shortcut may take it. */
export function isTyping(event: KeyboardEvent): boolean {
  // 229 is what browsers report while Telex or VNI is composing, when `isComposing` is already false again.
  if (event.isComposing || event.keyCode === 229) return true;
  const target = event.target;
  return target instanceof HTMLElement && (isTextControl(target) || target.isContentEditable);
}

/** Whether a key is pressed together with one that makes it the browser's. */
export function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}

const NOT_TEXT = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'range', 'color']);

function isTextControl(element: HTMLElement): boolean {
  if (element instanceof HTMLInputElement) return !NOT_TEXT.has(element.type);
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}
