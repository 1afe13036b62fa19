/**
 * The policy for HTML that a library writes (Trusted Types): templates with icons pass, anything that could run does not.
 */
const RUNS = /<\s*(?:script|iframe|object|embed|link|meta|base)\b|\son[a-z]+\s*=|javascript:/i;

type Policies = { createPolicy: (name: string, rules: { createHTML: (text: string) => string }) => unknown };

/** Sets it; before the library writes anything. */
export function setPolicy(): void {
  // Not in the types of every browser's document yet.
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  trustedTypes?.createPolicy('default', {
    createHTML: (text) => {
      if (RUNS.test(text)) throw new TypeError('HTML that could run is not taken');
      return text;
    },
  });
}
