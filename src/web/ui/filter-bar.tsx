import type { ComponentChildren } from 'preact';
import { HiddenFields, type HiddenValue } from './hidden-fields.tsx';
import { Icon } from './icon.tsx';

/** A filter in force; `removeHref` is the same list without it. */
export type ActiveFilter = Readonly<{ text: string; removeHref: string }>;

type FilterBarProps = Readonly<{
  action: string;
  /** Fields with `labelHidden`: `SelectField autosubmit`, `TextField`, `DateField`. */
  children: ComponentChildren;
  /** State of the list to keep: sort, tab. */
  hidden?: readonly HiddenValue[];
  active?: readonly ActiveFilter[];
  clearHref?: string;
  /** At the right: order, export links. */
  aside?: ComponentChildren;
}>;

/** Narrows a list; the whole state stands in the address. Selects submit by themselves when there is script. */
export function FilterBar({ action, children, hidden = [], active = [], clearHref, aside }: FilterBarProps) {
  return (
    <div class="mc-filters">
      <div class="mc-filters__line">
        <search>
          <form class="mc-filters__form" action={action} method="get" aria-label="Lọc danh sách">
            <HiddenFields fields={hidden} />
            {children}
            <button class="govuk-button govuk-button--secondary mc-filters__go" type="submit">
              Lọc
            </button>
          </form>
        </search>
        {aside ? <div class="mc-filters__aside">{aside}</div> : null}
      </div>
      {active.length > 0 ? <Chips active={active} clearHref={clearHref} /> : null}
    </div>
  );
}

function Chips({
  active,
  clearHref,
}: Readonly<{ active: readonly ActiveFilter[]; clearHref: string | undefined }>) {
  return (
    <ul class="mc-chips" aria-label="Đang lọc theo">
      {active.map((filter) => (
        <li key={filter.removeHref}>
          <a class="mc-chip" href={filter.removeHref}>
            {filter.text}
            <span class="govuk-visually-hidden"> (bỏ lọc)</span>
            <Icon name="cross" />
          </a>
        </li>
      ))}
      {clearHref && active.length > 1 ? (
        <li>
          <a class="govuk-link" href={clearHref}>
            Bỏ mọi bộ lọc
          </a>
        </li>
      ) : null}
    </ul>
  );
}
