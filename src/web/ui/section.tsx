import type { ComponentChildren } from 'preact';

type SectionProps = Readonly<{ title: string; lead?: string; id?: string; children: ComponentChildren }>;

/** A part of a page under an h2, without the frame of a `Panel`. */
export function Section({ title, lead, id, children }: SectionProps) {
  return (
    <section class="mc-section" id={id}>
      <h2>{title}</h2>
      {lead ? <p class="mc-section__lead">{lead}</p> : null}
      {children}
    </section>
  );
}
