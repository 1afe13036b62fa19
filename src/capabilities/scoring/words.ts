/** `14/18`: points out of the most that the criteria with data can give. */
export function outOfWords(total: number, known: number): string {
  return known === 0 ? 'Chưa có' : `${total}/${2 * known}`;
}
