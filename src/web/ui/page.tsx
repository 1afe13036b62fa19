import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { PageAssets } from '#web/assets.ts';

type PageFrameProps = Readonly<{
  title: string;
  description?: string;
  lang?: 'vi';
  assets: PageAssets;
  bodyClass?: string;
  /** Loads the script of passkeys as well. */
  asksPasskey?: boolean | undefined;
  /** Loads the drawing program as well. */
  drawsProcess?: boolean | undefined;
  children: ComponentChildren;
}>;

/** A whole page: head, stylesheet, fonts, the one deferred script. Its child is a shell. */
export function PageFrame(props: PageFrameProps) {
  const { title, description, lang = 'vi', assets, bodyClass, children } = props;
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#9b1c1f" />
        <meta name="format-detection" content="telephone=no" />
        {description ? <meta name="description" content={description} /> : null}
        {assets.fonts.map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
        ))}
        <link rel="stylesheet" href={assets.css} />
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        <script src={assets.js} type="module" />
        {props.asksPasskey ? <script src={assets.passkey} type="module" /> : null}
        {props.drawsProcess && assets.drawing ? (
          <>
            <link rel="stylesheet" href={assets.drawing.css} />
            <script src={assets.drawing.js} type="module" />
          </>
        ) : null}
      </head>
      <body class={bodyClass}>{children}</body>
    </html>
  );
}

/** The HTML of a page, document type included. */
export function renderPage<Props>(page: VNode<Props>): string {
  return `<!doctype html>${renderToString(page)}`;
}
