/** Ways that the person who finishes a step chooses, as conditions over what was chosen. */
/** Names stand between quotes in a condition, so they hold none. */
const CHOSEN = /^\s*(?:choice\s*=\s*"([^"\\]+)"|"([^"\\]+)"\s+in\s+choices)\s*$/;

/** The condition of a way that is taken when its name was chosen, alone or with others. */
export function whenChosen(name: string, how: 'one' | 'some'): string {
  return how === 'one' ? `choice = "${name}"` : `"${name}" in choices`;
}

/** The name that a condition waits for, or null when it asks about something else. */
export function chosenName(condition: string | null): string | null {
  const found = condition === null ? null : CHOSEN.exec(condition);
  return found?.[1] ?? found?.[2] ?? null;
}
