/** A key of the keyboard. */
export function Kbd({ children }: Readonly<{ children: string }>) {
  return <kbd class="mc-kbd">{children}</kbd>;
}

/** What the keys do on this page, in one line; not on touch screens, not on paper. */
export function KeyHints({
  hints,
}: Readonly<{ hints: readonly Readonly<{ keys: readonly string[]; text: string }>[] }>) {
  return (
    <p class="mc-key-hints mc-needs-script">
      {hints.map((hint) => (
        <span key={hint.text}>
          {hint.keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}{' '}
          {hint.text}
        </span>
      ))}
    </p>
  );
}
