import { Button } from './button.tsx';

type SlipPreviewProps = Readonly<{ title: string; src: string; downloadHref?: string; tall?: boolean }>;

/** A printed slip (PDF) seen in place, with the way to print or keep it when the browser shows no PDF. */
export function SlipPreview({ title, src, downloadHref, tall }: SlipPreviewProps) {
  return (
    <figure class={`mc-slip${tall ? ' mc-slip--tall' : ''}`}>
      <figcaption class="mc-slip__head">
        <span>{title}</span>
        <Button href={downloadHref ?? src} variant="secondary" icon="print">
          Mở để in
        </Button>
      </figcaption>
      <iframe class="mc-slip__page" src={src} title={title} loading="lazy" />
    </figure>
  );
}
