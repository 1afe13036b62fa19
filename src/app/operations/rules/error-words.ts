/** Addresses of mail, which mail servers repeat in their answers, and numbers as long as those of people. */
const PERSONAL = /[^\s<>@"']+@[^\s<>@"']+|(?<![\w-])\+?\d{9,15}(?![\w-])/g;
const LONGEST = 300;

/** The beginning of an error, on one line and without what may be a person's. */
export function errorWords(error: string | null): string {
  const words = (error ?? '').replaceAll(/\s+/g, ' ').trim().replaceAll(PERSONAL, '[đã che]');
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}
