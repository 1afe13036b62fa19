/** A QR code to scan from the screen, drawn by our own `qrSvg`: nothing a person typed is markup in it. */
export function QrPicture({ svg }: Readonly<{ svg: string }>) {
  return <div class="mc-qr" dangerouslySetInnerHTML={{ __html: svg }} />;
}
