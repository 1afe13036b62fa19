import type { ComponentChildren } from 'preact';

type WidePictureProps = Readonly<{
  /** What the picture is; its box can be reached and scrolled with the keyboard. */
  label: string;
  /** A drawing as SVG made by the program itself, its texts escaped. */
  svg: string;
  /** Stands below: what its colours and marks mean. */
  children?: ComponentChildren;
}>;

/** A drawing at its own size; a wide one scrolls in its box, never the page. */
export function WidePicture({ label, svg, children }: WidePictureProps) {
  return (
    <figure class="mc-picture">
      <section
        class="mc-picture__box"
        aria-label={label}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached with the keyboard (WCAG 2.1.1)
        tabindex={0}
        dangerouslySetInnerHTML={{ __html: svg }}
      />
      {children ? <figcaption class="mc-picture__legend">{children}</figcaption> : null}
    </figure>
  );
}
