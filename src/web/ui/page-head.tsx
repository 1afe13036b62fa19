import type { ComponentChildren } from 'preact';

type PageHeadProps = Readonly<{
  title: string;
  /** A state beside the title. */
  tag?: ComponentChildren;
  /** One quiet line below it. */
  lead?: ComponentChildren;
  /** Buttons at its right. */
  actions?: ComponentChildren;
}>;

/** The h1 of a page. The shells render it from their own props; pages need it only without a shell title. */
export function PageHead({ title, tag, lead, actions }: PageHeadProps) {
  return (
    <div class="mc-head">
      <div class="mc-head__words">
        <h1>
          {title}
          {tag ? <span class="mc-head__tag"> {tag}</span> : null}
        </h1>
        {lead ? <p class="mc-head__lead">{lead}</p> : null}
      </div>
      {actions ? <div class="mc-head__actions">{actions}</div> : null}
    </div>
  );
}
