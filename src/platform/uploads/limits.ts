/** Numbers of the gates. Sizes are in bytes, times in milliseconds. */
const MEGABYTE = 1024 * 1024;

/** What one form may bring. The reception of a long checklist has some hundred fields and twenty scans. */
export const FORM_LIMITS = {
  /** 20 MB: a scan in colour at 200 dots an inch (Decree 30/2020/NĐ-CP, annex I, part II) of about fifty pages. */
  file: 20 * MEGABYTE,
  /** All of it: five of the largest scans. */
  form: 100 * MEGABYTE,
  files: 40,
  fields: 3000,
  field: 256 * 1024,
  partHeaders: 4 * 1024,
  /** Without a byte for so long the sender is gone. */
  silence: 30_000,
  /** 20 MB in ten minutes is a quarter of a megabit a second, slower than the poorest telephone network. */
  whole: 10 * 60_000,
} as const;

/** How many forms with files are taken in at once: by an account, and by the process. */
export const AT_ONCE = { account: 3, process: 48 } as const;

/** What a look into a file may find and take. */
export const CONTENT_LIMITS = {
  /** 100 megapixels: A3 at 600 dots an inch is 70. */
  pixels: 100_000_000,
  pages: 500,
  pdfObjects: 200_000,
  /** Everything that a PDF's object streams unpack to. */
  pdfUnpacked: 64 * MEGABYTE,
  archive: { unpacked: 100 * MEGABYTE, entries: 2000, ratio: 150, free: 4 * MEGABYTE },
  /** A look that takes longer is broken off. */
  time: 20_000,
  /** Memory of the thread that looks, in MB. */
  heap: 256,
} as const;
