import { formatNumber } from '#kernel/vietnamese/format.ts';
import { Banner } from '#web/ui/banner.tsx';
import { PageStrip } from '#web/ui/page-strip.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { SlipPreview } from '#web/ui/slip-preview.tsx';
import { filePaths, type StoredDossierFile } from '../files/schema.ts';
import { adviceOn, scanWords } from './rules.ts';
import type { Scan, ScanPage } from './schema.ts';

export type PreviewView = {
  readonly number: string;
  readonly file: StoredDossierFile;
  readonly scan: Scan;
  readonly pages: readonly ScanPage[];
};

/** A paper page by page: as the pictures it was made of, or as the browser shows a PDF. */
export function PreviewContent({ view }: { view: PreviewView }) {
  const { number, file, scan, pages } = view;
  const advice = adviceOn(scan);
  const address = filePaths.one(number, file.id);
  return (
    <>
      {advice.length > 0 ? (
        <Banner kind="warning" title="Bản số hóa chưa đạt yêu cầu của Nghị định 30/2020/NĐ-CP">
          {advice.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Banner>
      ) : null}
      <Panel title="Các trang" aside={scanWords(scan)}>
        {pages.length > 0 ? (
          <PageStrip
            pages={pages.map(({ page, fileId, resolution }) => ({
              src: filePaths.one(number, fileId),
              label: `Trang ${page}, ${formatNumber(resolution)} dpi`,
            }))}
          />
        ) : (
          <SlipPreview
            title={file.name}
            src={`${address}#view=FitH`}
            downloadHref={`${address}?download`}
            tall
          />
        )}
      </Panel>
    </>
  );
}
