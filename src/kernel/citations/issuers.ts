/**
 * Who issues documents: the abbreviation in the symbol and the words in the sentence. A code is the abbreviation; where the
 * words say of which level, that is part of it (`UBND huyện`), so that `UBND` agrees with each of them.
 */

type Issuer = { readonly code: string; readonly name: string; readonly words: readonly string[] };

/** Bodies that symbols name, with the words they are called by (lower case). */
const ISSUERS: readonly Issuer[] = [
  { code: 'QH', name: 'Quốc hội', words: ['quốc hội'] },
  { code: 'UBTVQH', name: 'Ủy ban Thường vụ Quốc hội', words: ['ủy ban thường vụ quốc hội', 'ubtvqh'] },
  { code: 'CTN', name: 'Chủ tịch nước', words: ['chủ tịch nước'] },
  { code: 'CP', name: 'Chính phủ', words: ['chính phủ'] },
  { code: 'TTg', name: 'Thủ tướng Chính phủ', words: ['thủ tướng chính phủ', 'thủ tướng', 'ttcp'] },
  { code: 'VPCP', name: 'Văn phòng Chính phủ', words: ['văn phòng chính phủ', 'vpcp'] },
  {
    code: 'TW',
    name: 'Trung ương Đảng',
    words: ['ban chấp hành trung ương', 'trung ương', 'bộ chính trị', 'ban bí thư', 'bchtw'],
  },
  { code: 'TU', name: 'Tỉnh ủy', words: ['tỉnh ủy', 'thành ủy', 'ban thường vụ tỉnh ủy', 'btv tỉnh ủy'] },
  { code: 'HU', name: 'Huyện ủy', words: ['huyện ủy', 'thị ủy', 'ban thường vụ huyện ủy', 'btv huyện ủy'] },
  { code: 'ĐU', name: 'Đảng ủy', words: ['đảng ủy'] },
  { code: 'HĐND', name: 'Hội đồng nhân dân', words: ['hội đồng nhân dân', 'hđnd'] },
  {
    code: 'UBND',
    name: 'Ủy ban nhân dân',
    words: ['ủy ban nhân dân', 'chủ tịch ủy ban nhân dân', 'chủ tịch ubnd', 'ubnd'],
  },
  { code: 'BNV', name: 'Bộ Nội vụ', words: ['bộ nội vụ'] },
  { code: 'BTP', name: 'Bộ Tư pháp', words: ['bộ tư pháp'] },
  { code: 'BTC', name: 'Bộ Tài chính', words: ['bộ tài chính'] },
  { code: 'BCA', name: 'Bộ Công an', words: ['bộ công an'] },
  { code: 'BQP', name: 'Bộ Quốc phòng', words: ['bộ quốc phòng'] },
  { code: 'BNG', name: 'Bộ Ngoại giao', words: ['bộ ngoại giao'] },
  { code: 'BYT', name: 'Bộ Y tế', words: ['bộ y tế'] },
  { code: 'BXD', name: 'Bộ Xây dựng', words: ['bộ xây dựng'] },
  { code: 'BCT', name: 'Bộ Công Thương', words: ['bộ công thương'] },
  { code: 'BGTVT', name: 'Bộ Giao thông vận tải', words: ['bộ giao thông vận tải'] },
  { code: 'BGDĐT', name: 'Bộ Giáo dục và Đào tạo', words: ['bộ giáo dục và đào tạo'] },
  { code: 'BKHĐT', name: 'Bộ Kế hoạch và Đầu tư', words: ['bộ kế hoạch và đầu tư'] },
  { code: 'BKHCN', name: 'Bộ Khoa học và Công nghệ', words: ['bộ khoa học và công nghệ'] },
  { code: 'BTTTT', name: 'Bộ Thông tin và Truyền thông', words: ['bộ thông tin và truyền thông'] },
  { code: 'BTNMT', name: 'Bộ Tài nguyên và Môi trường', words: ['bộ tài nguyên và môi trường'] },
  {
    code: 'BNNPTNT',
    name: 'Bộ Nông nghiệp và Phát triển nông thôn',
    words: ['bộ nông nghiệp và phát triển nông thôn'],
  },
  {
    code: 'BLĐTBXH',
    name: 'Bộ Lao động - Thương binh và Xã hội',
    words: ['bộ lao động - thương binh và xã hội', 'bộ lao động, thương binh và xã hội'],
  },
  { code: 'BVHTTDL', name: 'Bộ Văn hóa, Thể thao và Du lịch', words: ['bộ văn hóa, thể thao và du lịch'] },
  { code: 'UBDT', name: 'Ủy ban Dân tộc', words: ['ủy ban dân tộc'] },
  { code: 'TTCP', name: 'Thanh tra Chính phủ', words: ['thanh tra chính phủ'] },
  { code: 'NHNN', name: 'Ngân hàng Nhà nước', words: ['ngân hàng nhà nước'] },
];

/** Abbreviations that mean the same body. */
const SAME: Readonly<Record<string, string>> = {
  TTG: 'TTg',
  TTgCP: 'TTg',
  TƯ: 'TW',
  'TW Đảng': 'TW',
  ThU: 'TU',
  THU: 'TU',
  TUB: 'TU',
  CTUBND: 'UBND',
  UB: 'UBND',
  UBNDH: 'UBND',
  BGDDT: 'BGDĐT',
  'BGD&ĐT': 'BGDĐT',
};

const PARTY: ReadonlySet<string> = new Set(['TW', 'TU', 'HU', 'ĐU']);

/** Levels of councils and committees, as they stand behind the name. */
export const LEVELS = ['tỉnh', 'thành phố', 'huyện', 'quận', 'thị xã', 'xã', 'phường', 'thị trấn'] as const;

const BY_WORDS: readonly (readonly [string, string])[] = ISSUERS.flatMap(({ code, words }) =>
  words.map((word) => [word, code] as const),
).toSorted(([a], [b]) => b.length - a.length);

/** The body of an abbreviation in a symbol (`QH13` is QH), or null when no table names it. */
export function issuerOfAbbreviation(abbreviation: string): string | null {
  const bare = abbreviation.replace(/\d{1,2}$/, '');
  const code = SAME[bare] ?? bare;
  return ISSUERS.some((issuer) => issuer.code === code) ? code : null;
}

export type IssuerWords = { readonly code: string; readonly length: number };

/** The body that a lower-case text begins with: `ubnd huyện an lão …` is `UBND huyện`. Names of places are not read. */
export function issuerAtStart(lower: string): IssuerWords | null {
  const plain = lower.slice(0, 60).replaceAll('uỷ', 'ủy').replaceAll('hoá', 'hóa');
  const [word, code] = BY_WORDS.find(([name]) => plain.startsWith(name)) ?? [];
  if (word === undefined || code === undefined || /^\p{L}/u.test(plain.slice(word.length))) return null;
  if (code !== 'UBND' && code !== 'HĐND') return { code, length: word.length };
  const rest = plain.slice(word.length);
  const level = LEVELS.find((name) => new RegExp(`^ ${name}(?!\\p{L})`, 'u').test(rest));
  if (level === undefined) return { code, length: word.length };
  return { code: `${code} ${level}`, length: word.length + 1 + level.length };
}

/** Whether two codes may be one body: equal, or one says the level that the other leaves open. */
export function isSameIssuer(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}

/** Documents of the Party are numbered `12-CT/HU`, those of the State `12/CT-UBND`. */
export function isPartyIssuer(code: string): boolean {
  return PARTY.has(code);
}

/** `UBND huyện` is Ủy ban nhân dân huyện. */
export function issuerName(code: string): string {
  const [body = '', ...level] = code.split(' ');
  const name = ISSUERS.find((issuer) => issuer.code === body)?.name ?? body;
  return [name, ...level].join(' ');
}

export function isIssuer(code: string): boolean {
  return ISSUERS.some((issuer) => issuer.code === code);
}
