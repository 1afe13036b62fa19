import type { ProcedureContent } from './schema.ts';

/** A small procedure that may be published, with the parts a test cares about. */
export function sampleContent(parts: Partial<ProcedureContent> = {}): ProcedureContent {
  return {
    name: 'Thủ tục mẫu',
    shortName: 'Thủ tục mẫu',
    domain: 'Hộ tịch',
    lifeEvents: [],
    synonyms: [],
    level: 'commune',
    applicants: ['citizen'],
    onlineLevel: 'none',
    postal: false,
    timeLimit: { unit: 'working-day', value: 3, note: '' },
    extensions: [],
    fees: [{ name: 'Lệ phí', amountVnd: 8000, per: 'bản', note: '', setBy: 'Thông tư 281/2016/TT-BTC' }],
    papers: [{ name: 'Tờ khai', copies: 1, kind: 'form', required: true, condition: '' }],
    steps: [
      sampleStep('Tiếp nhận', { scope: 'reception', function: null, role: 'one-stop' }, 2),
      sampleStep('Thẩm tra', { scope: 'commune', function: null, role: 'specialist' }, 16),
      sampleStep('Trả kết quả', { scope: 'reception', function: null, role: 'one-stop' }, 2),
    ],
    results: [{ name: 'Giấy xác nhận' }],
    conditions: '',
    legalBasis: [{ number: '60/2014/QH13', title: 'Luật Hộ tịch', issuer: 'Quốc hội', date: '2014-11-20' }],
    forms: [],
    eform: [],
    certainty: { code: 'high', timeLimit: 'high', fees: 'high', papers: 'high', sources: [], note: '' },
    ...parts,
  };
}

type Step = ProcedureContent['steps'][number];

export function sampleStep(name: string, place: Step['place'], workingHours: number): Step {
  return { name, place, workingHours };
}
