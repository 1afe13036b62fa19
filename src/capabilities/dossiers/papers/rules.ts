import type { Scan } from './schema.ts';

/** Decree 30/2020/NĐ-CP, Annex I, Part II: a digitised paper is a PDF of 1.4 or later, in colour, of 200 dpi or more. */
const REQUIRED = { version: 1.4, resolution: 200 } as const;

/** What is not as the decree wants a digitised paper, each in a sentence that says what to do; empty when all is well. */
export function adviceOn(scan: Pick<Scan, 'pdfVersion' | 'resolution' | 'isColour'>): readonly string[] {
  const { pdfVersion, resolution, isColour } = scan;
  return [
    ...(resolution !== null && resolution < REQUIRED.resolution
      ? [`Độ phân giải ${resolution} dpi, phải từ ${REQUIRED.resolution} dpi. Nên quét lại rõ hơn.`]
      : []),
    ...(isColour === false ? ['Có trang không có màu. Nên quét lại ở chế độ ảnh màu.'] : []),
    ...(pdfVersion !== '' && Number(pdfVersion) < REQUIRED.version
      ? [`PDF phiên bản ${pdfVersion}, phải từ ${REQUIRED.version.toFixed(1)}. Nên lưu lại thành PDF mới.`]
      : []),
  ];
}

/** `3 trang · PDF/A-2b · 300 dpi` */
export function scanWords({ pages, archival, resolution }: Scan): string {
  return [
    pages === null ? null : `${pages} trang`,
    archival === '' ? 'PDF thường' : `PDF/A-${archival}`,
    resolution === null ? null : `${resolution} dpi`,
  ]
    .filter((word) => word !== null)
    .join(' · ');
}

/** A name for the file of a paper: what the list calls it. */
export function scanName(paper: string): string {
  return `${paper.replaceAll(/[/\\]/g, '-')}.pdf`;
}
