/** Reads the QR code of a photograph, where the browser can do that by itself; elsewhere nothing is offered. */

/** Not yet in the types of the DOM. */
type Detector = {
  readonly detect: (picture: ImageBitmap) => Promise<readonly { readonly rawValue: string }[]>;
};
type DetectorClass = new (options: { readonly formats: readonly string[] }) => Detector;

declare global {
  interface Window {
    readonly BarcodeDetector?: DetectorClass;
  }
}

/** Shows the button that takes a picture, and hands on what its code says. */
export function startScanning(found: (text: string) => void): void {
  const label = document.querySelector<HTMLElement>('#scan');
  const input = label?.querySelector('input');
  const problem = document.querySelector<HTMLElement>('#scan-problem');
  const { BarcodeDetector } = window;
  if (!label || !input || !problem || !BarcodeDetector) return;
  const detector = new BarcodeDetector({ formats: ['qr_code'] });
  const read = async (file: File): Promise<void> => {
    const text = await codeIn(detector, file);
    problem.textContent =
      text === null ? 'Chưa thấy mã QR trong ảnh. Hãy chụp gần, đủ sáng, thấy trọn mã.' : '';
    if (text !== null) found(text);
  };
  label.hidden = false;
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (!file) return;
    void read(file);
  });
}

/** What the code says; null for a picture without one, and for a file that is no picture. */
async function codeIn(detector: Detector, file: File): Promise<string | null> {
  const picture = await createImageBitmap(file).catch(() => null);
  const codes = picture === null ? [] : await detector.detect(picture).catch(() => []);
  return codes[0]?.rawValue ?? null;
}
