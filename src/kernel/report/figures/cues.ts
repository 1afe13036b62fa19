/** The words that say that parts of a whole follow. */

export type Cue = {
  readonly start: number;
  readonly end: number;
  readonly isAll: boolean;
  /** Says by what the whole is divided: it speaks of a whole even when parts of another division came before. */
  readonly isDivision: boolean;
};

const CUE =
  /(?<!\p{L})(?:trong đó(?: bao gồm| gồm)?(?: có)?|(?:bao )?gồm(?: có)?|(?:chia|phân)(?: ra| theo| thành)|phân loại|cụ thể(?: là| như sau)?(?= ?[:,]| \d)|như sau(?= ?:)|cơ cấu(?= ?:)|(?<=[.;:–+-] ?)(?:xét )?theo (?:loại|nhóm|tính chất|lĩnh vực|cấp|hình thức|trình độ))(?!\p{L})/gu;

/** In order; several of them with nothing counted between are one ("phân theo cấp như sau"). `numbers` are starts of figures. */
export function cuesIn(low: string, numbers: readonly number[]): readonly Cue[] {
  const cues: Cue[] = [];
  let next = 0;
  for (const { 0: words, index } of low.matchAll(CUE)) {
    const cue = {
      start: index,
      end: index + words.length,
      isAll: !/^trong đó(?: có)?$/.test(words),
      isDivision: /chia|phân|theo/.test(words),
    };
    while (next < numbers.length && (numbers[next] ?? 0) < index) next += 1;
    const last = cues.at(-1);
    const isNear = last && index - last.end < 60 && (numbers[next - 1] ?? -1) < last.start;
    if (last && isNear && !/[.;]/.test(low.slice(last.end, index))) {
      cues[cues.length - 1] = {
        start: last.start,
        end: cue.end,
        isAll: last.isAll || cue.isAll,
        isDivision: last.isDivision || cue.isDivision,
      };
    } else cues.push(cue);
  }
  return cues;
}
