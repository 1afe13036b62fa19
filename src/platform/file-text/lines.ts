/** The text of a file as lines; a page begins with a form feed. Or why there is none, as a sentence that says what to do. */
export type FileText =
  | { readonly lines: readonly string[]; readonly pages: number | null; readonly problem?: never }
  | { readonly problem: string; readonly lines?: never };

/** What a reading may take. Sizes in bytes, times in milliseconds. */
export const TEXT_LIMITS = {
  file: 64 * 1024 * 1024,
  archive: { unpacked: 128 * 1024 * 1024, entries: 4000, ratio: 200, free: 8 * 1024 * 1024 },
  pages: 2000,
  characters: 20_000_000,
  time: 60_000,
  /** Memory of the thread that reads, in MB. */
  heap: 512,
} as const;

export const PROBLEMS = {
  unknown:
    'Tệp không phải văn bản thuần, DOCX hay PDF nên không đọc được chữ. Hãy lưu lại thành một trong ba dạng đó.',
  empty: 'Tệp không có chữ nào.',
  scanned:
    'Tệp PDF này chỉ có ảnh chụp, không có chữ để đọc. Hãy dùng bản xuất từ phần mềm soạn thảo, hoặc nhận dạng chữ trước.',
  damaged: 'Tệp bị hỏng hoặc có mật khẩu nên không mở được. Hãy lưu lại thành tệp mới, không đặt mật khẩu.',
  large: 'Tệp quá lớn (hơn 64 MB, hơn 2.000 trang hoặc bung ra quá nhiều). Hãy chia thành nhiều tệp.',
  hard: 'Tệp quá phức tạp nên đọc quá lâu. Hãy lưu lại thành tệp mới rồi thử lại.',
} as const;
