import type { RuleInput } from '#capabilities/retention/schema.ts';

export type StarterTerm = Pick<RuleInput, 'years' | 'legalBasis' | 'certainty' | 'note' | 'validFrom'> & {
  readonly slug: string | null;
  readonly domain: string | null;
};

const ATTESTED_SIGNATURES = {
  domain: null,
  years: 2,
  legalBasis: 'Khoản 2 Điều 14 Nghị định 23/2015/NĐ-CP',
  certainty: 'sure',
  note: '',
  validFrom: '2015-04-10',
} as const satisfies Omit<StarterTerm, 'slug'>;

/**
 * Decree 23/2015/NĐ-CP, Art. 14: attested signatures two years, contracts twenty. Registers of civil status and of land are
 * kept for ever; whether their dossiers are too is to be compared with the table of Circular 10/2022/TT-BNV, so nothing
 * of them is disposed of until somebody has.
 */
export const STARTER_TERMS: readonly StarterTerm[] = [
  { ...ATTESTED_SIGNATURES, slug: 'chung-thuc-chu-ky' },
  { ...ATTESTED_SIGNATURES, slug: 'chung-thuc-chu-ky-nguoi-dich' },
  {
    ...ATTESTED_SIGNATURES,
    slug: 'chung-thuc-hop-dong-giao-dich-ve-dong-san-nha-dat',
    years: 20,
    legalBasis: 'Khoản 3 Điều 14 Nghị định 23/2015/NĐ-CP',
  },
  {
    slug: null,
    domain: 'Hộ tịch',
    years: null,
    legalBasis: 'Luật Hộ tịch số 60/2014/QH13; Luật Lưu trữ số 33/2024/QH15',
    certainty: 'likely',
    note: 'Sổ hộ tịch giữ vĩnh viễn; thời hạn của hồ sơ cần đối chiếu Thông tư 10/2022/TT-BNV.',
    validFrom: '2016-01-01',
  },
  {
    slug: null,
    domain: 'Đất đai',
    years: null,
    legalBasis: 'Luật Đất đai; Luật Lưu trữ số 33/2024/QH15',
    certainty: 'likely',
    note: 'Hồ sơ địa chính giữ lâu dài; cần đối chiếu Thông tư 10/2022/TT-BNV.',
    validFrom: '2014-07-01',
  },
];
