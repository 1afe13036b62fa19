/** Text for a picture that cannot break lines itself. */

/** Lines of at most so many letters, at most so many of them; a word that is longer is cut, and so is what is left over. */
export function wrapText(text: string, letters: number, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).flatMap((word) => pieces(word, letters))) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  return [...kept.slice(0, -1), `${(kept.at(-1) ?? '').slice(0, letters - 1)}…`];
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function pieces(word: string, letters: number): readonly string[] {
  return word.length <= letters ? [word] : (word.match(new RegExp(`.{1,${letters}}`, 'gu')) ?? []);
}
