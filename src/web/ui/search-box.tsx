type SearchBoxProps = Readonly<{
  action: string;
  label: string;
  name?: string;
  value?: string;
  placeholder?: string;
  /** Larger, for the head of a citizen's page. */
  large?: boolean;
  hidden?: readonly Readonly<{ name: string; value: string }>[];
  autofocus?: boolean;
}>;

/** One box and a button: finds procedures, dossiers, anything. */
export function SearchBox(props: SearchBoxProps) {
  return (
    <search>
      <form class={`mc-search${props.large ? ' mc-search--large' : ''}`} action={props.action} method="get">
        {props.hidden?.map((field) => (
          <input key={field.name} type="hidden" name={field.name} value={field.value} />
        ))}
        <input
          type="search"
          name={props.name ?? 'q'}
          value={props.value ?? ''}
          placeholder={props.placeholder}
          aria-label={props.label}
          autocomplete="off"
          autofocus={props.autofocus === true}
        />
        <button type="submit">Tìm</button>
      </form>
    </search>
  );
}
